"""A speaker whose verb is left out gives his own number; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "what"), load("en", "gapped")["proofs"])
def test_a_second_speaker_without_a_verb(sentence: str, who: str, what: str) -> None:
    found = [(one.source.name, one.content.text) for one in read(sentence, "weights")[1:]]
    assert [each for each in found if " … " in each[1] or not who] == ([(who, what)] if who else found)
    assert who or all(" … " not in content for _, content in found)
