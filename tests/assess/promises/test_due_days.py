"""Days that a printed time leaves to its reader: lengths from the day of publication, and years."""

import msgspec
import pytest

from sayso.assess.promises.due_days import coming, dated_length
from tests.assess.promises.tellings import due, telling


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("within six weeks", "2032-02-23"),
        ("within 10 days", "2032-01-22"),
        ("within a month", "2032-02-12"),
        ("in two years", "2034-01-12"),
        ("within twenty-one days", "2032-02-02"),
        ("within weeks", None),
    ],
)
def test_a_length_ends_so_long_after_publication(words: str, last: str | None) -> None:
    told = telling(f"that it would repair the main {words}")
    assert dated_length(due(words, None, None), told, "en").to == last


def test_a_length_that_hangs_on_something_else_has_no_day() -> None:
    told = telling("that it would pay within three weeks of the harvest")
    assert dated_length(due("within three weeks", None, None), told, "en").to is None


def test_a_length_has_no_day_where_nobody_knows_when_it_was_said() -> None:
    told = msgspec.structs.replace(telling("to pay within three weeks"), published=None)
    assert dated_length(due("within three weeks", None, None), told, "en").to is None


def test_a_length_at_the_end_of_the_calendar_has_no_day() -> None:
    told = telling("to pay within 300 years", published="9990-01-01")
    assert dated_length(due("within 300 years", None, None), told, "en").to is None


def test_a_day_that_is_given_lies_ahead() -> None:
    past = due("September", "2031-09-01", "2031-09-30", grain="month")
    assert coming(past, "2032-01-12").to == "2032-09-30"
    dated = due("September 2031", "2031-09-01", "2031-09-30", grain="month")
    assert coming(dated, "2032-01-12") == dated
