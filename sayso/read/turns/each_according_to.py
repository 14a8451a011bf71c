"""Two numbers of two sources: "Four men died, | according to the police, | and nine, | according to us".

Each has the clause with his own number: what stands up to his cue, and nothing that the other says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.turns.gapped import but_for, cut_at, number_in
from sayso.text import sentence_of

_either = partial(either, "gapped")


def with_each_ones_number(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, those behind one clause with two numbers each with his own.

    The second has what the first says with his own number in the place of the other's. Near-linear.
    """
    if not sentences:
        return list(found)
    trailing = sorted(
        (each.relation.cue[0].start, place)
        for place, each in enumerate(found)
        if _trails(text, each, language)
    )
    every = list(found)
    for (_, one), (_, other) in pairwise(trailing):
        parted = _parted(text, sentences, every[one], every[other], language)
        if parted:
            every[one], every[other] = parted
    return every


def _trails(text: str, each: Attribution, language: str) -> bool:
    """Whether a cue is "according to" with who says it behind."""
    relation = each.relation
    if not relation.cue or len(relation.source) != 1 or relation.source[0].start < relation.cue[-1].end:
        return False
    words = " ".join(text[a:b] for a, b in relation.cue).lower()
    return words in load(language, "gapped")["trailing"]


def _parted(
    text: str, sentences: Sequence[Span], one: Attribution, other: Attribution, language: str
) -> tuple[Attribution, Attribution] | None:
    first, second = one.relation, other.relation
    number = sentence_of(sentences, first.cue[0].start)
    if number != sentence_of(sentences, second.cue[0].start):
        return None
    match = _between(language).fullmatch(text, first.source[0].end, second.cue[0].start)
    start = min((part.start for part in first.content), default=first.cue[0].start)
    if match is None or start >= first.cue[0].start:
        return None
    own = cut_at(text, (Span(max(start, sentences[number].start), first.cue[0].start),), first.cue[0].start)
    own = tuple(Span(part.start, part.start + len(text[slice(*part)].rstrip(" ,"))) for part in own)
    told, what = number_in(text, own, language), Span(*match.span("what"))
    if match["clause"] is None and told is None:
        return None
    theirs = (what,) if told is None or match["clause"] else (*but_for(text, own, told), what)
    return (
        replace(one, relation=replace(first, content=own)),
        replace(other, relation=replace(second, content=theirs)),
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    """ ", and nine, " with not more than a few words around the number; or a clause, with its comma."""
    joints = _either(language, "joints", "or")
    few = r"(?:[\w’'%-]+\s+){0,3}?"
    number = rf"(?:[$€£]?\d(?:[\d,.]*\d)?|(?:{_either(language, 'numbers')}))"
    short = rf"{few}{number}(?:\s+[\w’'%-]+){{0,4}}"
    clause = r"(?P<clause>(?:[\w’'-]+\s+){3,16}?[\w’'-]+)(?=,)"
    return re.compile(rf"\s*,?\s+(?:{joints})\s+(?P<what>{short}|{clause})\s*,?\s+", re.IGNORECASE)
