"""What stands behind “Claim:” is nobody's word, a myth is denied, and what is unclear is left open."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "act", "weight", "what"), load("en", "labelled")["proofs"])
def test_a_label_tells_whose_it_is(text: str, act: str, weight: str, what: str) -> None:
    (found,) = read(text, "weights")
    assert (found.act, found.content.text) == (act, what)
    assert [one.factuality for one in found.propositions] == [weight]
    assert (found.source.kind == "author") is (act != "assert")


@needs_weights
@pytest.mark.parametrize("text", load("en", "labelled")["silent"])
def test_other_words_before_a_colon_are_no_label(text: str) -> None:
    (found,) = read(text, "weights")
    assert found.cue is None
