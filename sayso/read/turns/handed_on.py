"""Through whom words came: "the agency's forecast, | relayed by Radio Tarn |, was that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span, Spans, without
from sayso.read.cues.reading import CueReading
from sayso.read.mending.at_home import at_home
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import kind_of
from sayso.read.sources.mentions import read_mention
from sayso.read.tagging.decoding import trim
from sayso.reference.gazetteer import Gazetteer

P_HANDED_ON = 0.7
RELAY = CueReading(lemma="relay")
OUTLETS = frozenset({"media", "state_media"})
_either = partial(either, "handed_on")


def with_handed_on(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], gazetteer: Gazetteer,
    language: str = "en",
) -> list[Attribution]:  # fmt: skip
    """The attributions, with one of the outlet around what it is said to have handed on.

    The words stand as a paper in the place of who speaks ("the statement, carried by X, said"), or beside who
    does ("in remarks broadcast by X, the minister said"). Only of outlets; of what is carried inside what
    somebody says, nothing is said here. Linear: a sentence looks at its own attributions.
    """
    kept, homes = at_home(sentences, found)
    for home in sorted(homes):
        kept += _in_sentence(text, sentences[home], homes[home], gazetteer, language)
    return kept


def _in_sentence(
    text: str, sentence: Span, mine: list[Attribution], gazetteer: Gazetteer, language: str
) -> list[Attribution]:
    for match in _relay(language).finditer(text, *sentence):
        who, phrase = trim(text, Span(*match.span("who"))), Span(*match.span("phrase"))
        if kind_of(read_mention(text[slice(*who)], language), gazetteer, language)[0] not in OUTLETS:
            continue
        inner = next((a for a in mine if _came_so(text, a, phrase, match.start("noun"))), None)
        if inner is None or any(who in a.relation.source for a in mine):
            continue
        said = replace(inner.relation, source=_beside(text, inner.relation.source, phrase))
        outer = Relation(
            source=(who,), cue=(Span(*match.span("cue")),), content=_around(text, said, phrase),
            p_relation=P_HANDED_ON,
        )  # fmt: skip
        mine = [*(a for a in mine if a is not inner), replace(inner, relation=said)]
        mine.append(Attribution(relation=outer, cue=RELAY))
    return mine


def _came_so(text: str, each: Attribution, phrase: Span, noun: int) -> bool:
    """Whether a phrase tells how the words of an attribution came: it stands before what is said, and in none
    of it, and beside who says it.
    """
    relation = each.relation
    if relation.voice != "source" or not (relation.source and relation.content):
        return False
    if any(part.overlaps(phrase) or part.start < noun < part.end for part in relation.content):
        return False
    source, first = relation.source[0], min(relation.content).start
    paper = source.start <= noun < source.end or source.end <= phrase.start <= relation.cue[0].start
    beside = phrase.end <= source.start and text[phrase.end : source.start].strip() in (",", "")
    named = any(part.start <= noun < part.end for part in relation.cue)  # "the agency's forecast"
    inside = (named or relation.cue[-1].end <= noun) and phrase.end <= first
    return phrase.end <= max(part.end for part in relation.content) and (paper or beside or inside)


def _beside(text: str, source: Spans, phrase: Span) -> Spans:
    """The source without the phrase, and without what only hung on it."""
    cut = (trim(text, Span(part.start, min(part.end, phrase.start))) for part in source)
    return tuple(part for part in cut if part.start < part.end) or source


def _around(text: str, said: Relation, phrase: Span) -> Spans:
    """All of what is handed on: who says it, how, and what."""
    every = (*said.source, *said.cue, *said.content)
    whole = Span(min(part.start for part in every), max(part.end for part in every))
    pieces = (trim(text, part) for part in without((whole,), (phrase,)))
    return tuple(part for part in pieces if part.start < part.end)


@cache
def _relay(language: str) -> re.Pattern[str]:
    """Matches "forecast (noun), relayed by Radio Tarn (phrase)"."""
    nouns, leads, participles, by, ends = (
        _either(language, name) for name in ("nouns", "leads", "participles", "by", "ends")
    )
    cue = rf"(?P<cue>(?:{participles})\s+(?:{by}))"
    who = rf"(?P<who>[^,;:.“”\"\n]{{2,60}}?)(?=\s+(?:{ends})\b|[,.;:]|\s*\Z)"
    led = rf"(?:(?:{leads})\s+){{0,2}}"
    return re.compile(rf"\b(?P<noun>{nouns})(?P<phrase>,?\s+{led}{cue}\s+{who})", re.IGNORECASE)
