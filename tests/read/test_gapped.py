"""A speaker whose verb is left out gives his own number; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "what"), load("en", "gapped")["proofs"])
def test_a_second_speaker_without_a_verb(sentence: str, who: str, what: str) -> None:
    found = [(one.source.name, one.content.text) for one in read(sentence, "weights")[1:]]
    assert [each for each in found if " … " in each[1] or not who] == ([(who, what)] if who else found)
    assert who or all(" … " not in content for _, content in found)


@needs_weights
@pytest.mark.parametrize(("sentence", "statements"), load("en", "gapped")["clauses"])
def test_a_second_speaker_with_a_clause_and_no_verb(sentence: str, statements: list[list[str]]) -> None:
    found = [
        [one.source.name, one.propositions[0].factuality, one.content.text]
        for one in read(sentence, "weights")
        if one.content and one.propositions
    ]
    assert found[: len(statements)] == statements


@needs_weights
def test_others_speak_without_a_verb() -> None:
    found = [
        (one.source.text, one.content.text)
        for one in read("Some said he had fled, others that he was dead.", "weights")
        if one.content
    ]
    assert found == [("Some", "he had fled"), ("others", "that he was dead")]


@needs_weights
@pytest.mark.parametrize(("text", "wanted"), load("en", "gapped")["each_ones"])
def test_each_of_two_sources_has_his_own_number(text: str, wanted: list[list[str]]) -> None:
    found = [[one.source.name, one.content.text] for one in read(text, "weights") if one.cue]
    assert sorted(found) == sorted(wanted)
