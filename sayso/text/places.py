"""Rows of spans: makes them, and finds spans in them without looking at the whole row."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sayso.model import Span

CELL = 256  # code points of a cell of a grid


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Spans, which may overlap, made ready to be asked whether one of them holds another span."""

    starts: Sequence[int]
    reaches: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Cover":
        """The cover of any spans, in any order; that of none holds nothing. Linear but for sorting."""
        row = sorted(spans)
        return cls(starts=[s.start for s in row], reaches=list(accumulate((s.end for s in row), max)))

    def holds(self, span: Span) -> bool:
        """Whether `span` lies whole inside one of the spans. Logarithmic."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and self.reaches[at] >= span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of spans by their numbers, made ready to be asked which of them lie near a place."""

    cells: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, rows: Iterable[Iterable[Span]]) -> "Grid":
        """The grid of any rows, which may overlap; that of none has nothing near. Linear in their lengths."""
        cells: dict[int, list[int]] = {}
        for number, row in enumerate(rows):
            for cell in {cell for span in row for cell in _cells(span)}:
                cells.setdefault(cell, []).append(number)
        return cls(cells=cells)

    def near(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of all rows that overlap one of `spans`, in order, and of some that nearly do."""
        return sorted({n for span in spans for cell in _cells(span) for n in self.cells.get(cell, ())})


def _cells(span: Span) -> range:
    return range(span.start // CELL, max(span.start, span.end - 1) // CELL + 1)
