"""Sources that a tagger drew too wide: over another one's cue, or out of a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, covers
from sayso.read.mending.completion import Attribution
from sayso.read.mending.openings import PARTS_OF
from sayso.read.tagging.decoding import trim

NEAR = 4  # cues inside one source that are looked at
MARK = '"'
SHARE = re.compile(rf",\s+{PARTS_OF}")
WHOSE = re.compile(r"whose\s+(?:[a-z][\w-]*\s+){1,2}?(?=(?:the|an?)\s|[A-Z])")


def with_clean_sources(text: str, found: Sequence[Attribution], language: str = "en") -> list[Attribution]:
    """The attributions, each source cut where another one's cue stands, a quotation ends or a day is told.

    Of whoever only reads or hears something, it is the paper.

    "Marsk said the council" discussed: the council did. Near-linear.
    """
    cues = sorted(
        (a.relation.cue[0], number) for number, a in enumerate(found)
        if a.relation.cue and a.relation.source and a.relation.voice == "source"
    )  # fmt: skip
    return [_clean(text, found, each, cues, language) for each in found]


def _clean(
    text: str,
    found: Sequence[Attribution],
    each: Attribution,
    cues: Sequence[tuple[Span, int]],
    language: str,
) -> Attribution:
    relation = each.relation
    if len(relation.source) != 1 or not relation.cue:
        return each
    whole = _beside_cue(text, relation.source[0], relation.cue[0])
    paper = _of_its_audience(text, whole, each, language)
    if paper != whole and each.cue:
        whole, each = paper, replace(each, cue=replace(each.cue, act="assert"))
    owning = WHOSE.match(text, whole.start, whole.end)  # "whose name | the paper did not print"
    whole = Span(owning.end(), whole.end) if owning else whole
    at = bisect_left(cues, (whole, -1))
    inside = [
        cue for cue, number in cues[at : at + NEAR]
        if whole.contains(cue) and _says(text, found[number], each)
    ]  # fmt: skip
    source = trim(text, Span(inside[-1].end, whole.end)) if inside else whole
    share = SHARE.search(text, source.start + 1, source.end)  # "the letter, | parts of which were read out"
    source = Span(source.start, share.start()) if share else source
    day = _day_behind(language).search(text, source.start + 1, source.end)
    source = Span(source.start, day.start()) if day else source
    mark = text.find(MARK, source.start, source.end)
    if mark > source.start and text.count(MARK, source.start, source.end) == 1:
        source = trim(text, Span(source.start, mark))
    if source == relation.source[0] or source.start >= source.end:
        return each
    return replace(each, relation=replace(relation, source=(source,)))


def _of_its_audience(text: str, source: Span, each: Attribution, language: str) -> Span:
    """The paper from which its readers learn something: "Readers of | the article | also learn that P"."""
    audience = _audience(language).match(text, source.start, source.end)
    learns = each.cue is not None and each.cue.lemma in load(language, "completion")["audience"]["learning"]
    return Span(audience.end(), source.end) if audience and learns else source


@cache
def _audience(language: str) -> re.Pattern[str]:
    words = load(language, "completion")["audience"]
    return re.compile(
        rf"(?:the\s+)?(?:{'|'.join(words['who'])})\s+(?:{'|'.join(words['of'])})\s+", re.IGNORECASE
    )


@cache
def _day_behind(language: str) -> re.Pattern[str]:
    """A day of the week at the end of a source: "The Defence Council of Orlan | Friday | released"."""
    days = "|".join(day.capitalize() for day in load(language, "time")["exact"]["WEEKDAY"])
    return re.compile(rf"(?:,?\s+on)?\s+(?:{days})\Z")


def _beside_cue(text: str, source: Span, cue: Span) -> Span:
    """The source before its own cue: "She" of "She | heard | from a clerk", which a tagger took as one."""
    inside = source.start < cue.start and cue.end <= source.end
    return trim(text, Span(source.start, cue.start)) if inside else source


def _says(text: str, other: Attribution, each: Attribution) -> bool:
    """Whether the other one's source opens the same words, right before its cue, and says the rest.

    In "two men who said that the road was shut" the pronoun stands between: that is all one source.
    """
    around, inner = other.relation, each.relation
    opens = around.source[0].start <= inner.source[0].start < around.source[-1].end
    beside = not text[around.source[-1].end : around.cue[0].start].strip()
    return opens and beside and around.cue != inner.cue and covers(around.content, inner.cue)
