"""Who is punished for words has said them, and those who punish have not."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "what"), load("en", "punished")["proofs"])
def test_the_words_are_of_who_is_punished_for_them(sentence: str, who: str, what: str) -> None:
    found = [one for one in read(sentence, "weights") if one.source.kind != "author"]
    assert [(one.source.name, one.content.text) for one in found] == [(who, what)]


@needs_weights
def test_who_is_only_praised_beside_words_of_others_is_not_their_source() -> None:
    found = read("The union thanked the mayor for the news that the mill would open.", "weights")
    assert all(one.source.name != "mayor" for one in found)


@needs_weights
@pytest.mark.parametrize(("sentence", "who"), load("en", "completion")["unsaid_proofs"])
def test_who_does_not_decide_and_who_is_made_to_do_it_says_nothing(sentence: str, who: str) -> None:
    found = [one.source.name for one in read(sentence, "weights") if one.within is None]
    assert found == ([who] if who else found)
    assert len(read(sentence, "weights")) >= 1
