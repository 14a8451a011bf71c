"""What is put off, comes later, has changed or was said long before is no plain denial."""

from typing import Any

import pytest

from sayso.link.stance import stance_of, stances
from tests.link.made_marks import claim, mark

GIST = mark("a", "A fire at the Tarn colliery in Quillon killed 12 miners.")


def test_a_bound_in_time_is_no_denial() -> None:
    gist = mark("a", "Trains to Tarn will run from the spring of 2032.", act="forecast")
    late = mark(
        "b", "Trains to Tarn will not run before next spring.", act="forecast", days=(None, "2032-02-28")
    )
    assert stance_of(late, gist)[0] != "denies"
    assert stance_of(mark("c", "Trains to Tarn will not run.", act="forecast"), gist)[0] == "denies"


def test_what_will_not_be_on_the_day_foreseen_is_put_off() -> None:
    day = {"act": "forecast", "days": ("2031-09-01", "2031-09-01")}
    gist = mark("a", "Trains to Tarn will run again from 1 September.", published="2031-06-01", **day)
    late = mark("b", "The first train to Tarn will not run on 1 September.", published="2031-08-20", **day)
    same_day = mark(
        "c", "The first train to Tarn will not run on 1 September.", published="2031-06-01", **day
    )
    never = mark("d", "Trains to Tarn will not run again.", published="2031-08-20", act="forecast")
    assert [stance_of(one, gist)[0] for one in (late, same_day, never)] == ["updates", "denies", "denies"]


def test_an_undertaking_that_came_to_nothing_was_given() -> None:
    gist = mark("a", "The Government has undertaken to reopen the office.", published="2031-01-02")
    assert stance_of(mark("b", "The office has not reopened.", published="2031-05-02"), gist)[0] == "comments"
    assert stance_of(mark("c", "that the office would reopen", act="deny", negated=True), gist)[0] == "denies"


def test_what_will_not_last_beyond_a_day_ends_by_it() -> None:
    gist = mark("a", "Stocks in Tarn will be exhausted by the end of April.", act="forecast")
    days = ("2031-04-11", "2031-04-20")
    ends = mark("b", "Stocks in Tarn will not last beyond the middle of April.", act="forecast", days=days)
    assert stance_of(ends, gist)[0] != "denies"


def test_events_in_sequence_do_not_deny_each_other() -> None:
    monday, tuesday = ("2031-03-03", "2031-03-03"), ("2031-03-04", "2031-03-04")
    gist = mark("a", "The crossing at Tarn was closed on Monday.", days=monday)
    later = mark("b", "The crossing at Tarn was reopened on Tuesday.", days=tuesday)
    assert stance_of(later, gist)[0] == "updates"
    assert stance_of(gist, later)[0] == "supports"
    assert stance_of(mark("c", "The crossing at Tarn is open as ever."), gist)[0] == "denies"
    assert (
        stance_of(mark("d", "The crossing at Tarn was not closed on Monday.", days=monday), gist)[0]
        == "denies"
    )


def test_what_was_denied_long_before_anybody_said_it_is_no_denial_of_it() -> None:
    text = "A shipment of vaccine for 9,000 children has come to Tarn in Quillon."
    denied = "that a shipment of vaccine for 9,000 children had come to Tarn in Quillon"
    made = claim(
        mark("a", text, published="2031-07-20"),
        mark("b", denied, act="deny", negated=True, published="2031-03-02"),
        mark("c", denied, act="deny", negated=True, published="2031-07-21"),
    )
    by_day = {member.published: member.stance for member in stances(made)}
    assert by_day == {"2031-07-20": "supports", "2031-03-02": "comments", "2031-07-21": "denies"}


@pytest.mark.parametrize(
    ("text", "published", "stance"),
    [
        ("The Tarn pit has reopened.", "2031-05-04", "updates"),
        ("The Tarn pit has reopened.", "2031-03-05", "denies"),
        ("The Tarn pit is open as ever.", "2031-05-04", "denies"),
    ],
)
def test_what_is_otherwise_weeks_later_has_changed(text: str, published: str, stance: str) -> None:
    shut = mark("a", "The Tarn pit was sealed on Monday.")
    assert stance_of(mark("b", text, published), shut)[0] == stance


def test_what_was_said_before_a_change_does_not_deny_it() -> None:
    reopened = mark("a", "The Tarn pit has reopened.", "2031-05-04")
    assert stance_of(mark("b", "The Tarn pit is sealed.", "2031-03-04"), reopened)[0] == "supports"
    assert stance_of(mark("c", "The Tarn pit is sealed.", "2031-05-03"), reopened)[0] == "denies"


def test_what_happened_after_the_gist_was_printed_is_an_update() -> None:
    fields: dict[str, Any] = {"days": ("2031-04-02", "2031-04-02")}
    buried = "The miners of the Tarn colliery were laid to rest."
    assert stance_of(mark("b", buried, "2031-04-03", **fields), GIST)[0] == "updates"
    assert stance_of(mark("b", buried, "2031-03-09", **fields), GIST)[0] == "supports"


def test_words_printed_again_weeks_later_are_no_update() -> None:
    said = "The Tarn pit has now reopened."
    again = mark("b", said, "2031-05-04", days=("2031-05-01", "2031-05-01"))
    assert stance_of(again, mark("a", said))[0] == "supports"


@pytest.mark.parametrize(
    ("published", "stance"),
    [("2031-03-09", "updates"), ("2031-03-05", "supports"), ("2031-03-01", "supports")],
)
def test_only_a_later_number_is_an_update(published: str, stance: str) -> None:
    other = mark("b", "A fire at the Tarn colliery in Quillon killed 57 miners.", published)
    assert stance_of(other, GIST)[0] == stance


@pytest.mark.parametrize(
    ("published", "act", "stance"),
    [
        ("2031-06-01", "assert", "comments"),
        ("2031-06-01", "deny", "denies"),
        ("2031-03-01", "assert", "denies"),
    ],
)
def test_that_a_promise_has_not_come_true_neither_denies_nor_supports_it(
    published: str, act: str, stance: str
) -> None:
    promise = mark("a", "The bridge at Tarn will open in May.", act="promise")
    assert (
        stance_of(mark("b", "The bridge at Tarn has not opened.", published, act=act), promise)[0] == stance
    )
