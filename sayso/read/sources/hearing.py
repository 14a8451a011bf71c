"""Who is told, and by whom: "a guard told | Vera | that …", "| Vera | was told by a guard that …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.lang import load
from sayso.model import Span
from sayso.read.chains import FARTHEST_HEARER
from sayso.read.relation import Relation
from sayso.read.sources.bodies import is_singular
from sayso.read.sources.entity import Entity
from sayso.read.sources.places import place_of
from sayso.read.sources.scan import Place
from sayso.read.sources.words import SourceClass, SourceWords, source_words


def tellers(
    text: str, relations: Sequence[Relation], places: Sequence[Place], language: str
) -> dict[Span, Span]:
    """For each name that stands where a hearer does the place of whoever tells; {} for none. Near-linear.

    A name with an article ("told the Courier") is an outlet's, and no person's.
    """
    articles = load(language, "sources")["words"]["articles"]
    named = [p for p in places if p.mention.name and p.mention.determiner not in articles]
    starts = [place.span.start for place in named]
    found: dict[Span, Span] = {}
    for relation in relations:
        gap = _where_one_hears(text, relation, language)
        for place in named[bisect_left(starts, gap.start) : bisect_left(starts, gap.end)]:
            if place.span.end <= gap.end:
                found.setdefault(place.span, place_of(text, relation, language).span)
    return found


def _where_one_hears(text: str, relation: Relation, language: str) -> Span:
    """Between a verb and what is said behind it, or before a passive with "by"; empty for none."""
    if relation.voice != "source" or not (relation.cue and relation.source and relation.content):
        return Span(0, 0)
    first, last = relation.cue[0], relation.cue[-1]
    if relation.source[0].start >= last.end:
        by = text[last.start : last.end].lower().split()[-1:] == load(language, "sources")["words"]["agents"]
        return Span(max(0, first.start - FARTHEST_HEARER), first.start) if by else Span(0, 0)
    behind = relation.content[0].start
    near = last.end < behind <= last.end + FARTHEST_HEARER
    return Span(last.end, behind) if near else Span(0, 0)


def is_somebody_told(hearer: Entity, teller: Entity, cue: str, language: str) -> bool:
    """Whether a hearer is a person by more than one word, or the text goes on in the present about her.

    "A guard told Norpress that … He said …" is the guard's: one name alone may be an outlet's, and what is
    told in one breath in the past goes on with whoever tells.
    """
    if " " in hearer.name or hearer.heads or hearer.gender or hearer.spoke:
        return True
    words = source_words(language)
    source = any(found.name in ("unnamed_source", "state_source") for found in _classes(teller, words))
    return not source and not _like_an_outlet(hearer.name, words) and is_singular(cue, language)


def is_agent(text: str, start: int, language: str) -> bool:
    """Whether "by" stands before a mention: who was asked by him is somebody else."""
    before = text[max(0, start - 4) : start].split()
    return bool(before) and before[-1].lower() in source_words(language).lists["agents"]


def _classes(entity: Entity, words: SourceWords) -> list[SourceClass]:
    return [found for head in entity.heads for found in words.heads.get(head, ())]


def _like_an_outlet(name: str, words: SourceWords) -> bool:
    """ "Norpress", "NetWatch": a name with a word for media in it, or a capital inside."""
    media = (word.lower() for word, kind in words.names.items() if kind == "media" and len(word) > 3)
    return any(char.isupper() for char in name[1:]) or any(word in name.lower() for word in media)
