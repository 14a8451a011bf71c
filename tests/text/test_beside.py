"""Two texts beside each other: what only one of them has, every character kept, in bounded time."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.beside import changed_places, rest_of


def only(text: str, places: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end].strip() for span in places]


def test_one_word_that_changed_is_marked_alone() -> None:
    before, after = "Nine men drowned on Tuesday.", "Eleven men drowned on Tuesday."
    found = changed_places(before, after)
    assert found is not None
    assert (only(before, found[0]), only(after, found[1])) == (["Nine"], ["Eleven"])


def test_a_sign_that_changed_is_marked() -> None:
    before, after = "They said no.", "They said no?"
    found = changed_places(before, after)
    assert found is not None
    assert (only(before, found[0]), only(after, found[1])) == (["."], ["?"])


def test_equal_texts_have_no_changes() -> None:
    assert changed_places("a b c", "a b c") == ((), ())
    assert changed_places("", "") == ((), ())


def test_what_would_take_long_is_left() -> None:
    assert changed_places("x " + "a " * 2_000 + "y", "z " + "a " * 2_000 + "w") is None


def test_what_both_begin_and_end_with_costs_nothing() -> None:
    same = "a " * 5_000
    found = changed_places(f"{same}one {same}", f"{same}two {same}")
    assert found is not None
    assert [len(side) for side in found] == [1, 1]


TEXTS = st.text(alphabet="ab .\n", max_size=60)


@given(TEXTS, TEXTS)
def test_what_is_left_of_both_without_the_changes_is_the_same(before: str, after: str) -> None:
    found = changed_places(before, after)
    assert found is not None
    kept = [
        "".join(text[s.start : s.end] for s in rest_of(len(text), places))
        for text, places in zip((before, after), found, strict=True)
    ]
    assert kept[0] == kept[1]
