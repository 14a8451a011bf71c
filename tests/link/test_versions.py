"""Two captured texts of one page: every statement of both is told once, and what it became."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.versions import changes_of
from sayso.model import Statement
from tests.show.factory import document, statement

OLD = "The Mines Directorate said that nine men had died. A nurse said that the pit was open."
NEW = "The Mines Directorate said that thirty-four men had died. The Courier reported that rain fell."


def said(text: str, source: str, cue: str, content: str) -> Statement:
    return statement(content, source=source, cue=cue, text=text, of=document(text))


def old() -> list[Statement]:
    return [
        said(OLD, "The Mines Directorate", "said", "that nine men had died"),
        said(OLD, "A nurse", "said", "that the pit was open"),
    ]


def new() -> list[Statement]:
    return [
        said(NEW, "The Mines Directorate", "said", "that thirty-four men had died"),
        said(NEW, "The Courier", "reported", "that rain fell"),
    ]


def test_what_was_reworded_is_changed_what_came_is_added_what_went_is_dropped() -> None:
    found = changes_of(old(), new())
    assert [change.kind for change in found] == ["changed", "added", "dropped"]
    assert found[0].before is not None
    assert found[0].before.content.text == "that nine men had died"


def test_the_same_text_has_changed_nothing() -> None:
    assert {change.kind for change in changes_of(old(), old())} == {"same"}


def test_two_empty_versions_have_no_changes() -> None:
    assert changes_of([], []) == ()


def test_a_statement_that_is_printed_twice_is_matched_twice() -> None:
    assert [c.kind for c in changes_of([old()[0]], [old()[0], old()[0]])] == ["same", "added"]


@given(st.lists(st.integers(0, 3), max_size=6), st.lists(st.integers(0, 3), max_size=6))
def test_every_statement_of_both_versions_is_told_once(before: list[int], after: list[int]) -> None:
    pool = [*old(), *new()]
    first, second = [pool[i] for i in before], [pool[i] for i in after]
    found = changes_of(first, second)
    assert sorted(c.before.id for c in found if c.before) == sorted(s.id for s in first)
    assert [c.after.id for c in found if c.after] == [s.id for s in second]
