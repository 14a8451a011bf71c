"""A second verb is of whoever spoke first; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "expected"), load("en", "second_verbs")["proofs"])
def test_a_second_verb_has_the_first_speaker(text: str, expected: list[list[str]]) -> None:
    found = [[one.source.name, one.act, one.content.text] for one in read(text, "weights") if one.content]
    assert sorted(found) == sorted(expected)
