"""Whoever is described between what he tells and the verb tells it, and not the outlet that is told."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), load("en", "described_tellers")["proofs"])
def test_who_is_described_before_the_verb_tells(text: str, who: str, what: str) -> None:
    found = read(text, "weights")
    assert [(one.source.text, one.content.text) for one in found] == [(who, what)]
