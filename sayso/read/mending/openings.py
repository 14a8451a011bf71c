"""What stands before the words that are said: "What is more", "Asked why", "on Friday | that"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.relation import Relation

BEFORE_COLON = re.compile(r"[^:“”\"\n]{8,240}:\s+(?=(?:[^:;“”\"\n]{1,60}\s)?[“\"])")
PARTS_OF = r"(?:[\w’'-]+\s+){1,4}?of\s+(?:which|whom)\b"  # "parts of which"
OF_WHICH = re.compile(rf"{PARTS_OF}[^,;:.\n]{{3,120}},\s+")
LONGEST = 40  # characters of such an opening


def without_opening(text: str, relation: Relation, language: str) -> Relation:
    """The relation without what only joins, what was asked, or when it was said, before what is said.

    So without what is told of the source ("a log, | parts of which were published, | P"), and without what
    stands before the colon of a quotation.

    Of a first piece that joins or asks nothing stays where another piece says something. What says how sure
    it is ("in all likelihood") is none of these words, and stays.
    """
    if not relation.content:
        return relation
    first = min(relation.content)
    rest = tuple(part for part in relation.content if part != first)
    if rest and (_joins(text, first, language) or _asks(text, first, relation, language)):
        return replace(relation, content=rest)
    share = OF_WHICH.match(text, first.start, first.end)
    if share and relation.source and text[max(0, first.start - 2) : first.start].strip() == ",":
        return replace(relation, content=(Span(share.end(), first.end), *sorted(rest)))
    colon = _behind_colon(text, first, relation)
    if colon is not None:
        return replace(relation, content=(colon, *sorted(rest)))
    when = _when(language).match(text, first.start, first.end)
    if when and relation.cue and first.start >= relation.cue[-1].end:
        return replace(relation, content=(Span(when.end(), first.end), *sorted(rest)))
    return relation


def _behind_colon(text: str, first: Span, relation: Relation) -> Span | None:
    """What stands behind a colon where only that is quoted: "He denies it: | “I was in Dall,” X said".

    The words before it are of whoever writes. None for a content without such a colon, or behind its cue.
    """
    named = (*relation.source, *relation.cue)
    if not named or first.end > min(named).start:
        return None
    match = BEFORE_COLON.match(text, first.start, first.end)
    return Span(match.end(), first.end) if match else None


def _joins(text: str, first: Span, language: str) -> bool:
    comma = text.find(",", first.start, first.start + LONGEST)
    opening = text[first.start : comma].lower() if comma >= first.end - 1 else ""
    return opening in load(language, "completion")["connectives"]


def _asks(text: str, first: Span, relation: Relation, language: str) -> bool:
    """Whether a piece before the speaker is the question: "Asked about the list, | he said | it was so"."""
    before = relation.source and relation.source[0].start >= first.end and relation.voice == "source"
    if not before:
        return False
    led = _asked_about(language).search(text, max(0, first.start - LONGEST), first.start)
    return led is not None or _asked(language).match(text, first.start, first.end) is not None


@cache
def _asked_about(language: str) -> re.Pattern[str]:
    """What opens a question at the front of a sentence: "Asked about ", "When asked if "."""
    about = "|".join(load(language, "completion")["asked_first"]["about"])
    return re.compile(
        rf"(?:\A|[.!?”\"\n]\s*){_asked(language).pattern}\s+(?:(?:{about})\s+)?\Z", re.IGNORECASE
    )


@cache
def _asked(language: str) -> re.Pattern[str]:
    words = load(language, "completion")["asked_first"]
    leads, participles = ("|".join(words[name]) for name in ("leads", "participles"))
    return re.compile(rf"(?:(?:{leads}) )?(?:{participles})\b", re.I)


@cache
def _when(language: str) -> re.Pattern[str]:
    """Matches "on Friday", "at a meeting in March" up to the "that" behind it."""
    words = load(language, "completion")["when_said"]
    leads, places = ("|".join(words[name]) for name in ("leads", "places"))
    rules = load(language, "rules")
    days = next(group["words"] for group in rules if group["class"] == "calendar")
    day = rf"(?:{'|'.join(days)}|{places}|\d{{1,2}}|\d{{4}})"
    return re.compile(rf"(?:{leads})\b[^,.;:!?“”\"\n]{{0,40}}?\b{day},?\s+(?=that\s)", re.I)
