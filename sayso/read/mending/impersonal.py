"""What whoever writes says in words that name nobody: "It is no secret that P", "No one can deny that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Spans
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.text import Cover

BEFORE_CHARS = 24  # in which the "it" stands before a cue without it
DONE, GOING_ON, NOT_DONE = "ed", "ing", "un"  # "it was explained", "it is telling", "it is undisputed"
_either = partial(either, "impersonal")


def with_authors_own(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, as the author's where nobody is told of whose words these are.

    What is called a pity, no secret or worth noting is so called by whoever writes; within somebody's words
    it is theirs, and no statement besides. Not so of hearsay ("it is alleged"), which is another's; nor of
    what nobody of a certain group denies.
    """
    own = [_as_authors(text, each, language) for each in found]
    said = [a for a, b in zip(found, own, strict=True) if a is b and a.relation.voice != "author"]
    spoken = Cover.of(span for each in said for span in each.relation.content)
    return [
        b
        for a, b in zip(found, own, strict=True)
        if a is b or not all(map(spoken.holds, b.relation.cue)) or not b.relation.cue
    ]


def _as_authors(text: str, each: Attribution, language: str) -> Attribution:
    relation, reading = each.relation, each.cue
    if reading is None or not relation.cue or relation.voice == "author":
        return each
    printed = text[relation.cue[0].start : relation.cue[-1].end]
    if _is_nobody(text, relation.source, language):
        if not reading.negates or _granted(language).fullmatch(printed) is None:
            return each
        plain = replace(reading, act="assert", voice="author", negates=False, certainty="CT")
        return replace(each, relation=replace(relation, source=(), voice="author"), cue=plain)
    if relation.source:
        return each
    before = text[max(0, relation.cue[0].start - BEFORE_CHARS) : relation.cue[0].start]
    judged = reading.voice == "source" and _is_judged(printed.lower().split()[-1], reading)
    if judged or _due(language).search(printed) is not None:
        found = _judged(language).search(before + printed)
        if found is not None and found.end() > len(before):
            return replace(
                each, relation=replace(relation, voice="author"), cue=replace(reading, voice="author")
            )
    return each


def _is_judged(last: str, reading: CueReading) -> bool:
    """Whether the last word of a cue is what whoever writes calls it: what was explained somebody did."""
    if last.endswith(GOING_ON):
        return True
    return not reading.complement and (not last.endswith(DONE) or last.startswith(NOT_DONE))


def _is_nobody(text: str, source: Spans, language: str) -> bool:
    words = text[source[0].start : source[0].end].lower() if len(source) == 1 else ""
    return words in load(language, "impersonal")["nobody"]


@cache
def _granted(language: str) -> re.Pattern[str]:
    """ "can deny", "seriously disputes": what nobody at all does."""
    modals, verbs = (_either(language, name) for name in ("modals", "granting"))
    return re.compile(rf"(?:(?:{modals})\s+)?(?:\w+ly\s+)?(?:{verbs})", re.IGNORECASE)


@cache
def _due(language: str) -> re.Pattern[str]:
    """ "should be noted", "is to be hoped": what whoever writes does by saying so."""
    modals, due = (_either(language, name) for name in ("modals", "due"))
    return re.compile(rf"\b(?:(?:{modals})\s+be|{due})\b", re.IGNORECASE)


@cache
def _judged(language: str) -> re.Pattern[str]:
    """ "It is", "it should be", "it is worth", where a sentence or clause begins."""
    be, modals = (_either(language, name) for name in ("be", "modals"))
    return re.compile(rf"(?:\A|[\s“\"‘(—])it\s+(?:(?:{modals})\s+be|{be})\b", re.IGNORECASE)
