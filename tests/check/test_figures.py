"""Amounts are compared as intervals: what a draft may say of what was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check.figures import agrees
from sayso.check.matter import Figure


def figure(low: float | None, high: float | None) -> Figure:
    return Figure(low=low, high=high, slot="killed", text="")


@pytest.mark.parametrize(
    ("draft", "printed", "fits"),
    [
        ((40, 40), (40, 40), True),
        ((41, 41), (40, 40), False),
        ((40, None), (45, None), True),
        ((45, None), (40, None), False),
        ((40, None), (40.5, 49.5), True),
        ((40.5, 49.5), (40, None), True),
        ((60, 60), (40, None), False),
        ((None, 10), (None, 8), True),
        ((None, 8), (None, 10), False),
        ((190, 240), (212, 212), True),
    ],
)
def test_a_draft_may_say_less_than_was_printed_and_not_more(
    draft: tuple[float | None, float | None], printed: tuple[float | None, float | None], fits: bool
) -> None:
    assert agrees(figure(*draft), figure(*printed)) is fits


ENDS = st.one_of(st.none(), st.integers(0, 1000).map(float))


@given(ENDS, ENDS)
def test_every_amount_agrees_with_itself(a: float | None, b: float | None) -> None:
    low, high = (min(a, b), max(a, b)) if a is not None and b is not None else (a, b)
    if low is not None or high is not None:
        assert agrees(figure(low, high), figure(low, high))
