"""Which words one text has that another has not: places that hold, and nothing marked that is the same."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.differences import difference
from sayso.text.words import words

texts = st.lists(
    st.sampled_from(["the", "bridge", "is", "safe", "for", "cars", ",", "not"]), max_size=30
).map(" ".join)


def left(text: str, changed: list[Span]) -> list[str]:
    """The words of a text that are in none of the spans."""
    return [
        text[s.start : s.end] for s in words(text) if not any(part.contains(s) for part in changed)
    ]  # fmt: skip


def test_the_words_that_changed_are_told_with_their_places() -> None:
    before, after = "that the bridge was safe for lorries", "that the bridge was closed to lorries"
    gone, new = difference(before, after)
    assert [before[s.start : s.end] for s in gone] == ["safe for"]
    assert [after[s.start : s.end] for s in new] == ["closed to"]


def test_case_and_white_space_are_no_change() -> None:
    assert difference("The bridge  is safe", "the bridge is\nsafe") == ([], [])


def test_all_of_a_text_is_new_beside_a_blank_one() -> None:
    assert difference("", "It is safe.") == ([], [Span(0, 11)])


@given(texts, texts)
def test_what_is_left_unmarked_is_the_same_in_both_in_the_same_order(a: str, b: str) -> None:
    gone, new = difference(a, b)
    assert left(a, gone) == left(b, new)


@given(texts)
def test_a_text_has_no_difference_from_itself(text: str) -> None:
    assert difference(text, text) == ([], [])


def test_repeated_words_of_two_long_texts_take_no_time_to_speak_of() -> None:
    gone, new = difference("a b " * 20_000, "b a " * 20_001)
    assert gone or new
