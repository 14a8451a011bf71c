"""Who is asked, told or accused does it not: "he, asked if P, smiled", "accused by X | of lying"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.lang import load
from sayso.model import Span, Spans
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.mending.hearers import with_teller
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans, sentence_of

NEXT_CHARS = 24  # of the word behind a cue
MOST_CHARS = 200  # of a question before its comma


def with_asked(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where whoever is asked, told or accused was taken for who asks, tells or accuses.

    "The mayor, asked if P, smiled" asks nothing, "the envoy, told by Y that P" has it from Y; "asked whether
    P, the general laughed" does not say P; "accused by X of lying" is X's "of lying"; in "criticised by X for
    saying that P" who is criticised says P. All else is unchanged. Near-linear.
    """
    if not sentences:
        return list(found)
    heard = (_heard(text, each, language) for each in found)
    beside = (_of_question(text, sentences, each, language) for each in heard if each)
    answered = [kept for each in beside for kept in _without_question(text, sentences, each, language)]
    charged = [_charged(text, each, language) for each in answered]
    subjects = {span: each for each in charged if _is_charge(text, each.relation, language)
                for span in each.relation.source}  # fmt: skip
    row = row_of_spans(subjects)
    return [_of_the_charged(text, each, row, subjects, language) for each in charged]


def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = load(language, "asked")
    return words


def _heard(text: str, each: Attribution, language: str) -> Attribution | None:
    """What is told to somebody in an aside behind him, as of who tells it; None for what he is only asked."""
    relation, words = each.relation, _words(language)
    if each.cue is None or len(relation.cue) != 1 or not _is_aside(text, relation):
        return each
    said = text[slice(*relation.cue[0])].lower().split()
    behind = text[relation.cue[0].end : relation.cue[0].end + NEXT_CHARS].lower().split()[:1]
    about = [*said[1:], *behind][:1]
    if said[0] in words["asking"] and set(about) & set(words["asked_about"]):
        return _by_whom(text, each, language)
    if said[0] in words["telling"] and set(about) & set(words["told_what"]):
        told = _by_whom(text, each, language) or _nobodys(each)
        return replace(told, relation=replace(told.relation, content=_to_comma(text, told.relation.content)))
    return each


def _is_aside(text: str, relation: Relation) -> bool:
    """Whether a cue stands between commas right behind its source, which is no apposition or has none."""
    if not relation.source:
        return False
    source, cue = relation.source[-1], relation.cue[0]
    apposed = (
        text[max(0, source.start - 2) : source.start].rstrip().endswith(",")
        or "," in text[source.start : source.end]
    )
    closed = text.find(",", cue.end, cue.end + MOST_CHARS) > 0
    return text[source.end : cue.start].rstrip() == "," and closed and not apposed


def _by_whom(text: str, each: Attribution, language: str) -> Attribution | None:
    """The same of whoever stands behind "by"; None where nobody does."""
    told = with_teller(text, each.relation, language)
    return replace(each, relation=told) if told else None


def _nobodys(each: Attribution) -> Attribution:
    bare = replace(each.relation, source=(), medium=(), voice="hearsay")
    cue: CueReading | None = each.cue and replace(each.cue, voice="hearsay", evidentiality="reportative")
    return Attribution(relation=bare, cue=cue)


def _to_comma(text: str, content: Spans) -> Spans:
    """The content up to the comma that ends an aside: "that the road was shut | , turned back"."""
    if not content:
        return content
    first = min(content)
    comma = text.find(",", first.start, first.end)
    return (trim(text, Span(first.start, comma)),) if comma > first.start else content


def _of_question(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    """ "Asked whether P, | as Y claims, | X said Q": what Y speaks of is P, and not that X said Q."""
    relation = each.relation
    if not relation.source or not relation.cue or not relation.content or relation.voice != "source":
        return each
    parts = (*relation.source, *relation.cue)
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    match = _aside_of_question(language).match(text, sentence.start, sentence.end)
    if match is None or not all(map(Span(*match.span("aside")).contains, parts)):
        return each
    return replace(each, relation=replace(relation, content=(trim(text, Span(*match.span("what"))),)))


@cache
def _aside_of_question(language: str) -> re.Pattern[str]:
    """ "Asked whether P, as the radio claims," and "asked about P, which the embassy denies,"."""
    words = _words(language)
    leads, asking, about, asides = ("|".join(words[n]) for n in ("leads", "asking", "asked_about", "asides"))
    what = rf"(?P<what>[^,.;:!?“”\"\n]{{2,{MOST_CHARS}}})"
    return re.compile(
        rf"(?:(?:{leads})\s+)?(?:{asking})\s+(?:{about})\s+{what},\s+(?P<aside>(?:{asides})\s[^,.;:!?\n]{{2,120}}),",
        re.IGNORECASE,
    )


def _without_question(
    text: str, sentences: Sequence[Span], each: Attribution, language: str
) -> list[Attribution]:
    """The statement without the question before it; none where it says nothing else: "he laughed"."""
    relation = each.relation
    if not relation.content or not relation.cue or relation.voice != "source":
        return [each]
    first = min(relation.content)
    if first.start >= relation.cue[0].start:
        return [each]
    sentence = sentences[sentence_of(sentences, first.start)]
    if first.start != sentence.start:
        return [each]
    asked = _question(language).match(text, first.start, min(first.end, first.start + MOST_CHARS))
    if asked is None:
        return [each]
    rest = tuple(part for part in relation.content if part.start > relation.cue[0].start)
    return [replace(each, relation=replace(relation, content=rest))] if rest else []


@cache
def _question(language: str) -> re.Pattern[str]:
    """ "Asked whether", "when asked about"."""
    words = _words(language)
    leads, asking, about = ("|".join(words[name]) for name in ("leads", "asking", "asked_about"))
    return re.compile(rf"(?:(?:{leads})\s+)?(?:{asking})\s+(?:{about})\b", re.IGNORECASE)


@cache
def _marks(language: str) -> dict[str, str]:
    """ "Accused": "of", "blamed": "for"."""
    return {word: mark for mark, listed in _words(language)["charging"].items() for word in listed}


def _is_charge(text: str, relation: Relation, language: str) -> bool:
    return bool(_mark(text, relation, language)) and bool(relation.source)


def _mark(text: str, relation: Relation, language: str) -> str:
    """What stands before the charge of a passive with its agent: "of" for "was accused by"; "" for others."""
    if len(relation.cue) != 1:
        return ""
    said = text[slice(*relation.cue[0])].lower().split()
    passive = len(said) > 1 and said[-1] == _words(language)["by"]
    return _marks(language).get(said[-2], "") if passive else ""


def _charged(text: str, each: Attribution, language: str) -> Attribution:
    """ "Accused by | the minister | of lying": the charge is part of what is said, and not of who says it."""
    relation = each.relation
    mark = _mark(text, relation, language)
    if not mark or len(relation.source) != 1 or relation.source[0].start < relation.cue[0].end:
        return each
    source = relation.source[0]
    at = _split(text[slice(*source)], mark, language)
    if at < 0:
        return each
    charge = re.compile(r"[^,.;:“”\"\n]*").match(text, source.start + at + 1)
    end = max(source.end, charge.end() if charge else source.end)
    kept = [part for part in relation.content if part.end <= source.start]
    content = (*kept, trim(text, Span(source.start + at + 1, end)))
    cut = replace(relation, source=(Span(source.start, source.start + at),), content=content)
    return replace(each, relation=cut)


def _split(printed: str, mark: str, language: str) -> int:
    """Where in a source its charge begins; -1 where none does: "the minister for transport"."""
    words = _words(language)
    places = [match.start() for match in re.finditer(rf"\s{mark}\s", printed)]
    for place in places:
        behind = printed[place:].split()[1:]
        if behind and behind[0].endswith("ing") and behind[0].islower():
            return place
    for place in reversed(places):
        before, behind = printed[:place].split(), printed[place:].split()[1:]
        title = before and before[-1].lower() in words["offices"]
        if not behind or not behind[0][:1].islower():
            continue
        owned = behind[0] in words["determiners"]
        if (mark == "of" and not owned) or (mark == "for" and (owned or not title)):
            return place
    return -1


def _of_the_charged(
    text: str, each: Attribution, sources: Sequence[Span], subjects: dict[Span, Attribution], language: str
) -> Attribution:
    """ "Criticised by X | for saying": who says it is who was criticised, and not X."""
    relation = each.relation
    if each.cue is None or len(relation.cue) != 1 or len(relation.source) != 1:
        return each
    near = overlapping(sources, relation.source[0])
    charge = subjects.get(near[0]) if near else None
    if charge is None or charge is each or charge.relation.cue[0].start > relation.cue[0].start:
        return each
    before = text[max(0, relation.cue[0].start - 4) : relation.cue[0].end].lower().split()
    subject = [part for part in charge.relation.content if part.end <= charge.relation.cue[0].start]
    if len(subject) != 1 or not {"for", "of"} & set(before) or not before[-1].endswith("ing"):
        return each
    return replace(each, relation=replace(relation, source=(subject[0],)))
