"""Where only a verb of speech stands, nobody has said anything; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.model import Span, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.unsaid import is_unsaid
from tests.read.readers import needs_weights, read
from tests.read.rule_proofs import relation_of, unmarked

CLASSES = [one for file in ("unsaid", "not_yet_said") for one in load("en", file)["classes"]]
FIRES = [sentence for group in CLASSES for sentence in group["fires"]]
SILENT = [sentence for group in CLASSES for sentence in group["silent"]]


def nothing_said(proof: str) -> bool:
    text, relation = unmarked(proof), relation_of(proof)
    each = Attribution(relation=relation, cue=read_cue(words_at(text, relation.cue)))
    return is_unsaid(text, [Span(0, len(text))], each, "en")


@pytest.mark.parametrize("proof", FIRES)
def test_nothing_was_said(proof: str) -> None:
    assert nothing_said(proof)


@pytest.mark.parametrize("proof", SILENT)
def test_what_was_said_stays(proof: str) -> None:
    assert not nothing_said(proof)


@needs_weights
@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Did the army deny that it had fired?", [("The Lantern", "ask", "U")]),
        ("“Did the army deny that it had fired?” the judge asked.", [("judge", "ask", "U")]),
        ("If the army denies that it fired, it is lying.", [("The Lantern", "assert", "PS+")]),
        ("He was paid to say that the vote was free.", [("The Lantern", "assert", "CT+")]),
        ("The opposition wants the minister to admit that he lied.", [("opposition", "believe", "U")]),
        ("It is time for the premier to admit that the war is lost.", [("The Lantern", "assert", "CT+")]),
        ("It is not true that the minister admitted the deaths.", [("The Lantern", "deny", "CT-")]),
        (
            "There is no record that the mayor promised to open the dam.",
            [("The Lantern", "unconfirmed", "U")],
        ),
        (
            "It would be wrong to say that the ministry has admitted the deaths.",
            [("The Lantern", "deny", "CT-")],
        ),
        ("The ministry hastened to deny that the camp exists.", [("ministry", "deny", "CT-")]),
        ("The ministry was forced to admit that the dam was unsafe.", [("ministry", "assert", "CT+")]),
    ],
)
def test_the_words_stay_with_who_says_the_sentence(text: str, statements: list[tuple[str, str, str]]) -> None:
    found = [(one.source.name, one.act, one.propositions[0].factuality) for one in read(text, "weights")]
    assert found == statements


@needs_weights
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The general's refusal to admit that he fired has drawn criticism.", "general"),
        ("The ministry's reluctance to confirm that prisoners died is telling.", "ministry"),
        ("The union criticised the ministry's refusal to say how many had died.", "ministry"),
    ],
)
def test_who_is_told_to_refuse_words_withholds_them(text: str, source: str) -> None:
    found = [
        (one.source.name, one.propositions[0].factuality)
        for one in read(text, "weights")
        if one.act == "decline"
    ]
    assert found == [(source, "U")]


@needs_weights
def test_a_wish_of_a_speaker_and_what_a_letter_passes_for_are_no_statements_by_themselves() -> None:
    wish = read("It is time for the firm to admit that the ship is unsafe, a union said.", "weights")
    assert [one.cue.text for one in wish if one.cue] == ["said"]
    letter = read("A letter purporting to be from the captain says that the engine is lost.", "weights")
    assert [(one.source.name, one.content.text) for one in letter] == [("letter", "that the engine is lost")]
