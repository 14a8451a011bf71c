"""A correction and what it corrects find each other by their bands, whichever is there first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.correction_bands import asked_bands, own_bands
from sayso.link.corrections import CORRECTION_DAYS
from sayso.link.sketches import Sketch

DAYS = st.dates(date(2030, 1, 1), date(2031, 12, 31))


def sketch(day: date | None, outlet: str = "norrin press", *, correction: bool = False) -> Sketch:
    published = day.isoformat() if day else None
    return Sketch(document=f"d:{day}{correction}", outlet=outlet, published=published, correction=correction)


@given(DAYS, st.integers(0, CORRECTION_DAYS), st.booleans())
def test_within_its_reach_both_find_each_other(day: date, lag: int, also: bool) -> None:
    first = sketch(day - timedelta(days=lag), correction=also)
    later = sketch(day, correction=True)
    assert own_bands(first) & asked_bands(later)
    assert own_bands(later) & asked_bands(first)


@given(DAYS, DAYS)
def test_two_texts_that_correct_nothing_do_not_meet(one: date, other: date) -> None:
    assert not own_bands(sketch(one)) & asked_bands(sketch(other))


@given(DAYS)
def test_a_correction_does_not_meet_texts_of_other_outlets_or_of_another_year(day: date) -> None:
    notice = sketch(day, correction=True)
    assert not own_bands(sketch(day, "lantern")) & asked_bands(notice)
    assert not own_bands(sketch(day - timedelta(days=365))) & asked_bands(notice)


def test_without_a_day_or_an_outlet_there_are_no_bands() -> None:
    assert not own_bands(sketch(None, correction=True)) | asked_bands(sketch(None, correction=True))
    assert not own_bands(sketch(date(2031, 1, 1), "")) | asked_bands(sketch(date(2031, 1, 1), ""))


def test_the_first_days_of_the_calendar_are_no_trap() -> None:
    assert asked_bands(sketch(date.min, correction=True))
