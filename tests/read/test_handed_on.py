"""An outlet that is said to have carried words stands in their chain; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

WORDS = load("en", "handed_on")


@needs_weights
@pytest.mark.parametrize(("text", "through"), WORDS["proofs"])
def test_through_whom_words_came_stands_in_their_chain(text: str, through: list[str]) -> None:
    told = text[text.rindex("that ") : -1]
    assert [one.chain[1:] for one in read(text, "weights") if one.content.text == told] == [tuple(through)]


@needs_weights
@pytest.mark.parametrize("text", WORDS["silent"])
def test_what_is_carried_by_hand_or_told_of_is_not_handed_on(text: str) -> None:
    assert all(one.cue is None or one.cue.lemma != "relay" for one in read(text, "weights"))
