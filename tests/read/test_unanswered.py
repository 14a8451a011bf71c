"""Who is asked and does not answer is silent, whoever tells it; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import BOTH, needs_weights, read


@needs_weights
@pytest.mark.parametrize("finder", BOTH)
@pytest.mark.parametrize(("sentence", "whom", "what"), load("en", "unanswered")["proofs"])
def test_who_does_not_answer_is_silent(finder: str, sentence: str, whom: str, what: str) -> None:
    found = [one for one in read(sentence, finder) if one.act == "decline"]
    assert [(one.source.name, one.content.text) for one in found] == ([(whom, what)] if whom else [])


def test_silence_may_be_told_by_another() -> None:
    text = "The Courier said that calls to the ministry went unanswered."
    courier, ministry = read(text, "rules")
    assert (ministry.source.name, ministry.act, ministry.within) == ("ministry", "decline", courier.id)
