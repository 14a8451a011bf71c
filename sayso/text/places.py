"""Rows of spans: makes them, and finds spans in them without looking at the whole row."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.model import Span


def overlapping(row: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of `row` (in order, disjoint) that overlap `span`; none for an empty span or row."""
    if span.start >= span.end:
        return row[:0]
    first = bisect_right(row, span.start, key=lambda other: other.end)
    return row[first : bisect_left(row, span.end, key=lambda other: other.start)]


def row_of_spans(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or meet made one, empty ones left out; [] for none."""
    row: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if row and span.start <= row[-1].end:
            row[-1] = Span(row[-1].start, max(row[-1].end, span.end))
        else:
            row.append(span)
    return row
