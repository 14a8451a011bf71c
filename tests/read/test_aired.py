"""Where something was heard is no part of it, and an outlet says what was heard on it."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "who", "cue", "what"), load("en", "aired")["proofs"])
def test_what_was_heard_somewhere_begins_behind_where(text: str, who: str, cue: str, what: str) -> None:
    found = [one for one in read(text, "weights") if one.content.text == what]
    assert [(one.source.name, one.cue and one.cue.text) for one in found] == [(who, cue)]


@needs_weights
def test_an_outlet_with_the_name_of_a_way_to_tell_is_somebody() -> None:
    (found,) = read("The Mail said that the dam had burst.", "weights")
    assert found.source.name == "The Mail"
