"""Finding spans by their place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text import Cover, Grid, overlapping, row_of_spans

rows = st.lists(st.integers(0, 40), max_size=12, unique=True).map(
    lambda edges: [Span(a, b) for a, b in list(pairwise(sorted(edges)))[::2]]
)


@given(rows, st.integers(0, 40), st.integers(0, 12))
def test_what_is_found_is_all_that_overlaps(row: list[Span], start: int, length: int) -> None:
    span = Span(start, start + length)
    assert list(overlapping(row, span)) == [other for other in row if other.overlaps(span)]


def test_in_an_empty_row_nothing_is_found() -> None:
    assert list(overlapping([], Span(0, 5))) == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda p: Span(p[0], p[0] + p[1]))))
def test_a_row_holds_the_same_code_points_in_order_and_apart(spans: list[Span]) -> None:
    row = row_of_spans(spans)
    assert {i for span in row for i in range(*span)} == {i for span in spans for i in range(*span)}
    assert all(a.end < b.start for a, b in pairwise(row))


pieces = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12).map(
    lambda pairs: [Span(start, start + length) for start, length in pairs]
)


@given(pieces, st.integers(0, 40), st.integers(1, 12))
def test_a_cover_holds_what_lies_inside_one_of_its_spans(spans: list[Span], start: int, length: int) -> None:
    inner = Span(start, start + length)
    assert Cover.of(spans).holds(inner) == any(span.contains(inner) for span in spans)


far = st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 700)), max_size=4).map(
    lambda pairs: [Span(start, start + length) for start, length in pairs]
)


@given(st.lists(far, max_size=6), far)
def test_near_are_all_rows_that_overlap(rows: list[list[Span]], spans: list[Span]) -> None:
    near = Grid.of(rows).near(spans)
    assert near == sorted(set(near))
    overlap = {n for n, row in enumerate(rows) if any(a.overlaps(b) for a in row for b in spans)}
    assert overlap <= set(near)


def test_what_is_far_away_is_not_near() -> None:
    assert Grid.of([[Span(0, 9)], [Span(5_000, 5_009)]]).near([Span(3, 4)]) == [0]
