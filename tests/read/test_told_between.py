"""Through whom words came is told where it is named in the midst of them, too."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "chain", "what"), load("en", "told_between")["proofs"])
def test_who_is_named_between_hands_it_on(text: str, chain: list[str], what: str) -> None:
    found = [one for one in read(text, "weights") if one.content.text == what]
    assert [list(one.chain)[1:] for one in found] == [chain]
