"""What is only done, or addressed to somebody, is no statement; each class of the words proves itself."""

import pytest

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.deeds import only_done
from sayso.read.relation import Relation
from tests.read.readers import BOTH, read
from tests.read.rule_proofs import relation_of, unmarked

CLASSES = load("en", "deeds")["classes"]
FIRES = [sentence for group in CLASSES for sentence in group["fires"]]
SILENT = [sentence for group in CLASSES for sentence in group["silent"]]


@pytest.mark.parametrize("proof", FIRES)
def test_what_is_done_is_not_said(proof: str) -> None:
    assert only_done(unmarked(proof), relation_of(proof), "en")


@pytest.mark.parametrize("proof", SILENT)
def test_what_is_told_stays(proof: str) -> None:
    assert not only_done(unmarked(proof), relation_of(proof), "en")


def test_without_a_cue_nothing_is_a_deed() -> None:
    assert not only_done("Rain fell.", Relation(content=(Span(0, 9),), voice="author"), "en")


@pytest.mark.parametrize("finder", BOTH)
@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Nobody warned us,” said Ine Vollar.", ["Ine Vollar"]),
        ("“We had written to the ministry,” said Ine Vollar.", ["Ine Vollar"]),
        ("She said that the engineers had warned the council.", ["She"]),
        ("The hospital admitted nine patients on Monday, a doctor said.", ["a doctor"]),
        ("The police questioned nine men, the family said.", ["the family"]),
        ("The clerk noted down the names.", []),
        ("The union said that the firm has hired forty men.", ["The union"]),
        ("Nobody told us that the dam was weak.", ["Nobody"]),
        ("The minister admitted that nine patients had died.", ["The minister"]),
        ("He was charged with denying the flood.", []),
        ("The army claimed that it had shot down two Druvian drones.", ["The army"]),
        ("The army said it had rejected the recruits.", ["The army"]),
        ("The envoy called the report a lie.", ["The envoy"]),
    ],
)
def test_only_who_says_something_is_a_source(finder: str, text: str, speakers: list[str]) -> None:
    assert [one.source.text for one in read(text, finder) if one.cue] == speakers
