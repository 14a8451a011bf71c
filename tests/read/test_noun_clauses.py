"""What a noun of words says ends where the sentence goes on about the noun."""

import pytest

from sayso.model import Span
from sayso.read.rules.view import view_of
from sayso.read.turns.noun_clauses import main_verb_behind
from tests.read.readers import needs_weights, read


def verb_behind(sentence: str, opener: str = "that") -> str:
    """The verb behind the clause that the first `opener` begins; "" for none."""
    view = view_of(sentence, Span(0, len(sentence)), "en")
    found = main_verb_behind(view, view.words.tokens.index(opener), "en")
    return view.at(found) if found is not None else ""


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The claim that those men had scurvy is not supported by the records.", "is"),
        ("The claim that no one died angered relatives.", "angered"),
        ("The promise that they would be freed by May has not been kept.", "has"),
        ("The claim that the men were badly beaten drew protests.", "drew"),
        ("The demand that wages be raised was rejected.", "was"),
        ("The claim that the general said the men were dead angered relatives.", "angered"),
        ("The claim that workers who complained were fired is false.", "is"),
        ("The claim that what he said was false is wrong.", "is"),
        ("The claim that no one knew where they were held was wrong.", "was"),
        ("He doubts the claim that the men he saw were dead.", ""),
        ("He doubts the claim that the men the army held were dead.", ""),
        ("He doubts the claim that workers who complained were fired.", ""),
        ("He doubts the claim that what he said was wrong.", ""),
        ("He doubts the claim that the mill had burned and nine men were dead.", ""),
        ("He doubts the claim that the mayor said the mill was shut.", ""),
        ("He doubts the claim that the mill would have been closed.", ""),
        ("The claim that the men seem to have left is wrong.", "is"),
        ("The claim that they had either won or lost is wrong.", ""),
        ("The view that judges shouldn't weigh what men wrote is not widely shared.", "is"),
        ("He doubts the claim that the men seemed to have left.", ""),
        ("He doubts the claim that the attack had cost the lives of nine men.", ""),
        ("He doubts the claim that the men Ilo Marsk hired were spies.", ""),
        ("He doubts the claim that the party has either won or lost.", ""),
        ("He doubts the claim that the mill closed when the water rose.", ""),
    ],
)
def test_the_verb_of_the_sentence_is_the_one_that_no_clause_has_due(sentence: str, verb: str) -> None:
    assert verb_behind(sentence) == verb


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        (
            "The ministry's claim that those men had scurvy is not supported by the records, Ines Caro said.",
            "claim",
            "that those men had scurvy",
        ),
        (
            "The army's statement on Monday that the town had been retaken was wrong, a resident said.",
            "statement",
            "that the town had been retaken",
        ),
        ("The minister's claim that no one died angered relatives.", "claim", "that no one died"),
        (
            "The army's silence on whether the town had fallen fed rumours.",
            "silence on",
            "whether the town had fallen",
        ),
        (
            "The minister's promise that the men would be freed by May has not been kept.",
            "promise",
            "that the men would be freed by May",
        ),
        (
            "She rejected the minister's claim that the men he saw were dead.",
            "claim",
            "that the men he saw were dead",
        ),
    ],
)
def test_what_a_noun_says_ends_before_the_verb_of_the_sentence(sentence: str, cue: str, content: str) -> None:
    (one,) = [one for one in read(sentence, "weights") if one.cue and one.cue.text == cue]
    assert one.content.text == content


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        (
            "The minister's promise that the men would be freed by May has not been kept.",
            [("CT-", "The minister's promise … has not been kept")],
        ),
        (
            "The minister's claim that no one died angered relatives.",
            [("CT+", "The minister's claim … angered relatives")],
        ),
        ("The minister's claim that no one died angered relatives, a nurse said.", []),
        ("Has the minister's promise that the men would be freed by May been kept?", []),
    ],
)
def test_what_the_sentence_says_of_the_words_is_the_author_s_own(
    sentence: str, own: list[tuple[str, str]]
) -> None:
    found = [one for one in read(sentence, "weights") if one.source.kind == "author" and one.act == "assert"]
    assert [(p.factuality, p.text) for one in found for p in one.propositions] == own


@needs_weights
@pytest.mark.parametrize(
    "sentence",
    [
        "The allegation that the mayor had been bribed was first made by the blog Brinwatch.",
        "The claim that the mayor had been bribed was spread by Brinwatch, a blog.",
    ],
)
def test_by_whom_a_claim_was_made_is_whose_it_is(sentence: str) -> None:
    found = [one for one in read(sentence, "weights") if one.content.text == "that the mayor had been bribed"]
    assert ["Brinwatch" in one.source.name for one in found] == [True]
