"""One clause of two who speak: "The prosecutor said, | and the witness denied, | that he had been paid"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content

HEARER_CHARS = 40  # from the first verb to its comma: "told the court"
STOPS = re.compile(r"[,;:.?!“”]")
COMMA = re.compile(r",\s*")
_either = partial(either, "shared_clauses")


def with_shared_clauses(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where a second speaker between commas is no part of what the first one says.

    "A said, and B denied, that P": both speak of P. Of "A said, without denying P, that Q" A says Q only.
    Linear but for sorting.
    """
    kept = list(found)
    ends = sorted((each.relation.cue[-1].end, n) for n, each in enumerate(found) if each.relation.cue)
    for number, each in enumerate(found):
        comma = _set_off(text, each, language)
        first = _before(text, comma, ends) if comma is not None else None
        if first is None or first == number or not found[first].relation.source:
            continue
        if not each.relation.cue or not _is_without(text, each, language):
            kept[first] = _saying(kept[first], each.relation.content)
            continue
        split = _split(text, each, language)
        if split is not None:
            kept[first] = _saying(kept[first], (split[1],))
            kept[number] = _saying(each, (split[0],))
    return kept


def with_two_verbs(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where two verbs of one speaker have one clause: "first denied but later confirmed".

    The first of them says, or denies, what stands behind the second. Linear but for sorting.
    """
    row = sorted((each.relation.cue[0].start, n) for n, each in enumerate(found) if each.relation.cue)
    kept = list(found)
    for number, each in enumerate(found):
        relation = each.relation
        if relation.content or not relation.cue or not relation.source:
            continue
        end = relation.cue[-1].end
        at = bisect_right(row, (end, len(found)))
        second = found[row[at][1]].relation if at < len(row) else None
        if second and _share(text, relation, second, language):
            kept[number] = _saying(each, second.content)
    return kept


def _share(text: str, first: Relation, second: Relation, language: str) -> bool:
    """Whether two verbs of one speaker stand side by side, with what is said behind the second."""
    if second.source not in ((), first.source) or not second.content:
        return False
    joined = _between_verbs(language).fullmatch(text, first.cue[-1].end, second.cue[0].start)
    return joined is not None and second.content[0].start > second.cue[-1].end


@cache
def _between_verbs(language: str) -> re.Pattern[str]:
    joints, when = _either(language, "joints"), _either(language, "when")
    return re.compile(rf",?\s+(?:(?:{joints}|{when}),?\s+)+", re.IGNORECASE)


def _saying(each: Attribution, content: Spans) -> Attribution:
    return replace(each, relation=replace(each.relation, content=content))


def _set_off(text: str, each: Attribution, language: str) -> int | None:
    """Where the comma stands that sets a second speaker off; None for who is none."""
    relation = each.relation
    if not relation.cue or not relation.content or not relation.source:
        return None
    cue, content = relation.cue[0], relation.content[0]
    if _is_without(text, each, language):
        led = re.search(r",\s+\Z", text[max(0, cue.start - 4) : cue.start])
        return max(0, cue.start - 4) + led.start() if led else None
    closed = COMMA.fullmatch(text, relation.cue[-1].end, content.start)
    source = relation.source[0]
    if closed is None or not source.end <= cue.start:
        return None
    low = max(0, source.start - 16)
    joined = _joint(language).search(text, low, source.start)
    return joined.start() if joined else None


def _before(text: str, comma: int, ends: Sequence[tuple[int, int]]) -> int | None:
    """Which attribution, by its number, has its cue right before a comma; None for none."""
    at = bisect_right(ends, (comma, len(ends))) - 1
    if at < 0 or comma - ends[at][0] > HEARER_CHARS or STOPS.search(text, ends[at][0], comma):
        return None
    return ends[at][1]


def _is_without(text: str, each: Attribution, language: str) -> bool:
    return _without(language).match(text, each.relation.cue[0].start) is not None


def _split(text: str, each: Attribution, language: str) -> tuple[Span, Span] | None:
    """What is not denied and what is said, parted by the comma before the last "that"; None for no such."""
    cue, end = each.relation.cue[-1].end, each.relation.content[-1].end
    last = _that(language).search(text, cue, end)
    if last is None:
        return None
    return trim_content(text, Span(cue, last.start())), trim_content(text, Span(last.start("that"), end))


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{_either(language, 'joints')})\s+\Z", re.IGNORECASE)


@cache
def _without(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'without')})\s", re.IGNORECASE)


@cache
def _that(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?P<that>{_either(language, 'that')})\s", re.IGNORECASE)
