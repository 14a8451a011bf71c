"""What a time is to its statement: said, event or due."""

from datetime import date

import pytest

from sayso.model import Act, Span, Spans
from sayso.model.time import TimeExpression
from sayso.read.times.finding import find_times
from sayso.read.times.roles import role_of, said_of

ANCHOR = date(2021, 5, 10)
DUE: list[tuple[str, Act]] = [
    ("North Korea was scheduled to receive some doses between February and May", "assert"),
    ("a COVID-19 vaccine introduction could be envisaged in the second half of 2021", "assert"),
    ("the plant is to open in March", "assert"),
    ("it plans to open the border in June", "assert"),
    ("in June, the border will be opened", "assert"),
    ("the results are expected within three weeks of the harvest", "assert"),
    ("deliveries by the end of the year", "assert"),
    ("delivery in March", "promise"),
    ("further shootings in the coming weeks", "assert"),
    ("to do so in the course of 2032", "promise"),
    ("the need to finish the houses by the anniversary in October", "assert"),
    ("they will have to buy grain before February", "assert"),
    ("the border stays closed until October", "assert"),
    ("it will keep its northern borders closed until at least October", "forecast"),
    ("if it is not signed, the schedule could slip in June", "assert"),
]
EVENT: list[tuple[str, Act]] = [
    ("the plant would have opened in March", "assert"),
    ("it delivered rice in March", "assert"),
    ("the rice that arrived in March", "promise"),
    ("by May, 500 people had died", "assert"),
    ("the border has been closed since January 2020", "assert"),
    ("it has been closed for planned repairs since January", "assert"),
    ("officials said in May that nothing had come", "assert"),
    ("delivery in March", "assert"),
    ("delivery in March", "demand"),
    ("if the rains stay away until April, they would starve", "forecast"),
    ("Should he not speak on 1 May, the question will be hard", "forecast"),
]


@pytest.mark.parametrize(("content", "act"), DUE)
def test_what_is_promised_or_scheduled_is_due(content: str, act: Act) -> None:
    (found,) = find_times(content, ANCHOR)
    assert role_of(content, found, act, (Span(0, len(content)),)) == "due"


@pytest.mark.parametrize(("content", "act"), EVENT)
def test_what_happened_is_an_event(content: str, act: Act) -> None:
    (found,) = find_times(content, ANCHOR)
    assert role_of(content, found, act, (Span(0, len(content)),)) == "event"


def test_one_content_can_hold_both_roles() -> None:
    content = "it was built in 1990 and will be closed in 2022"
    roles = [role_of(content, one, "assert", (Span(0, len(content)),)) for one in find_times(content, ANCHOR)]
    assert roles == ["event", "due"]


def test_words_outside_of_the_content_give_no_role() -> None:
    text = "It will say that the rice arrived. Rice came in March"
    (found,) = find_times(text, ANCHOR)
    assert role_of(text, found, "assert", (Span(text.index("Rice"), len(text)),)) == "event"


def said(text: str, source: str, cue: str, content: str) -> TimeExpression | None:
    def spans(words: str) -> Spans:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    return said_of(
        text, find_times(text, ANCHOR), source=spans(source), cue=spans(cue), content=spans(content),
        sentence=Span(0, len(text)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A source told Daily NK on May 6 that it has come since April.", "that it has come since April."),
        ("On May 6, a source told us that it came in April.", "that it came in April."),
        ("“It came in April,” a source told us on May 6.", "“It came in April,”"),
    ],
)
def test_time_in_the_cue_clause_is_when_it_was_said(text: str, content: str) -> None:
    found = said(text, "source", "told", content)
    assert found is not None
    assert text[found.span.start : found.span.end] == "May 6"


def test_time_inside_the_content_is_not_when_it_was_said() -> None:
    assert said("A source told us that it came in April.", "source", "told", "that it came in April.") is None


def test_length_of_time_is_not_when_it_was_said() -> None:
    assert said("For years, a source told us that it came.", "source", "told", "that it came.") is None


def test_statement_without_cue_was_said_at_no_printed_time() -> None:
    assert said("It came in April.", "", "", "It came in April.") is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A source told us on May 6 that it denied the raid.", "it", "denied", "the raid"),
        ("State media on May 6 rejected reports of hunger.", "", "reports", "of hunger"),
        ("He vanished in 2020, she pointed out.", "she", "pointed out", "He vanished"),
    ],
)
def test_time_of_another_verb_is_not_when_it_was_said(text: str, source: str, cue: str, content: str) -> None:
    assert said(text, source, cue, content) is None


def test_a_month_in_the_subject_of_a_clause_is_told_by_the_verb_of_the_clause() -> None:
    text = "Word has spread in the yards that wages for August will be paid in flour."
    (found,) = find_times(text, ANCHOR)
    assert found.first == date(2021, 8, 1)
