"""Who says his own words again does with them what he did before; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.read.cues.finding import read_cue
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "statements"), load("en", "repeated")["proofs"])
def test_words_that_are_said_again_are_one_statement(text: str, statements: list[list[str]]) -> None:
    found = [
        [one.source.name, one.act, one.propositions[0].factuality, one.cue.text]
        for one in read(text, "weights")
        if one.cue
    ]
    assert found == statements


@pytest.mark.parametrize(
    ("cue", "act", "negates"),
    [
        ("has stopped denying", "decline", False),
        ("gave up claiming", "decline", False),
        ("could not bring himself to admit", "decline", False),
        ("went on denying", "deny", True),
        ("keeps on publicly denying", "deny", True),
        ("kept denying", "deny", True),
        ("stopped short of denying", "decline", False),
        ("stopped to say", "assert", False),
    ],
)
def test_who_stops_saying_it_says_no_more_and_who_goes_on_does(cue: str, act: str, negates: bool) -> None:
    reading = read_cue(cue)
    assert (reading.act, reading.negates) == (act, negates)
