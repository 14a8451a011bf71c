"""Times: what is found, what days it stands for, and what is left open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Span
from sayso.model.time import TimeExpression
from sayso.read.times.counting import in_the_past
from sayso.read.times.finding import find_times
from tests.stopwatch import cpu_seconds, here, timed

ANCHOR = date(2021, 5, 10)
DAYS = [
    ("North Korea was scheduled to receive some vaccine doses between February and May as a part of it.",
     "between February and May", date(2021, 2, 1), date(2021, 5, 31)),
    ("“a COVID-19 vaccine introduction could be envisaged in the second half of 2021.”",
     "the second half of 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("A high-level source told Daily NK on May 6 that scientists are analyzing it.",
     "May 6", date(2021, 5, 6), date(2021, 5, 6)),
    ("It will be finished before the end of autumn.", "before the end of autumn", None, date(2021, 11, 30)),
    ("The border has been closed since January.", "since January", date(2021, 1, 1), None),
    ("By May, 500 people had died.", "By May", None, date(2021, 5, 31)),
    ("The doses are to be delivered by June.", "by June", None, date(2021, 6, 30)),
    ("After March it was quiet.", "After March", date(2021, 4, 1), None),
    ("Until 2019 it was open.", "Until 2019", None, date(2019, 12, 31)),
    ("It was open before April 2020.", "before April 2020", None, date(2020, 3, 31)),
    ("It will open in June.", "June", date(2021, 6, 1), date(2021, 6, 30)),
    ("It opened in June.", "June", date(2020, 6, 1), date(2020, 6, 30)),
    ("In June, parliament will meet.", "June", date(2021, 6, 1), date(2021, 6, 30)),
]  # fmt: skip


def only(text: str, anchor: date | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor, lengths=True)
    return found


@pytest.mark.parametrize(("text", "words", "first", "last"), DAYS, ids=[row[0][:50] for row in DAYS])
def test_days_of_an_expression(text: str, words: str, first: date | None, last: date | None) -> None:
    found = only(text)
    assert (text[found.span.start : found.span.end], found.first, found.last) == (words, first, last)


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        (date(2021, 1, 10), date(2021, 2, 1), date(2021, 5, 31)),
        (date(2021, 5, 10), date(2021, 2, 1), date(2021, 5, 31)),
        (date(2021, 8, 10), date(2021, 2, 1), date(2021, 5, 31)),
    ],
)
def test_announced_window_is_the_nearest_one(published: date, first: date, last: date) -> None:
    found = only("It was scheduled to receive doses between February and May.", published)
    assert (found.first, found.last) == (first, last)


def test_a_day_of_the_month_is_the_one_nearest_to_the_day_told_before() -> None:
    text = "He saw lights on the night of 11 March. His wife put the date at the 12th, he said."
    found = find_times(text, ANCHOR)
    assert [one.first for one in found][-1] == date(2021, 3, 12)
    assert find_times("The pumps were shut on the 12th, he said.", ANCHOR)[0].first == date(2021, 4, 12)


def test_range_over_the_new_year_is_one_winter() -> None:
    found = only("It was shut between November and February.")
    assert (found.first, found.last) == (date(2020, 11, 1), date(2021, 2, 28))


def test_without_publication_date_nothing_relative_is_resolved() -> None:
    for text in ("It came last week.", "It came in May.", "It came on Friday.", "It came three days ago."):
        found = only(text, None)
        assert (found.first, found.last, found.relative, found.anchored) == (None, None, True, False)


def test_without_publication_date_full_dates_are_resolved() -> None:
    found = only("It came on 6 May 2021.", None)
    assert (found.first, found.relative, found.anchored) == (date(2021, 5, 6), False, True)


def test_since_without_publication_date_has_no_last_day() -> None:
    found = only("It has been closed since 2019.", None)
    assert (found.first, found.last) == (date(2019, 1, 1), None)


def test_vague_times_get_no_invented_days() -> None:
    found = only("It recently came.")
    assert found.vague
    assert (found.first, found.last) == (None, None)


def test_ambiguous_day_and_month_are_not_guessed() -> None:
    assert only("It was signed on 06/05/2021.").vague


@pytest.mark.parametrize("text", ["the website Orlan Today said so", "World Today and the Tomorrow Fund"])
def test_a_day_inside_a_name_is_no_time(text: str) -> None:
    assert [text[t.span.start : t.span.end] for t in find_times(text, ANCHOR)] == []


def test_today_at_the_start_of_a_sentence_is_a_time() -> None:
    assert len(find_times("It rained in Orlan. Today it is dry.", ANCHOR)) == 1


def test_a_month_beside_a_vow_is_when_it_was_vowed() -> None:
    text = "The council promised in January to stop the trade."
    assert find_times(text, date(2032, 3, 15))[0].first == date(2032, 1, 1)


def test_what_somebody_is_told_to_do_lies_ahead() -> None:
    text = "He instructed the council to build nine houses before the feast on October 10."
    assert find_times(text, date(2030, 6, 8))[-1].first == date(2030, 10, 10)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The bridge was closed on 1 September.", date(2031, 9, 1)),
        ("The bridge was closed on 1 November.", date(2030, 11, 1)),
        ("The ferry sank on 12 November.", date(2030, 11, 12)),
        ("The bridge will open on 1 September.", date(2032, 9, 1)),
        ("The talks are scheduled for 1 November.", date(2031, 11, 1)),
        ("The ministry said that the bridge opens on 1 September.", date(2032, 9, 1)),
        ("Sanctions take effect on 1 September, the envoy said.", date(2032, 9, 1)),
        ("Sanctions did not take effect on 1 September.", date(2031, 9, 1)),
        ("The decree of 1 November bans trade.", date(2030, 11, 1)),
        ("The starts on 1 September were slow.", date(2031, 9, 1)),
        ("The fair of 1 November draws crowds.", date(2031, 11, 1)),
        ("School begins\n\nOn 1 September the bell rang.", date(2031, 9, 1)),
    ],
)
def test_a_day_without_a_year_is_the_last_or_the_next_one_as_the_clause_tells(text: str, first: date) -> None:
    assert find_times(text, date(2031, 10, 3))[0].first == first


def test_what_lies_ahead_is_never_when_it_was_said() -> None:
    text = "It would stop, he said in October, in spring."
    anchor = date(2032, 3, 15)
    (found, _) = (in_the_past(text, t, anchor) for t in find_times(text, anchor))
    assert (found.first, found.last) == (date(2031, 10, 1), date(2031, 10, 31))


def test_length_of_time_has_no_place() -> None:
    found = only("It was closed for four years.")
    assert (found.duration, found.first, found.grain) == (True, None, "year")


def test_length_before_an_event_has_no_place() -> None:
    found = only("It will be sent within three weeks of the harvest.")
    assert (found.duration, found.first) == (True, None)


def test_same_day_is_the_last_day_of_the_paragraph() -> None:
    first, second = find_times("They met on 6 May 2021. On the same day it rained.", ANCHOR)
    assert second.first == first.first == date(2021, 5, 6)


def test_same_day_in_a_quotation_takes_no_day_from_outside() -> None:
    _, second = find_times("He told us on 6 May 2021. “They came the same day,” he said.", ANCHOR)
    assert (second.first, second.anchored) == (None, False)


def test_unsigned_by_a_day_to_come_looks_ahead() -> None:
    found = only("If it is not signed by Feb. 10, the schedule could slip, she warned.")
    assert (found.first, found.last) == (None, date(2022, 2, 10))


def test_this_winter_in_january_is_the_one_that_runs() -> None:
    assert only("It is cold this winter.", date(2031, 1, 9)).first == date(2030, 12, 1)


@pytest.mark.parametrize("words", ["for 30 days", "every Monday", "now", "at night", "a day"])
def test_what_tells_no_when_is_no_time(words: str) -> None:
    assert find_times(f"They worked {words}.", ANCHOR) == ()


def test_same_day_does_not_reach_into_the_next_paragraph() -> None:
    _, second = find_times("They met on 6 May 2021.\n\nOn the same day it rained.", ANCHOR)
    assert (second.first, second.anchored) == (None, False)


def test_months_of_a_story_follow_its_years() -> None:
    text = (
        "War began in June 1950. In September, they landed. In 1951 it went on; in 1952, too."
        " In March they met. It ended in 1953. In 1954 the prisoners came home. In October, the last left."
    )
    months = [one.first for one in find_times(text, ANCHOR) if one.relative]
    assert months == [date(1950, 9, 1), date(1952, 3, 1), date(1954, 10, 1)]


def test_only_the_part_asked_for_is_read() -> None:
    text = "It came in April. It left in May."
    (found,) = find_times(text, ANCHOR, within=Span(17, len(text)))
    assert text[found.span.start : found.span.end] == "May"


def test_parts_of_a_range_where_asked_for() -> None:
    text = "It was shut from 2019 to 2021."
    assert [text[one.span.start : one.span.end] for one in find_times(text, ANCHOR, whole=False)] == [
        "2019",
        "2021",
    ]


def test_impossible_dates_have_no_days() -> None:
    for text in ("It came on 31 February 2021.", "It came 9000 years ago.", "It came on 2021-13-45."):
        assert all(one.first is None for one in find_times(text, ANCHOR))


def test_text_without_times_gives_nothing() -> None:
    assert find_times("", ANCHOR) == find_times("Nothing happened.", None) == ()


def test_time_before_the_first_day_of_the_calendar_does_not_break() -> None:
    assert only("It was built before the 1st century.").first is None


def test_unknown_language_is_an_error() -> None:
    with pytest.raises(UsageError):
        find_times("It came.", ANCHOR, "xx")


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "on",
        "by",
        "until",
        "since",
        "before",
        "after",
        "between",
        "and",
        "to",
        "from",
        "late",
        "early",
        "mid",
        "end",
        "last",
        "next",
        "this",
        "that",
        "past",
        "same",
        "following",
        "May",
        "March",
        "Monday",
        "Friday",
        "spring",
        "week",
        "weeks",
        "year",
        "years",
        "quarter",
        "half",
        "first",
        "second",
        "two",
        "three",
        "few",
        "6",
        "15",
        "2021",
        "1999",
        "1990s",
        "Q3",
        "FY2021",
        "10:30",
        "a.m.",
        "ago",
        "later",
        "earlier",
        "every",
        "recently",
        "now",
        "today",
        "decade",
        "century",
        "BC",
        "1st",
        "Juche",
        "110",
        "(",
        ")",
        ",",
        ".",
        "-",
        "–",
        "'",
        "s",
        "Sun",
        "people",
        "was",
        "will",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))
ANCHORS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(TEXTS, st.one_of(st.none(), ANCHORS))
def test_expressions_are_sorted_disjoint_and_inside_the_text(text: str, anchor: date | None) -> None:
    end = 0
    for found in find_times(text, anchor):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        assert not text[found.span.start].isspace()
        assert not text[end - 1].isspace()


@given(TEXTS, st.one_of(st.none(), ANCHORS))
def test_first_day_is_never_after_the_last(text: str, anchor: date | None) -> None:
    for found in find_times(text, anchor):
        assert found.first is None or found.last is None or found.first <= found.last


@given(TEXTS)
def test_without_anchor_nothing_relative_gets_days(text: str) -> None:
    for found in find_times(text, None):
        if found.relative:
            assert (found.first, found.last, found.anchored) == (None, None, False)


@given(TEXTS, ANCHORS)
def test_vague_times_never_get_days(text: str, anchor: date) -> None:
    for found in find_times(text, anchor):
        assert not (found.vague or found.duration) or (found.first, found.last) == (None, None)


@given(
    st.sampled_from(
        ["Monday", "last Friday", "next Tuesday", "yesterday", "last week", "three days ago", "this week"]
    ),
    st.sampled_from(["They met {}.", "They will meet {}.", "{} it rained."]),
    st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    st.integers(-50, 50),
)
def test_whole_weeks_shift_weekday_times_alike(words: str, frame: str, anchor: date, weeks: int) -> None:
    step = timedelta(weeks=weeks)
    here, there = only(frame.format(words), anchor), only(frame.format(words), anchor + step)
    assert here.first is not None
    assert there.first == here.first + step


@timed
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["about ", "the last ", "May ", "of the end ", "2021-", "\n ", "1,111", "a.b.", "0" * 9]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(length_chars: int) -> float:
        text = piece * (length_chars // len(piece))
        return cpu_seconds(lambda: find_times(text, ANCHOR), times=2)

    assert seconds(80_000) < 4 * seconds(20_000) * 3 + here(0.5)
