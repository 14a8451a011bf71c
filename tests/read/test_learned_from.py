"""What somebody learned from another was said by that one."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "chains"), load("en", "learned_from")["proofs"])
def test_who_told_it_is_in_the_chain(text: str, chains: list[list[str]]) -> None:
    found = [list(one.chain)[1:] for one in read(text, "weights") if one.cue]
    assert sorted(found) == sorted(chains)
