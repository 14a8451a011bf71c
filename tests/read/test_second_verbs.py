"""A second verb is of whoever spoke first; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "expected"), load("en", "second_verbs")["proofs"])
def test_a_second_verb_has_the_first_speaker(text: str, expected: list[list[str]]) -> None:
    found = [[one.source.name, one.act, one.content.text] for one in read(text, "weights") if one.content]
    assert sorted(found) == sorted(expected)


@needs_weights
@pytest.mark.parametrize(("text", "who"), load("en", "second_verbs")["asides"])
def test_an_aside_about_an_answer_is_no_speaker(text: str, who: str) -> None:
    told = text[text.rindex("that ") : -1]
    assert [one.source.name for one in read(text, "weights") if one.content.text == told] == [who]
