"""What holds "if the ministry is to be believed" is the ministry's; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

WORDS = load("en", "to_be_believed")


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), WORDS["proofs"])
def test_who_is_to_be_believed_says_it(text: str, who: str, what: str) -> None:
    found = [(one.source.name, one.act, one.content.text) for one in read(text, "weights")]
    assert (who, "assert", what) in found
    assert all(name == who for name, _, _ in found)


@needs_weights
@pytest.mark.parametrize("text", WORDS["silent"])
def test_reports_and_questions_are_nobody_to_be_believed(text: str) -> None:
    assert all(one.source.name not in ("reports", "ministry") for one in read(text, "weights"))
