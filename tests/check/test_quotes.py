"""Quotations: what stands verbatim, what is near it, whatever quotation marks and words left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check.quotes import Spoken, Words, quotations
from tests.stopwatch import cpu_seconds, here, timed

PRINTED = (
    "The official said: “The lorries came back the same day. There’s nothing left, nothing at all, to load.”"
)


@pytest.mark.parametrize(
    "quote",
    [
        "The lorries came back the same day.",
        "the lorries came back the same day,",
        "There's nothing left",
        "The lorries … came back",
        "The lorries ... nothing at all",
        "[They] came back the same day",
        "There’s nothing [else], to load",
    ],
)
def test_words_that_are_printed_are_verbatim_whatever_the_marks(quote: str) -> None:
    assert Words(PRINTED).verbatim(quote) is not None


@pytest.mark.parametrize("quote", ["The lorries came back the same night", "", "…", "day same the back came"])
def test_other_words_or_another_order_are_not_verbatim(quote: str) -> None:
    assert Words(PRINTED).verbatim(quote) is None


def test_the_nearest_words_end_with_their_sentence() -> None:
    near = Words(PRINTED).nearest("The lorries came back the same night")
    assert near is not None
    assert PRINTED[near.span.start : near.span.end] == "The lorries came back the same day"


def test_words_that_are_like_nothing_have_no_nearest() -> None:
    assert Words(PRINTED).nearest("A wholly different thing was spoken there") is None


def test_scare_quotes_are_no_quotations() -> None:
    text = 'The “reform” was called "a very great success" by nobody.'
    assert [text[a:b] for a, b in quotations(text)] == ["a very great success"]


@given(
    st.lists(st.sampled_from(["ferry", "sank", "off", "the", "port", "nine"]), min_size=3, max_size=30),
    st.data(),
)
def test_any_run_of_printed_words_is_verbatim(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert Words(" ".join(words)).verbatim(" ".join(words[start:end])) is not None


@timed
def test_hostile_quotation_marks_take_linear_time() -> None:
    assert quotations("“" * 20_000 + "[" * 20_000) == []
    assert cpu_seconds(lambda: quotations("“" * 20_000 + "[" * 20_000), times=1) < here(2)
    assert cpu_seconds(lambda: Words("a " * 5_000).nearest("b " * 500), times=1) < here(4)


def test_dots_may_not_stand_for_a_not() -> None:
    printed = Words("“I have not left my desk in these weeks, because it was not my turn, she said, to go.”")
    assert printed.verbatim("I have … left my desk in these weeks") is None
    assert printed.verbatim("I have not left my desk … to go")


def test_words_that_a_name_interrupts_are_one_speech() -> None:
    whole = Words("“The lorries came back,” the clerk said. “There was nothing to load.”")
    assert whole.verbatim("The lorries came back. There was nothing to load") is None
    assert Spoken(whole).verbatim("The lorries came back. There was nothing to load")
    assert Spoken(whole).verbatim("came back the clerk said") is None
