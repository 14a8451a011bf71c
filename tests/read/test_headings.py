"""The lines above a report are no part of what anybody says."""

import pytest

from sayso.read.layout.headings import headings
from sayso.text import paragraphs
from tests.read.readers import read

PROSE = "The dam at Orlan has held through the night, the ministry of waters said on Monday in a statement."


def above(text: str) -> list[str]:
    return [text[span.start : span.end] for span in headings(text, paragraphs(text))]


def test_title_outlet_and_day_above_a_report_are_no_statements() -> None:
    text = f"Harrow Post\n\nDam holds through night\n4 March 2031\n\n{PROSE}"
    assert above(text) == ["Harrow Post", "Dam holds through night", "4 March 2031"]
    assert [one.sentence for one in read(text)] == [0]


def test_a_title_that_says_who_says_it_is_read() -> None:
    found = read(f"Harrow Post\n\nDam holds, ministry says\n4 March 2031\n\n{PROSE}")
    assert [one.source.text for one in found] == ["ministry", "the ministry of waters"]


def test_a_text_without_any_prose_has_no_headings() -> None:
    assert above("The ministry said the dam held\n\nResidents say the dam broke") == []


@pytest.mark.parametrize(
    "opening",
    [
        "The dam held.",  # a sentence
        "“The dam held”",  # a quotation
        "The ministry said on Monday that\nthe dam and",  # wrapped by hand: goes on in small letters
        "Q: Did the dam hold\nA: It did",  # turns
    ],
)
def test_what_is_said_above_a_report_is_no_heading(opening: str) -> None:
    assert above(f"{opening}\n\n{PROSE}") == []


def test_a_line_above_a_few_words_is_no_heading() -> None:
    assert above("The ministry said the dam held\n\nIt broke.") == []


def test_hundreds_of_lines_above_the_prose_are_no_headings() -> None:
    assert above("Rice is dear\n\n" * 300 + PROSE) == []


def test_a_line_that_goes_on_in_the_prose_below_it_is_no_heading() -> None:
    assert above(f"According to a study of the Northern\nBar Association, the dam is weak. {PROSE}") == []
