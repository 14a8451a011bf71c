"""Whose words "its claim" and "when it said" are, where their clause tells; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "content", "who"), load("en", "bound")["proofs"])
def test_who_is_told_of_last_is_whose_words_they_are(text: str, content: str, who: str) -> None:
    found = {one.source.name for one in read(text, "weights") if one.content.text == content}
    assert found == {who}


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "The ministry says those who claim the king is dead are traitors.",
        "The palace accused those who say the king is dead of treason.",
        "The premier mocked those who said that the king was dead.",
    ],
)
def test_who_denounces_those_who_say_it_does_not_say_it(text: str) -> None:
    found = [
        one.source.name
        for one in read(text, "weights")
        if one.content.text.startswith(("the king", "that the king"))
    ]
    assert found
    assert {"ministry", "palace", "premier"}.isdisjoint(found)
