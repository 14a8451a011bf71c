"""Finds spans by their place in a row of spans, without looking at the whole row."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.model import Span


def overlapping(row: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of `row` (in order, disjoint) that overlap `span`; none for an empty span or row."""
    if span.start >= span.end:
        return row[:0]
    first = bisect_right(row, span.start, key=lambda other: other.end)
    return row[first : bisect_left(row, span.end, key=lambda other: other.start)]
