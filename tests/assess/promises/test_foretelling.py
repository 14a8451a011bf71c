"""From a proposition to a window: what is foretold, what is none, conditions, and days that cannot be."""

import pytest

from sayso.assess.promises.foretelling import foretelling_of
from tests.assess.promises.tellings import due, promise, telling


def test_a_promise_has_the_window_of_its_due_time() -> None:
    found = promise("that it would drill 40 wells by the end of April", None, "2032-04-30")
    assert (found.first, found.last, found.modality) == (None, "2032-04-30", "promise")


def test_what_will_not_happen_before_a_day_has_a_window_that_opens_on_it() -> None:
    made = telling(
        "The ferry will not run before March", factuality="CT-", kind="author", act="forecast", lemma="",
        times=(due("before March", None, "2032-02-29", grain="month"),),
    )  # fmt: skip
    found = foretelling_of(made)
    assert found is not None
    assert (found.first, found.last, found.negative) == ("2032-03-01", None, False)


def test_not_until_a_month_opens_with_that_month() -> None:
    made = telling(
        "it would not open until March", factuality="CT-",
        times=(due("until March", None, "2032-03-31", grain="month"),),
    )  # fmt: skip
    found = foretelling_of(made)
    assert found is not None
    assert found.first == "2032-03-01"


def test_of_two_days_the_one_that_is_struck_out_does_not_count() -> None:
    times = (
        due("September", "2032-09-01", "2032-09-30", grain="month"),
        due("June", "2032-06-01", "2032-06-30", grain="month"),
    )
    found = foretelling_of(telling("it will open in September and not in June", times=times))
    assert found is not None
    assert found.last == "2032-09-30"


def test_a_recalled_day_without_a_year_is_of_the_year_that_lies_nearest() -> None:
    made = telling(
        "640 doses by May", act="promise", cue="had promised", lemma="promise", day="2032-07-16",
        times=(due("by May", None, "2033-05-31", grain="month"),),
    )  # fmt: skip
    found = foretelling_of(made)
    assert found is not None
    assert found.last == "2032-05-31"
    assert found.recalled


def test_a_day_that_no_calendar_has_gives_a_promise_without_days() -> None:
    made = telling("The loan will be paid on 30 February", times=(due("30 February", None, None),))
    found = foretelling_of(made)
    assert found is not None
    assert not found.dated


def test_a_window_whose_end_lies_before_its_beginning_is_none() -> None:
    found = promise("that it would open the port", "2032-06-01", "2032-05-01")
    assert not found.dated


def test_a_promise_that_nobody_is_named_for_still_counts() -> None:
    made = telling(
        "that every village would have light", act="promise", cue="was promised", lemma="be promised",
        source="", printed="", kind="unspecified",
    )  # fmt: skip
    assert foretelling_of(made) is not None


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("to publish the list by May", {"act": "demand", "lemma": "demand"}),
        ("to publish the list by May", {"lemma": "call"}),
        ("that it had promised a ferry by May", {"denies": True, "act": "promise"}),
        ("whether it would open by May", {"factuality": "U"}),
        ("Forty are needed by May", {"kind": "author", "lemma": "", "cue": ""}),
        ("he would rather be late than wet", {"act": "promise"}),
    ],
)
def test_demands_denials_questions_and_wishes_foretell_nothing(text: str, changed: dict[str, object]) -> None:
    made = telling(text, times=(due("by May", None, "2032-05-31"),), **changed)
    assert foretelling_of(made) is None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The work could begin late if the rigs are not released", "if the rigs are not released"),
        ("Unless imports rise, stocks will not last", "Unless imports rise"),
        ("Should the thaw come early, roads may close", "Should the thaw come early"),
        ("it will be delivered subject to the supply", "subject to the supply"),
    ],
)
def test_a_condition_is_kept_in_its_printed_words(text: str, condition: str) -> None:
    found = foretelling_of(telling(text, act="forecast"))
    assert found is not None
    assert (found.modality, found.condition) == ("conditional", condition)


def test_who_is_told_to_have_undertaken_it_is_bound_and_not_the_author() -> None:
    made = telling(
        "The Government has undertaken to reopen the office in March", kind="author", lemma="", cue="",
        source="Relief Office", times=(due("March", "2032-03-01", "2032-03-31", role="event"),),
    )  # fmt: skip
    found = foretelling_of(made)
    assert found is not None
    assert found.telling.source == "Government"
    assert found.last == "2032-03-31"


def test_what_is_scheduled_binds_no_author() -> None:
    made = telling(
        "The board is scheduled to meet on March 3", kind="author", lemma="", cue="", source="Coast Wire",
        times=(due("March 3", "2032-03-03", "2032-03-03"),),
    )  # fmt: skip
    found = foretelling_of(made)
    assert found is not None
    assert (found.telling.source, found.modality) == ("", "schedule")
