"""Days that a printed time leaves to its reader: the year."""

from sayso.assess.promises.due_days import coming
from tests.assess.promises.tellings import due


def test_a_day_that_is_given_lies_ahead() -> None:
    past = due("September", "2031-09-01", "2031-09-30", grain="month")
    assert coming(past, "2032-01-12").to == "2032-09-30"
    dated = due("September 2031", "2031-09-01", "2031-09-30", grain="month")
    assert coming(dated, "2032-01-12") == dated
