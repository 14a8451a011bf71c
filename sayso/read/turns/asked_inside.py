"""Who answers in what another tells: "Coastwire said | the company was asked but | did not respond"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.text import sentence_of

_either = partial(either, "asked_inside")


def with_asked_inside(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, an answer with whoever was asked for its source, and not who tells of it.

    Only where a passive of asking stands between the two. Linear in the length of a sentence for each cue.
    """
    if not sentences:
        return list(found)
    return [_of_asked(text, sentences, each, language) for each in found]


def _of_asked(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if relation.voice != "source" or not relation.cue or len(relation.source) != 1:
        return each
    cue = relation.cue[0].start
    start = max(sentences[sentence_of(sentences, cue)].start, relation.source[0].end)
    match = _asked(language).search(text, start, cue)
    if match is None:
        return each
    return replace(each, relation=replace(relation, source=(Span(*match.span("who")),)))


@cache
def _asked(language: str) -> re.Pattern[str]:
    """ "that | the company | was asked about the leak but |"."""
    who = r"(?P<who>(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    led = rf"(?:{_either(language, 'telling')}),?\s+(?:that\s+)?"
    asked = rf"\s+(?:{_either(language, 'being')})\s+(?:\w+ly\s+)?(?:{_either(language, 'asked')})\b"
    joints = _either(language, "joints")
    return re.compile(rf"\b{led}{who}{asked}[^.;:!?“”\"]{{0,120}}?,?\s+(?:{joints})\s+\Z", re.IGNORECASE)
