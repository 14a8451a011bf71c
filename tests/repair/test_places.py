"""Where quoted words stand: once, or refused with the places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Span, words_at
from sayso.repair.places import Ambiguous, place_of
from tests.stopwatch import cpu_seconds, here, timed

TEXT = (
    "The embassy said “nothing” was lost. The clerk said that it was.\n\n"
    "The embassy’s gate\nwas shut. The clerk left.\n\n"
    "A guard waited."
)


def test_words_that_stand_once_are_found_wherever_that_is() -> None:
    assert words_at(TEXT, place_of(TEXT, "A guard waited", Span(0, 10))) == "A guard waited"


def test_white_space_and_the_form_of_quotation_marks_do_not_matter() -> None:
    assert words_at(TEXT, place_of(TEXT, "embassy's gate was")) == "embassy’s gate\nwas"
    assert words_at(TEXT, place_of(TEXT, '"nothing"')) == "“nothing”"


def test_the_nearest_scope_with_one_place_decides() -> None:
    far = TEXT.index("A guard")
    assert place_of(TEXT, "The clerk", Span(0, 5))[0].start == TEXT.index("The clerk")
    assert place_of(TEXT, "said", Span(0, 5))[0].start == TEXT.index("said")
    assert place_of(TEXT, "The clerk", Span(far, far + 3))[0].start == TEXT.rindex("The clerk")


def test_words_in_several_places_are_refused_with_the_places() -> None:
    with pytest.raises(Ambiguous, match=r"stands in 2 places: at \d+ .*The embassy.*, at \d+ "):
        place_of(TEXT, "The embassy")
    second = TEXT.rindex("The embassy")
    assert place_of(TEXT, "The embassy", at=second) == (Span(second, second + 11),)


def test_parts_stand_one_behind_the_other() -> None:
    assert words_at(TEXT, place_of(TEXT, "The embassy said … was lost")) == "The embassy said … was lost"
    with pytest.raises(UsageError, match="does not stand behind"):
        place_of(TEXT, "A guard … nothing")


@pytest.mark.parametrize("words", ["", " ", "…", "a … ", "nobody", "the EMBASSY", "x" * 30_000])
def test_what_is_not_printed_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        place_of(TEXT, words)


@given(st.integers(0, len(TEXT) - 2), st.integers(1, 40))
def test_what_is_found_is_printed_there(start: int, length: int) -> None:
    words = TEXT[start : start + length].strip()
    if words and "…" not in words:
        try:
            found = place_of(TEXT, words, Span(start, start + 1), at=None)
        except Ambiguous:
            return
        assert words_at(TEXT, found).split() == words.split()


@timed
def test_a_hostile_text_is_searched_in_linear_time() -> None:
    text = "a " * 60_000 + "a" + " " * 60_000

    def searched() -> None:
        with pytest.raises(UsageError):
            place_of(text, "a a a a b")

    assert cpu_seconds(searched, times=1) < here(2)
