"""Who answers with a gesture and then in quotation marks: "The guard laughed. “I never touched her.”"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.lang import load
from sayso.model import Span

SENTENCE_CHARS = 90  # of the gesture's sentence


class Gesture(NamedTuple):
    """Who made it, and its verb."""

    source: Span
    verb: Span


def gesture_before(text: str, quotation: Span, language: str) -> Gesture | None:
    """The gesture that fills the sentence before a quotation; None where a pronoun makes it, or nobody.

    "She wept. “I had done nothing.”" goes on with whoever spoke before.
    """
    match = _pattern(language).search(text, max(0, quotation.start - SENTENCE_CHARS), quotation.start)
    if match is None:
        return None
    return Gesture(Span(*match.span("who")), Span(*match.span("verb")))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """ ". The guard only laughed. " before a quotation."""
    words = load(language, "gestures")
    verbs = "|".join(sorted(map(re.escape, words["manners"]), key=len, reverse=True))
    definite, adverbs = "|".join(words["definite"]), "|".join(words["adverbs"])
    name = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
    pronouns = "|".join(words["pronouns"])
    who = rf"(?P<who>(?!(?:{pronouns})\b)(?:(?:{definite})\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|{name}))"
    return re.compile(
        rf"(?<=[.!?]\s){who}\s(?:(?:{adverbs})\s)?(?P<verb>{verbs})\b[^.!?“”\"]{{0,40}}[.!?]\s+\Z"
    )
