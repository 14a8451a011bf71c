"""Who says what another does not say is its source; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "expected"), load("en", "as_claimed")["others"])
def test_what_one_does_not_say_another_does(text: str, expected: list[list[str]]) -> None:
    found = [
        [
            "" if one.source.kind == "author" else one.source.name,
            one.act,
            one.propositions[0].factuality,
            one.content.text,
        ]
        for one in read(text, "weights")
        if one.content
    ]
    assert sorted(found) == sorted(expected)
