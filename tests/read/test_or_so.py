"""What stands before "or so X says" is X's; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "name", "act", "content"), load("en", "or_so")["proofs"])
def test_the_clause_before_or_so_is_theirs(text: str, name: str, act: str, content: str) -> None:
    found = [(one.source.name, one.act, one.content.text) for one in read(text, "weights")]
    assert (
        found == [(name, act, content)]
        if name != "-"
        else all(" so " in each[2] or each[2] for each in found)
    )
