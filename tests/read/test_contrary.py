"""Nobody is made to say what a sentence holds against him, or denies; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "expected"), [*load("en", "contrary")["proofs"], *load("en", "as_claimed")["proofs"]]
)
def test_what_is_held_against_somebody_is_not_his(sentence: str, expected: list[list[str]]) -> None:
    found = [
        [
            "" if one.source.kind == "author" else one.source.name,
            one.propositions[0].factuality,
            one.content.text,
        ]
        for one in read(sentence, "weights")
    ]
    assert sorted(found) == sorted(expected)
