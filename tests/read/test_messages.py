"""A statement that is put out denying something denies it, and one refusing to tell does not tell."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

BEFORE = "It rained in the valley on Monday.\n\n"


@needs_weights
@pytest.mark.parametrize(("text", "who", "act", "factuality", "what"), load("en", "messages")["proofs"])
def test_what_is_put_out_does_what_stands_behind_it(
    text: str, who: str, act: str, factuality: str, what: str
) -> None:
    told = [(s.source.name, s.cue.act, s.content.text, s.propositions[0].factuality)
            for s in read(f"{BEFORE}{text}", "weights") if s.cue and s.content.text == what]  # fmt: skip
    assert told == [(who, act, what, factuality)]
