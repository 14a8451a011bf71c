"""Amounts as they are meant: nearly, half a dozen, parts of a unit, and units of one dimension."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check.figures import agrees
from sayso.check.matter import Figure
from sayso.check.measures import as_meant, comparable


def figure(low: float | None, high: float | None, slot: str = "boat", text: str = "") -> Figure:
    return Figure(low=low, high=high, slot=slot, text=text)


def test_nearly_so_many_is_not_far_below() -> None:
    (meant,) = as_meant((figure(None, 300, text="nearly 300"),), "nearly 300 boats")
    assert agrees(meant, figure(280, 280))
    assert not agrees(meant, figure(200, 200))
    (under,) = as_meant((figure(None, 300, text="under 300"),), "under 300 boats")
    assert agrees(under, figure(200, 200))


def test_half_a_dozen_is_six() -> None:
    (meant,) = as_meant((figure(12, 12, text="a dozen"),), "at least half a dozen boats sank")
    assert (meant.low, meant.high) == (6, 6)
    (whole,) = as_meant((figure(12, 12, text="a dozen"),), "a dozen boats sank")
    assert (whole.low, whole.high) == (12, 12)


def test_a_part_of_a_unit_is_an_amount() -> None:
    (meant,) = as_meant((), "to a quarter of a kilo of bread")
    assert (meant.low, meant.slot) == (0.25, "kilo")
    assert as_meant((), "half a loaf of bread") == ()


@pytest.mark.parametrize(
    ("draft", "printed", "fits"),
    [
        (figure(6, 6, "week"), figure(41, 41, "day"), True),
        (figure(3, 3, "month"), figure(30, 30, "day"), False),
        (figure(0.25, 0.25, "kilo"), figure(250, 250, "gram"), True),
        (figure(0.25, 0.25, "kilo"), figure(200, 200, "gram"), False),
        (figure(11.9, 14, "day"), figure(6, None, "day"), False),
    ],
)
def test_an_amount_in_another_unit_is_meant_roughly(draft: Figure, printed: Figure, fits: bool) -> None:
    assert comparable(draft, printed)
    assert agrees(draft, printed) is fits


def test_weights_and_days_are_not_compared() -> None:
    assert not comparable(figure(6, 6, "tonn"), figure(6, 6, "day"))
    assert not comparable(figure(6, 6, ""), figure(6, 6, ""))


@given(st.text(max_size=60))
def test_any_text_has_amounts_or_none(text: str) -> None:
    assert all(one.text in text for one in as_meant((), text))
