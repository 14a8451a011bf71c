"""Bins of p with the share that holds, and two scores of all of them."""

from hypothesis import given
from hypothesis import strategies as st

from bench.link.calibration import reliability, summed


def test_what_is_as_often_right_as_it_says_has_no_calibration_error() -> None:
    pairs = [(0.8, n < 8) for n in range(10)]
    assert summed(pairs) == {"links": 10, "one claim": 0.8, "Brier": 0.16, "ECE": 0.0}


def test_what_is_never_right_is_as_far_off_as_it_was_sure() -> None:
    assert summed([(0.95, False)] * 4)["ECE"] == 0.95


@given(st.lists(st.tuples(st.floats(0.5, 1.0), st.booleans()), max_size=30))
def test_every_link_is_in_one_bin(pairs: list[tuple[float, bool]]) -> None:
    assert sum(int(row["links"] or 0) for row in reliability("made", pairs)) == len(pairs)


def test_no_links_give_zeros() -> None:
    assert summed([]) == {"links": 0, "one claim": 0.0, "Brier": 0.0, "ECE": 0.0}
