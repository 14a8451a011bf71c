"""Who is set apart as the one who said it is its source; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "statements"), load("en", "clefts")["proofs"])
def test_who_is_set_apart_said_it(text: str, statements: list[list[str]]) -> None:
    found = [
        [one.source.name or "", one.content.text] for one in read(text, "weights") if one.cue and one.content
    ]
    assert found == statements
