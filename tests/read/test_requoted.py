"""Words passed on in the passive: who quotes stands around whom he quotes."""

import pytest

from sayso.lang import load
from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.requoted import with_quoters, with_requoted
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import BOTH, needs_weights, read
from tests.read.relations import relation

Parts = tuple[str, str, str]


def parts(text: str, *relations: Relation) -> list[Parts]:
    found = [Attribution(relation=each, cue=read_cue(words_at(text, each.cue))) for each in relations]
    requoted = [each.relation for each in with_requoted(text, sentences(text), found)]
    return [(words_at(text, r.source), words_at(text, r.cue), words_at(text, r.content)) for r in requoted]


def quoters(text: str, *relations: Relation) -> list[Parts]:
    found = [Attribution(relation=each, cue=read_cue(words_at(text, each.cue))) for each in relations]
    quoted = [each.relation for each in with_quoters(text, sentences(text), found)]
    return [(words_at(text, r.source), words_at(text, r.cue), words_at(text, r.content)) for r in quoted]


def test_who_was_quoted_by_an_outlet_stands_inside_what_the_outlet_says() -> None:
    text = "The mayor was quoted by the Orlan Post on Monday as saying that the bridge fell."
    assert parts(text, relation(text, "the Orlan Post", "saying", "that the bridge fell")) == [
        ("The mayor", "saying", "that the bridge fell"),
        ("the Orlan Post", "was quoted by", "The mayor … as saying that the bridge fell"),
    ]


def test_a_quotation_before_was_quoted_by_is_of_who_was_quoted() -> None:
    text = "“The bridge fell,” Ilo Marsk was quoted by the Orlan Post as saying."
    assert parts(text) == [
        ("Ilo Marsk", "saying", "“The bridge fell,”"),
        ("the Orlan Post", "was quoted by", "“The bridge fell,” Ilo Marsk … as saying"),
    ]


def test_as_quoted_by_an_outlet_holds_for_all_that_stands_before_it() -> None:
    text = "The bridge fell, the mayor said, as quoted by the Orlan Post on Monday."
    assert parts(text, relation(text, "the mayor", "said", "The bridge fell")) == [
        ("the mayor", "said", "The bridge fell"),
        ("the Orlan Post", "as quoted by", "The bridge fell, the mayor said"),
    ]


def test_who_reports_and_quotes_somebody_stands_around_him() -> None:
    text = "The agency reported that the dam held and quoted the mayor as saying that nobody was hurt."
    reported = relation(text, "The agency", "reported", "that the dam held and quoted the mayor")
    quoted = relation(text, "the mayor", "quoted", "as saying that nobody was hurt")
    assert quoters(text, reported, quoted, relation(text, "the mayor", "saying", "that nobody was hurt")) == [
        ("The agency", "reported", "that the dam held"),
        ("The agency", "quoted", "the mayor as saying that nobody was hurt"),
        ("the mayor", "saying", "that nobody was hurt"),
    ]


def test_who_quotes_somebody_without_saying_more_is_the_subject() -> None:
    text = "On Monday the agency quoted the mayor as saying that nobody was hurt."
    quoted = relation(text, "the mayor", "quoted", "as saying that nobody was hurt")
    assert quoters(text, quoted)[0] == ("the agency", "quoted", "the mayor as saying that nobody was hurt")


@pytest.mark.parametrize(
    "text",
    ["The mayor was quoted as saying that the bridge fell.", "The mayor was quoted by nobody, he said."],
)
def test_without_somebody_who_quotes_nothing_changes(text: str) -> None:
    spoken = relation(text, "The mayor", "sa", "")
    assert parts(text, spoken) == [("The mayor", "sa", "")]


@pytest.mark.parametrize("finder", BOTH)
def test_both_levels_of_a_passive_quotation_are_in_the_chain(finder: str) -> None:
    said = [
        s
        for s in read("The mayor was quoted by Radio Tessel as saying that the bridge fell.", finder)
        if s.cue
    ]
    assert [s.chain for s in said if s.cue and s.cue.text == "saying"] == [
        ("The Lantern", "Radio Tessel", "mayor")
    ]


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "chains"),
    [
        (
            "The talks have failed, the state agency quoted the ministry as saying.",
            [["state agency"], ["state agency", "ministry"]],
        ),
        (
            "According to the ministry, as quoted by the state agency, the talks have failed.",
            [["state agency", "ministry"], ["state agency"]],
        ),
        (
            "The arrests were first reported by Radio Tessel, which quoted a contact in the province.",
            [["Radio Tessel"], ["Radio Tessel", "contact in the province"]],
        ),
    ],
)
def test_whoever_passes_words_on_stands_before_who_said_them(sentence: str, chains: list[list[str]]) -> None:
    found = read(sentence, "weights")
    assert [[*one.chain][1:] for one in found] == chains  # behind the outlet
    inner = max(found, key=lambda one: len(one.chain))
    assert inner.content.text.lower().strip(",") in ("the talks have failed", "the arrests")


@needs_weights
def test_the_whole_name_owns_a_report() -> None:
    found = read("The ministry rejected Human Rights Watch’s report that twelve men were held.", "weights")
    assert [one.source.name for one in found] == ["ministry", "Human Rights Watch"]


@needs_weights
@pytest.mark.parametrize(("text", "through"), load("en", "completion")["quoting_as_proofs"])
def test_who_is_quoted_at_the_end_is_heard_through_whoever_quotes(text: str, through: list[str]) -> None:
    told = text[text.rindex("that ") : -1]
    found = [one.chain[1:] for one in read(text, "weights") if one.content.text == told]
    assert found == [tuple(through)]
