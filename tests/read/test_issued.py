"""Texts that are printed whole are said by who issued them, and who speaks in them stands inside."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

LEAD = "A spokesman for the Foreign Ministry issued the following statement on Monday:"
BODY = "Vessia claims that our ships carry shells.\n\nWe have never sent a ship there."


@needs_weights
@pytest.mark.parametrize(("lead", "who"), load("en", "issued")["proofs"])
def test_who_issues_a_text_says_it(lead: str, who: str) -> None:
    last = read(f"{lead}\n\nNo ship has left the bay.", "weights")[-1]
    assert (last.source.name if last.source.kind != "author" else "") == who


@needs_weights
def test_who_speaks_in_a_text_is_heard_through_who_issued_it() -> None:
    ministry = "spokesman for the Foreign Ministry"
    found = [one for one in read(f"{LEAD}\n\n{BODY}", "weights") if one.content.text]
    assert [one.chain[1:] for one in found] == [(ministry, "Vessia"), (ministry,)]
    assert [bool(one.within) for one in found] == [True, False]


@needs_weights
@pytest.mark.parametrize(
    "after", ["The spokesman added that talks would go on.", "* * *\n\nThe bay is deep."]
)
def test_a_text_ends_where_who_issued_it_is_told_of_again(after: str) -> None:
    found = read(f"{LEAD}\n\n{BODY}\n\n{after}\n\nNine ships lie in the bay.", "weights")
    assert found[-1].source.kind == "author"


@needs_weights
def test_of_a_list_the_items_are_the_text() -> None:
    text = "The panel gave the following answers:\n\n- The dam is safe.\n- The mill is not."
    found = [one for one in read(f"{text}\n\nIt rained all day.", "weights") if one.content.text]
    assert [one.source.kind == "author" for one in found] == [False, False, True]


@needs_weights
def test_what_is_quoted_is_left_to_its_marks() -> None:
    found = read(f"{LEAD}\n\n“No ship has left.”\n\nNine ships lie in the bay.", "weights")
    assert found[-1].source.kind == "author"


@needs_weights
@pytest.mark.parametrize(("before", "ends"), [(0, False), (4, True)])
def test_in_the_middle_of_a_report_a_text_ends_where_anybody_else_speaks(before: int, ends: bool) -> None:
    lead = "".join(f"Ship {number} lies in the bay.\n\n" for number in range(before))
    found = read(f"{lead}{LEAD}\n\nNo ship has left.\n\n{BODY}\n\nNine ships lie there.", "weights")
    assert (found[-1].source.kind == "author") is ends
