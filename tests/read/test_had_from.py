"""What is had from somebody of whom a relative clause tells first is his; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

WORDS = load("en", "had_from")


@needs_weights
@pytest.mark.parametrize(("text", "name"), WORDS["proofs"])
def test_what_stands_behind_the_relative_clause_is_told_by_whom_it_is_of(text: str, name: str) -> None:
    told = text[text.rindex("that ") : -1]
    found = [one for one in read(text, "weights") if one.content.text == told]
    assert [one.source.name for one in found] == [name]


@needs_weights
@pytest.mark.parametrize("text", WORDS["silent"])
def test_what_the_relative_clause_tells_itself_stays_there(text: str) -> None:
    told = text[text.rindex("that ") : -1]
    assert [one.source.text for one in read(text, "weights") if one.content.text == told] in (
        ["a guard"],
        ["who"],
        ["a man"],
    )
