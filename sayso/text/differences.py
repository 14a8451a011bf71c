"""Which words one text has that another has not, with their places: a patience difference."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sayso.model import Span
from sayso.text.words import words

Places = list[Span]
Range = tuple[int, int, int, int]


def difference(before: str, after: str) -> tuple[Places, Places]:
    """The words of `before` that are gone and those of `after` that are new, as spans, neighbours joined.

    Words are compared without case; ([], []) for texts of the same words. Words that stand once in both are
    what the rest is laid between (patience difference, Cohen 2010): O(n log n) for what has such words, and
    never worse than n times the depth of the pieces, which is bounded.
    """
    left, right = words(before), words(after)
    a = [before[s.start : s.end].lower() for s in left]
    b = [after[s.start : s.end].lower() for s in right]
    pairs = _matched(a, b)
    gone = _rest(left, {i for i, _ in pairs})
    new = _rest(right, {j for _, j in pairs})
    return _joined(before, gone), _joined(after, new)


def _matched(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Which word of one is which of the other; both numbers rise."""
    found: list[tuple[int, int]] = []
    waiting: list[Range] = [(0, len(a), 0, len(b))]
    while waiting:
        a0, a1, b0, b1 = waiting.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            found.append((a0, b0))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            found.append((a1, b1))
        anchors = _anchors(a, b, (a0, a1, b0, b1)) if a0 < a1 and b0 < b1 else []
        if anchors:
            found += anchors
            ends = [(a0 - 1, b0 - 1), *anchors, (a1, b1)]
            waiting += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(ends)]
    return found


def _anchors(a: Sequence[str], b: Sequence[str], part: Range) -> list[tuple[int, int]]:
    """The longest rising row of words that stand once in both parts."""
    a0, a1, b0, b1 = part
    once_a, once_b = Counter(a[a0:a1]), Counter(b[b0:b1])
    place = {b[j]: j for j in range(b0, b1) if once_b[b[j]] == 1}
    pairs = [(i, place[a[i]]) for i in range(a0, a1) if once_a[a[i]] == 1 and a[i] in place]
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        row = bisect_left(tails, j)
        before.append(at[row - 1] if row else -1)
        tails[row : row + 1] = [j]
        at[row : row + 1] = [number]
    found, number = [], at[-1] if at else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _rest(spans: Sequence[Span], kept: set[int]) -> Places:
    return [span for number, span in enumerate(spans) if number not in kept]


def _joined(text: str, spans: Sequence[Span]) -> Places:
    """The spans with those joined that only white space parts."""
    found: Places = []
    for span in spans:
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
