"""What is due counts from when it was said; what lies behind, what ahead, and what has only a beginning."""

from datetime import date

import pytest

from sayso.model import Act
from sayso.read.times.calendar import easter
from sayso.read.times.finding import find_times
from sayso.read.times.roles import role_of
from tests.read.readers import read

PUBLISHED = "2026-03-02"  # a Monday
ANCHOR = date(2026, 3, 2)
Days = tuple[str, str | None, str | None]


def due_in(text: str) -> list[tuple[str | None, str | None]]:
    """First and last day of what is due in the statements of a text, each once."""
    told = [
        time for one in read(text, published=PUBLISHED) for part in one.propositions for time in part.times
    ]
    return list(dict.fromkeys((one.from_, one.to) for one in told if one.role == "due"))


def roles(text: str, act: Act = "assert") -> list[Days]:
    """Role, first and last day of the times of a clause that the publisher tells."""
    return [
        (role_of(text, one, act, ()), _iso(one.first), _iso(one.last)) for one in find_times(text, ANCHOR)
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 14 January the government pledged to free them within ten days.", None, "2026-01-24"),
        ("The minister said last October that it would reopen within three months.", None, "2026-01-31"),
        ("In May the ministry promised to publish the list by the end of the month.", None, "2025-05-31"),
        ("In 2024 the ministry promised that it would close by the end of the year.", None, "2024-12-31"),
        ("The army said on 9 December that it would withdraw by the 20th.", None, "2025-12-20"),
        ("“We will open next week,” the minister said on 3 February.", "2026-02-09", "2026-02-15"),
        ("The minister told them in December that it would come next year.", "2026-01-01", "2026-12-31"),
        ("In June 2025, the ministry said that it would close next month.", "2025-07-01", "2025-07-31"),
        ("The ministry said in September that it would open in November.", "2025-11-01", "2025-11-30"),
        ("The minister said on 3 February that it would resume on Monday.", "2026-02-09", "2026-02-09"),
        ("On 20 February the ministry promised to pay by Friday.", None, "2026-02-27"),
        ("The ministry said in 2023 that it would be ready in two years.", "2025-01-01", "2025-12-31"),
        ("The ministry said in September that it would open by the New Year.", None, "2026-01-01"),
        ("“It will open tomorrow,” the minister said on Saturday.", "2026-03-01", "2026-03-01"),
        ("The minister said on 3 February that it would open tomorrow.", "2026-02-04", "2026-02-04"),
    ],
)
def test_what_is_due_counts_from_when_it_was_said(text: str, first: str | None, last: str) -> None:
    assert due_in(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The minister said it would open next week.", "2026-03-09", "2026-03-15"),
        ("The minister said on Saturday that it would open tomorrow.", "2026-03-03", "2026-03-03"),
        ("The minister said in December that it would come this year.", "2026-01-01", "2026-12-31"),
        ("In 2024 the ministry said that it would open next month.", "2026-04-01", "2026-04-30"),
        ("The ministry said in May that it would open by 2028.", None, "2028-12-31"),
    ],
)
def test_what_a_writer_tells_of_his_own_day_counts_from_it(text: str, first: str | None, last: str) -> None:
    assert due_in(text) == [(first, last)]


def test_what_one_tells_of_another_was_said_by_then() -> None:
    text = "The agency reported on 5 February that the minister had said it would open next week."
    assert due_in(text) == [("2026-02-09", "2026-02-15")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The deadline of 1 February passed without a word.", [("event", "2026-02-01", "2026-02-01")]),
        ("The firm missed its deadline of 1 May.", [("event", "2025-05-01", "2025-05-01")]),
        ("The 1 May deadline has expired.", [("event", "2025-05-01", "2025-05-01")]),
        ("The deadline of 1 June will have passed by then.", [("due", "2026-06-01", "2026-06-01")]),
        ("The firm fears to miss a deadline of 1 June.", [("due", "2026-06-01", "2026-06-01")]),
        (
            "The vote, originally due in January, will be held in June.",
            [("due", "2026-01-01", "2026-01-31"), ("due", "2026-06-01", "2026-06-30")],
        ),
        (
            "A vote first scheduled for October has been put off until June.",
            [("due", "2025-10-01", "2025-10-31"), ("due", None, "2026-06-30")],
        ),
        ("A vote is due in January.", [("due", "2027-01-01", "2027-01-31")]),
    ],
)
def test_a_deadline_that_passed_and_a_first_plan_lie_behind(text: str, found: list[Days]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Both sides agreed to meet by the autumn.", [("due", None, "2026-11-30")]),
        ("Both sides agreed to hold talks in June.", [("due", "2026-06-01", "2026-06-30")]),
        ("Both sides agreed to meet on Friday.", [("due", "2026-03-06", "2026-03-06")]),
        ("Both sides had agreed to meet in February.", [("due", "2026-02-01", "2026-02-28")]),
        ("Both sides agreed in May to meet.", [("event", "2025-05-01", "2025-05-31")]),
        ("The envoy did not rule out a summit in May.", [("due", "2026-05-01", "2026-05-31")]),
        ("The general hinted at a truce in the third quarter.", [("due", "2026-07-01", "2026-09-30")]),
        ("The envoy ruled out in May a summit.", [("event", "2025-05-01", "2025-05-31")]),
        ("The envoy hinted that it had closed in May.", [("event", "2025-05-01", "2025-05-31")]),
    ],
)
def test_a_verb_of_what_is_to_come_looks_ahead(text: str, found: list[Days]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize("text", ["did not rule out {a summit in May}", "hinted {at a truce in May}"])
def test_what_is_not_ruled_out_is_due_where_the_verb_is_the_cue(text: str) -> None:
    content = text[text.index("{") + 1 : -1]
    assert due_in(f"The envoy {text.replace('{', '').replace('}', '')}.") == [("2026-05-01", "2026-05-31")]
    assert roles(content)[0][0] == "event"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The road would not be finished until May.", None, "2026-05-31"),
        ("The road would not be finished before 2028.", None, "2027-12-31"),
        ("The road would open no earlier than June.", "2026-06-01", None),
        ("The road will open not sooner than 2028.", "2028-01-01", None),
        ("The road will open in June at the earliest.", "2026-06-01", None),
        ("The road will not open until June at the earliest.", None, "2026-06-30"),
        ("The road will stay shut until May.", None, "2026-05-31"),
        ("The road had not been finished before May.", None, "2025-04-30"),
        ("The army promised not to attack before June.", None, "2026-05-31"),
        ("The road will be finished by June at the latest.", None, "2026-06-30"),
    ],
)
def test_what_comes_no_earlier_is_open_behind_and_what_is_denied_until_then_ends(
    text: str, first: str | None, last: str | None
) -> None:
    assert [found[1:] for found in roles(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "The siege would last another two weeks.",
        "The siege will last two weeks.",
        "It would be the first visit in two years.",
        "It would be the worst flood in ten years.",
        "The dam was built in two years.",
        "The Easter Rising will be shown.",
    ],
)
def test_how_long_it_lasts_is_no_day(text: str) -> None:
    assert [found for found in roles(text) if found[1] or found[2]] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orlan remains committed to the 1998 Understanding.", "event"),
        ("Orlan would honour the 4 July Accord.", "event"),
        ("Orlan says that the 2025 grain plan was fulfilled.", "event"),
        ("The 2028 Games will be held in Orlan.", "due"),
        ("Orlan will meet the 2027 deadline.", "due"),
        ("Orlan will be rebuilt in 2028.", "due"),
        ("In the summer Orlan will open.", "due"),
    ],
)
def test_a_year_inside_a_name_is_not_due(text: str, found: str) -> None:
    assert [one[0] for one in roles(text)] == [found]


def test_a_promise_is_not_due_in_the_year_of_a_name() -> None:
    assert roles("to respect the 1998 Understanding", "promise")[0][0] == "event"


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_where_the_computus_puts_it(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The school would open by Easter.", None, "2026-04-05"),
        ("The school opened on Good Friday.", "2025-04-18", "2025-04-18"),
        ("The school will open on Easter Monday 2027.", "2027-03-29", "2027-03-29"),
        ("The school would open by the New Year.", None, "2027-01-01"),
    ],
)
def test_feasts_have_days(text: str, first: str | None, last: str) -> None:
    assert [found[1:] for found in roles(text)] == [(first, last)]
