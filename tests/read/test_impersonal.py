"""What is called a pity or no secret is so called by whoever writes; hearsay stays hearsay."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "own", "what"), load("en", "impersonal")["proofs"])
def test_what_names_nobody_is_said_by_whoever_writes(text: str, own: bool, what: str) -> None:
    (found,) = (one for one in read(text, "weights") if one.content.text == what)
    assert (found.source.kind == "author") is own
    if own:
        assert not found.propositions[0].factuality.endswith("U")
        assert found.act == "assert"
