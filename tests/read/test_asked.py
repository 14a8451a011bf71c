"""Who is asked, told or accused does not ask, tell or accuse; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "cue", "name", "content"), load("en", "asked")["proofs"])
def test_whose_question_word_or_charge_it_is(text: str, cue: str, name: str, content: str) -> None:
    found = [one for one in read(text, "weights") if one.cue and one.cue.text == cue]
    assert [one.source.name for one in found] == ([] if name == "-" else [name])
    assert all(one.content.text == content for one in found)
