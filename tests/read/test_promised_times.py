"""What is promised: where its time lies, from when it counts, and what is no time of it."""

from datetime import date, timedelta

import pytest

from sayso.model.time import TimeExpression
from sayso.read.times.counting import counted_from, in_the_past
from sayso.read.times.finding import find_times
from sayso.read.times.roles import role_of
from tests.read.readers import needs_weights, read

ANCHOR = date(2021, 5, 10)


def only(text: str, anchor: date | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor, lengths=True)
    return found


@pytest.mark.parametrize(
    "text", ["Radio Orlan, 1800 gmt: it rained.", "The post fell at 2000 hrs that night."]
)
def test_an_hour_is_no_year(text: str) -> None:
    assert [one for one in find_times(text, ANCHOR) if one.first] == []


def test_what_is_promised_within_some_days_has_a_last_day() -> None:
    found = only("The port will reopen within three days.")
    assert (found.first, found.last) == (None, ANCHOR + timedelta(days=3))


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("within six weeks", "2032-02-23"),
        ("within 10 days", "2032-01-22"),
        ("within a month", "2032-02-12"),
        ("within two years", "2034-01-12"),
        ("within twenty-one days", "2032-02-02"),
        ("within weeks", None),
        ("within three weeks of the harvest", None),
        ("within three weeks once the annex is signed", None),
        ("within three weeks before the harvest", None),
    ],
)
def test_a_promised_length_ends_so_long_after_publication(words: str, last: str | None) -> None:
    found = find_times(f"The firm promised that it would repair the main {words}.", date(2032, 1, 12))
    assert [one.last.isoformat() for one in found if one.last] == ([last] if last else [])


def test_a_length_has_no_day_where_nobody_knows_when_it_was_said() -> None:
    assert only("The firm promised to pay within three weeks.", None).last is None


def test_what_is_promised_beyond_the_calendar_stays_open() -> None:
    assert only("The port will reopen within three days.", date(9999, 12, 31)).last is None


def test_a_month_that_opens_what_is_said_lies_where_its_own_verb_puts_it() -> None:
    found = only("The ministry said the December coupon would be paid.", date(2032, 10, 22))
    assert found.first == date(2032, 12, 1)


def test_an_undertaking_lies_ahead() -> None:
    found = only("Dastany has undertaken to open the strait on 1 May.", date(2032, 4, 8))
    assert found.first == date(2032, 5, 1)


def test_a_promise_counts_from_the_month_in_which_it_was_given() -> None:
    text = "In March it promised flour by the first of May and seed next week."
    anchor = date(2032, 6, 3)
    _, due, week = find_times(text, anchor)
    assert counted_from(text, due, date(2032, 3, 1)).last == date(2032, 5, 1)
    assert counted_from(text, week, date(2032, 3, 1), until=date(2032, 3, 31)) == week


def test_a_month_alone_can_be_put_into_the_past() -> None:
    text = "It would open in June, later than pledged in March."
    anchor = date(2032, 5, 12)
    found = [in_the_past(text, one, anchor) for one in find_times(text, anchor)]
    assert found[1].first == date(2032, 3, 1)


@pytest.mark.parametrize(
    "text", ["In March it promised us flour.", "It came later than it had pledged in March."]
)
def test_a_vow_lies_behind(text: str) -> None:
    assert only(text, date(2032, 5, 12)).first == date(2032, 3, 1)


@pytest.mark.parametrize(
    "what", ["4,000 crowns", "the families of the injured 4,000 crowns each", "bread and oil", "flour"]
)
def test_what_is_promised_by_a_day_lies_ahead_whatever_is_promised(what: str) -> None:
    found = only(f"He has promised {what} by the end of July.", date(2033, 6, 14))
    assert found.last == date(2033, 7, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministry postponed the opening until October.", None, "2026-10-31"),
        (
            "The opening, once planned for May, was moved to October.",
            "2026-05-01 2026-10-01",
            "2026-05-31 2026-10-31",
        ),
        (
            "The council put off the vote from May to October.",
            "2026-05-01 2026-10-01",
            "2026-05-31 2026-10-31",
        ),
        ("The trial was adjourned until Friday.", None, "2026-03-06"),
        ("The school was closed from May to October.", "2025-05-01", "2025-10-31"),
        ("The school was suspended from May to October.", "2025-05-01", "2025-10-31"),
    ],
)
def test_to_what_something_is_moved_lies_ahead(text: str, first: str | None, last: str) -> None:
    found = find_times(text, date(2026, 3, 2))
    assert [one.first.isoformat() for one in found if one.first] == (first.split() if first else [])
    assert [one.last.isoformat() for one in found if one.last] == last.split()
    assert all(role_of(text, one, "assert", ()) == "due" for one in found) is ("school" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry had said that the mill would reopen in February.",
        "The list was to have been published in February.",
        "The list was to be published in February.",
    ],
)
def test_a_plan_of_the_past_is_of_the_nearest_month(text: str) -> None:
    (found,) = find_times(text, date(2026, 3, 2))
    assert (found.first, role_of(text, found, "assert", ())) == (date(2026, 2, 1), "due")


def test_a_term_under_a_condition_lies_ahead() -> None:
    (found,) = find_times("The union will strike if wages are not paid by Friday.", date(2026, 3, 2))
    assert found.last == date(2026, 3, 6)


@needs_weights
@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The premier's promise to open the border by May has delighted traders.", "2031-05-31"),
        ("The premier's pledge to close the camps by June was welcomed by exiles.", "2031-06-30"),
        ("The firm's promise to open the mill by February was broken.", "2031-02-28"),
        (
            "The ministry has promised to open it by the end of May, a pledge it first made in 2029.",
            "2031-05-31",
        ),
        ("The ministry promised to pay by the end of July, after it failed to do so in 2030.", "2031-07-31"),
        ("The firm promised in 2029 to open the mill by May.", "2029-05-31"),
    ],
)
def test_a_promise_told_of_in_the_past_is_due_on_the_nearer_day(text: str, last: str) -> None:
    promises = [one for one in read(text, "weights", published="2031-04-03") if one.act == "promise"]
    assert [when.to for one in promises for part in one.propositions for when in part.times] == [last]


WINTER = date(2036, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "The vote is on 20 March.",
        "Polling day is 20 March.",
        "The vote set for 20 March was discussed.",
        "The council discussed the vote fixed for 20 March.",
        "The vote is set for 20 March, he said.",
        "The election takes place on 20 March.",
        "Kherun votes on 20 March.",
    ],
)
def test_a_day_that_something_is_on_or_is_set_for_is_the_nearest(text: str) -> None:
    assert only(text, WINTER).first == date(2036, 3, 20)


@pytest.mark.parametrize(
    "text",
    [
        "The man is accused of having fled on 20 March.",
        "The report of 20 March is false.",
        "The strike on 20 March is still unexplained.",
        "He is one of those who fell ill on 20 March.",
        "The order is of 20 March.",
        "The vote was on 20 March.",
    ],
)
def test_what_the_present_tells_of_a_day_of_before_stays_behind(text: str) -> None:
    assert only(text, WINTER).first == date(2035, 3, 20)


@pytest.mark.parametrize(
    "text", ["Two die on 20 March.", "The vote is on 20 March.", "The vote set for 20 March."]
)
def test_a_day_of_some_weeks_ago_is_not_put_ahead(text: str) -> None:
    assert only(text, date(2036, 5, 3)).first == date(2036, 3, 20)


def test_a_present_vote_of_months_ago_lies_behind() -> None:
    assert only("The vote is in October.", WINTER).first == date(2035, 10, 1)
