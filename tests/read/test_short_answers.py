"""Who answers that it is a lie denies what was asked, or what another said right before."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), load("en", "short_answers")["proofs"])
def test_who_only_rejects_denies_what_was_said_or_asked(text: str, who: str, what: str) -> None:
    found = [(s.source.name, s.content.text) for s in read(text, "weights") if s.cue and s.cue.act == "deny"]
    assert found == ([(who, what)] if who else [])
