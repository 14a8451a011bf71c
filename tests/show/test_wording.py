"""A wording beside the one before it: nothing of either is lost, and what did not change is not marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.wording import MOST_CHARS, anew, marked, wording
from tests.stopwatch import cpu_seconds, here, timed

TEXTS = st.text(alphabet="ab. ,\n", max_size=60)


@pytest.mark.parametrize(
    ("before", "after", "html"),
    [
        ("the port is shut", "the port is shut", "the port is shut"),
        ("open in May", "open in June", "open in <del>May </del><ins>June</ins>"),
        ("the big ship sank", "the ship sank", "the <del>big </del>ship sank"),
        ("the ship sank", "the big ship sank", "the <ins>big</ins> ship sank"),
        ("the ship was lost, he said", "the ship, he said", "the ship<del> was lost</del>, he said"),
        ("", "new words", "<ins>new words</ins>"),
        ("old words", "", "<del>old words</del>"),
        ("The Port", "the port", "the port"),
        ("a <b> c", "a <i> c", "a &lt;<del>b</del><ins>i</ins>&gt; c"),
    ],
)
def test_changed_words_are_marked_in_their_place(before: str, after: str, html: str) -> None:
    assert marked(wording(before, after)).html == html


@given(before=TEXTS, after=TEXTS)
def test_what_is_not_gone_is_the_later_text_character_for_character(before: str, after: str) -> None:
    assert "".join(piece.text for piece in wording(before, after) if piece.mark != "gone") == after


@given(before=TEXTS, after=TEXTS)
def test_what_is_gone_stood_in_the_earlier_text(before: str, after: str) -> None:
    assert all(piece.text.strip() in before for piece in wording(before, after) if piece.mark == "gone")


@given(text=TEXTS)
def test_the_same_words_are_never_marked(text: str) -> None:
    assert {piece.mark for piece in wording(text, text)} <= {"same"}


def test_a_wording_of_other_words_is_another_one() -> None:
    assert anew(wording("the port is shut", "nobody was ever there"))
    assert not anew(wording("the port will open in May", "the port will open in June"))


@timed
@pytest.mark.parametrize(("old", "new"), [("a b ", "b a "), ("a ", "a "), ("w x ", "y z "), (". , ", ", . ")])
def test_long_wordings_take_little_time(old: str, new: str) -> None:
    size = MOST_CHARS // len(old)
    assert cpu_seconds(lambda: wording(old * size, new * size), times=1) < here(2)


def test_what_is_too_long_is_shown_without_marks() -> None:
    after = "x " * MOST_CHARS
    assert [piece.mark for piece in wording("y", after)] == ["same"]
