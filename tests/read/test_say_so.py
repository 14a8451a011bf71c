"""A denial of rumours is two: who denies, and the rumours, which are nobody's; who makes claims says so."""

import pytest

from sayso.model import words_at
from sayso.read.mending.hearers import is_misheard
from sayso.read.mending.say_so import apart
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at


@needs_weights
@pytest.mark.parametrize("answer", ["denied rumours", "rejected claims", "denied the reports"])
def test_what_is_denied_is_nobodys(answer: str) -> None:
    found = read(f"The mayor {answer} that the dam had broken.", "weights")
    verb, *_, noun = answer.split()
    by_cue = {one.cue.text: one for one in found if one.cue}
    assert set(by_cue) == {verb, noun}
    assert (by_cue[verb].source.name, by_cue[verb].act) == ("mayor", "deny")
    assert [p.factuality for p in by_cue[verb].propositions] == ["CT-"]
    assert (by_cue[noun].source.kind, by_cue[noun].source.spans) == ("unspecified", ())
    assert by_cue[noun].within == by_cue[verb].id


@needs_weights
def test_who_makes_claims_says_so() -> None:
    found = read("The mayor made claims that the dam had broken.", "weights")
    assert [one.source.name for one in found] == ["mayor"]


@needs_weights
def test_whoever_has_been_asked_hears_and_does_not_ask() -> None:
    text = "“I have been asked not to talk about numbers,” a nurse at the Dolm hospital said by phone."
    (asked,) = [one for one in read(text, "weights") if one.cue and "asked" in one.cue.text]
    assert (asked.source.kind, asked.source.spans) == ("unspecified", ())


@pytest.mark.parametrize("lead", ["", "On Monday ", "It rained, and "])
def test_an_agency_that_has_carried_a_denial_says_that_there_is_one(lead: str) -> None:
    text = f"It rained. {lead}Orlan State Dispatch has carried a denial by the border guard."
    cue, source = (at(text, words) for words in ("has carried a denial", "the border guard"))
    one = Relation(cue=cue, source=source, content=(), voice="source", p_relation=1.0)
    (found,) = apart(text, sentences(text), one, "en")
    assert [words_at(text, part) for part in (found.source, found.cue, found.content)] == [
        "Orlan State Dispatch", "has carried", "a denial by the border guard",
    ]  # fmt: skip


def test_the_hearer_of_a_passive_is_misheard_where_only_its_participle_was_taken() -> None:
    text = "I have been asked not to talk. A clerk asked why. He was asked by a guard to leave."
    for source, cue, nth, misheard in (("I", "asked", 1, True), ("A clerk", "asked", 2, False)):
        one = Relation(cue=at(text, cue, nth), source=at(text, source), content=(), voice="source")
        assert is_misheard(text, one, "en") is misheard
    behind = Relation(cue=at(text, "asked", 3), source=at(text, "a guard"), content=(), voice="source")
    assert not is_misheard(text, behind, "en")


@needs_weights
@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("said reports that the bridge had collapsed", "were false"),
        ("said claims that his men had looted", "were untrue"),
        ("says rumours that he resigned", "are lies"),
        ("said reports that the dam had burst", "were nonsense"),
    ],
)
def test_who_says_that_reports_are_false_denies_what_they_report(words: str, verdict: str) -> None:
    found = read(f"The governor {words} {verdict}.", "weights")
    verb, noun, *_ = words.split()
    cues = (f"{verb} … {verdict}", noun)
    outer, inner = (next(one for one in found if one.cue and one.cue.text == cue) for cue in cues)
    assert {one.source.kind for one in found} == {"official", "unspecified"}
    assert (outer.act, outer.content.text) == ("deny", words.removeprefix(f"{verb} "))
    assert (inner.source.spans, inner.within) == ((), outer.id)


@needs_weights
@pytest.mark.parametrize("verb", ["called", "branded"])
def test_who_calls_reports_lies_does_not_make_them(verb: str) -> None:
    found = read(f"The minister {verb} reports that troops had fired a pack of lies.", "weights")
    assert {(one.act, one.content.text, one.source.name) for one in found} == {
        ("deny", "reports that troops had fired", "minister"),
        ("assert", "that troops had fired", ""),
    }


@needs_weights
def test_who_repeats_claims_makes_them() -> None:
    found = read("The governor repeated claims that the bridge had collapsed.", "weights")
    assert [(one.source.name, one.content.text) for one in found] == [
        ("governor", "that the bridge had collapsed")
    ]
