"""A nod or a "no" says, or denies, what was asked; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "name", "act", "factuality", "content"), load("en", "gestures")["proofs"]
)
def test_an_answer_without_words_of_its_own(
    sentence: str, name: str, act: str, factuality: str, content: str
) -> None:
    found = [one for one in read(sentence, "weights") if one.cue and one.cue.lemma in ("say yes", "say no")]
    assert [(o.source.name, o.act, o.propositions[0].factuality, o.content.text) for o in found] == (
        [(name, act, factuality, content)] if name else []
    )
