"""Words and marks with their places."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text import words


def printed(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return [text[span.start : span.end] for span in words(text)]


def test_numbers_and_short_forms_are_one_word() -> None:
    assert printed("U.N. sent 5,000 doses; it didn’t say why.") == [
        "U.N", ".", "sent", "5,000", "doses", ";", "it", "didn’t", "say", "why", ".",
    ]  # fmt: skip


def test_each_mark_stands_alone() -> None:
    assert printed("“No!” (so)") == ["“", "No", "!", "”", "(", "so", ")"]


def test_words_of_a_part_stay_in_it() -> None:
    assert words("one two three", Span(4, 7)) == [Span(4, 7)]


def test_a_blank_text_has_no_words() -> None:
    assert words(" \n\t") == words("") == []


@given(st.text(max_size=60))
def test_words_leave_out_white_space_alone(text: str) -> None:
    end = 0
    for span in words(text):
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()
