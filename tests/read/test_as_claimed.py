"""Who claims what a sentence denies is not made to say the negative; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "expected"), load("en", "as_claimed")["proofs"])
def test_who_claims_what_is_denied_says_it_without_the_not(sentence: str, expected: list[list[str]]) -> None:
    found = [
        [
            "" if one.source.kind == "author" else one.source.name,
            one.propositions[0].factuality,
            one.content.text,
        ]
        for one in read(sentence, "weights")
    ]
    assert sorted(found) == sorted(expected)
