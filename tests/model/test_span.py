"""Spans and extents: half-open, in code points, with the words that are printed there."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import GAP, Extent, Span, covers, strip, touches, without, words_at

span_lists = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=5,
)


def points(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    """The code points that lie in any of the spans."""
    return {point for span in spans for point in range(span.start, span.end)}


def test_spans_that_only_meet_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_an_empty_span_overlaps_nothing_but_is_contained() -> None:
    assert not Span(2, 2).overlaps(Span(0, 5))
    assert Span(0, 5).contains(Span(2, 2))


def test_a_span_contains_itself_and_nothing_longer() -> None:
    assert Span(2, 5).contains(Span(2, 5))
    assert not Span(2, 5).contains(Span(2, 6))


def test_a_span_is_a_json_array_of_two_integers() -> None:
    assert msgspec.json.encode(Span(3, 9)) == b"[3,9]"


def test_spans_count_code_points_and_not_bytes() -> None:
    assert words_at("국경 👩 closed", [Span(3, 4), Span(5, 11)]) == "👩 … closed"


def test_an_extent_puts_its_spans_in_order() -> None:
    extent = Extent.of("one two three", [Span(8, 13), Span(0, 3)])
    assert extent == Extent(spans=(Span(0, 3), Span(8, 13)), text="one … three")


def test_the_extent_of_no_spans_is_the_empty_one() -> None:
    assert Extent.of("words", []) == Extent() == Extent(spans=(), text="")


@given(span_lists, span_lists)
def test_touches_means_sharing_a_code_point(left: list[Span], right: list[Span]) -> None:
    assert touches(left, right) == touches(right, left) == bool(points(left) & points(right))


@given(span_lists, span_lists)
def test_what_is_covered_lies_inside(outer: list[Span], inner: list[Span]) -> None:
    assert covers(outer, outer)
    assert covers(outer, [])
    if covers(outer, inner):
        assert points(inner) <= points(outer)


@given(span_lists, span_lists)
def test_without_leaves_just_what_no_hole_has(spans: list[Span], holes: list[Span]) -> None:
    kept = without(spans, holes)
    assert points(kept) == points(spans) - points(holes)
    assert not touches(kept, holes)
    if holes:
        assert list(kept) == sorted(kept)
        assert all(span.start < span.end for span in kept)


@pytest.mark.parametrize(
    ("words", "span", "stripped"),
    [("  so ", Span(0, 5), Span(2, 4)), ("so", Span(0, 2), Span(0, 2)), ("\u00a0\n", Span(0, 2), Span(2, 2))],
)
def test_strip_leaves_no_white_space_at_the_edges(words: str, span: Span, stripped: Span) -> None:
    assert strip(words, span) == stripped


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_strip_stays_inside_and_keeps_the_words(text: str, a: int, b: int) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    kept = strip(text, span)
    assert span.contains(kept)
    assert text[kept.start : kept.end] == text[span.start : span.end].strip()


def test_the_gap_between_spans_is_an_ellipsis() -> None:
    assert GAP == " … "
