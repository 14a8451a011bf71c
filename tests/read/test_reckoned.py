"""By whose count it is stands before or behind it; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "what"), load("en", "reckoned")["proofs"])
def test_whose_reckoning_it_is(sentence: str, who: str, what: str) -> None:
    found = [one for one in read(sentence, "weights") if one.cue and one.cue.lemma == "by account"]
    assert [(one.source.name.lower(), one.content.text) for one in found] == ([(who, what)] if who else [])
