"""Amounts are intervals with the words that they are printed in, and what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.amounts import MOST, amounts_of
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "low", "high", "slot"),
    [
        ("at least 40 miners died", 40, None, "killed"),
        ("more than 40 were wounded", 40, None, "injured"),
        ("up to 12 dead", None, 12, "killed"),
        ("fewer than 12 prisoners", None, 12, "detained"),
        ("some 5,000 doses", 4500, 5500, "doses"),
        ("dozens of people were arrested", 12, None, "detained"),
        ("twenty-five prisoners", 25, 25, "detained"),
        ("two dozen miners died", 24, 24, "killed"),
        ("a hundred soldiers were wounded", 100, 100, "injured"),
        ("0.5 million vaccines", 500_000, 500_000, "doses"),
        ("$5 million in aid", 5_000_000, 5_000_000, "money"),
        ("30 percent of the harvest", 30, 30, "percent"),
        ("the toll rose to 57", 57, 57, "killed"),
    ],
)
def test_an_amount_is_an_interval_of_something(
    text: str, low: float | None, high: float | None, slot: str
) -> None:
    (amount,) = amounts_of(text)
    assert (amount.low, amount.high, amount.slot) == (low, high, slot)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a dozen travellers breathed in smoke", "travellers"),
        ("forty trucks crossed the bridge", "trucks"),
        ("two previous attempts failed", "attempts"),
        ("nine kidnapped workers", "workers"),
    ],
)
def test_what_is_counted_is_the_noun_and_not_what_it_did(text: str, unit: str) -> None:
    assert [amount.unit for amount in amounts_of(text)] == [unit]


@pytest.mark.parametrize("text", ["in 2021 the dam broke", "RV-2 rockets", "no one came", "", "one man", "½"])
def test_years_and_numbers_of_models_are_no_amounts(text: str) -> None:
    assert amounts_of(text) == ()


def test_what_lies_in_a_date_is_no_amount() -> None:
    text = "on 12 May 40 died"
    assert [amount.low for amount in amounts_of(text, holes=[Span(3, 9)])] == [40]


@pytest.mark.parametrize("text", ["40² people", "² people", "10²", "$³", "5⁴%"])
def test_the_mark_of_a_footnote_or_power_breaks_nothing(text: str) -> None:
    assert len(amounts_of(text)) <= 1


@given(st.text(alphabet="0123456789.,%$-²٣½ \nmen", max_size=60))
def test_any_text_has_at_most_eight_amounts_each_printed_in_it(text: str) -> None:
    found = amounts_of(text)
    assert len(found) <= MOST
    assert all(amount.text in text for amount in found)
    assert all(a.low is None or a.high is None or a.low <= a.high for a in found)
