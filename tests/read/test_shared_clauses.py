"""Two who speak of one clause have it both; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "statements"), load("en", "shared_clauses")["proofs"])
def test_a_clause_is_of_both_who_speak_of_it(text: str, statements: list[list[str]]) -> None:
    found = [[one.source.name, one.act, one.content.text] for one in read(text, "weights") if one.content]
    assert found == statements


@needs_weights
def test_who_denies_a_clause_has_not_heard_it_from_who_says_it() -> None:
    found = read("The prosecutor said, and the witness denied, that he had been paid.", "weights")
    assert [one.within for one in found] == [None, None]
