"""What is said of reports is no part of what they report; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.model import Span, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.turns.verdicts import with_verdicts_outside
from tests.read.readers import needs_weights, read
from tests.read.rule_proofs import marked, unmarked

WORDS = load("en", "verdicts")


def mended(proof: str) -> tuple[str, str]:
    """Source and content after the mend, of a finder that ran on behind the verdict."""
    text = unmarked(proof)
    source, cue, content = marked(proof)
    at = text.index(content) - len(cue) - 1
    front = source.removesuffix(cue).strip()
    run_on = Span(text.index(content), len(text) - 1)
    relation = Relation(
        source=(Span(text.index(front), text.index(front) + len(front)),) if front else (),
        cue=(Span(at, at + len(cue)),),
        content=(run_on,),
    )
    one = Attribution(relation=relation, cue=read_cue(cue))
    (found, *_) = with_verdicts_outside(text, [Span(0, len(text))], [one], "en")
    return words_at(text, found.relation.source), words_at(text, found.relation.content)


@pytest.mark.parametrize("proof", WORDS["fires"])
def test_the_verdict_is_no_part_of_the_report(proof: str) -> None:
    source, _, content = marked(proof)
    assert mended(proof) == (source, content)


@pytest.mark.parametrize("proof", WORDS["silent"])
def test_a_verb_of_the_report_itself_stays(proof: str) -> None:
    source, _, _ = marked(proof)
    text = unmarked(proof)
    assert mended(proof) == (source, text[text.index("that") : -1])


@needs_weights
def test_reports_of_no_body_are_a_source_by_themselves() -> None:
    found = read("The ministry said that foreign reports that the dam broke are a fabrication.", "weights")
    (one,) = [one for one in found if one.cue and one.cue.text == "reports"]
    assert (one.source.name, one.source.kind, one.source.anonymous) == ("foreign reports", "media", True)
    assert one.content.text == "that the dam broke"


@needs_weights
@pytest.mark.parametrize(("act", "sentence", "content"), WORDS["passed"])
def test_a_verdict_in_nobody_s_words_is_the_author_s_own(act: str, sentence: str, content: str) -> None:
    found = [one for one in read(sentence, "weights") if one.source.kind == "author" and one.cue]
    assert [(one.act, one.content.text) for one in found] == ([(act, content)] if act else [])


def test_who_made_the_report_may_stand_before_its_clause() -> None:
    text = "Reports by hostile media that the mine had flooded are sheer fabrications, the firm said."
    relation = Relation(
        source=(Span(11, 24),), cue=(Span(0, 7),), content=(Span(25, text.index(", the firm")),)
    )
    one = Attribution(relation=relation, cue=read_cue("Reports"))
    (found, *_) = with_verdicts_outside(text, [Span(0, len(text))], [one], "en")
    assert words_at(text, found.relation.content) == "that the mine had flooded"


@needs_weights
@pytest.mark.parametrize(("sentence", "denied"), WORDS["called"])
def test_who_calls_it_false_denies_what_it_says(sentence: str, denied: str) -> None:
    found = [one for one in read(sentence, "weights") if one.act == "deny"]
    assert [one.content.text for one in found] == ([denied] if denied else [])
    assert all(p.factuality == "CT-" for one in found for p in one.propositions)


@needs_weights
@pytest.mark.parametrize(
    "sentence",
    [
        "It is a lie that the marshal is ill.",
        "It is a myth that the marshal is ill.",
        "It is untrue that the marshal is ill.",
    ],
)
def test_a_lie_that_nobody_is_said_to_call_so_is_called_so_by_the_author(sentence: str) -> None:
    (one,) = read(sentence, "weights")
    assert (one.source.kind, one.act, one.content.text) == ("author", "deny", "that the marshal is ill")
    assert [p.factuality for p in one.propositions] == ["CT-"]


@needs_weights
def test_what_somebody_calls_a_myth_is_not_told_by_anybody_else() -> None:
    (one,) = read("The envoy said it is a myth that the marshal invented the radio.", "weights")
    assert (one.source.name, one.act) == ("envoy", "deny")


@needs_weights
def test_a_claim_that_is_called_a_lie_is_not_made_by_who_calls_it_so() -> None:
    found = read("The minister called the claim that troops had fired on farmers a pack of lies.", "weights")
    (claim,) = [one for one in found if one.cue and one.cue.text == "claim"]
    assert (claim.source.spans, claim.content.text) == ((), "that troops had fired on farmers")
