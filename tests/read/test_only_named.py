"""What only tells somebody's name says nothing; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.read.mending.only_named import only_named
from tests.read.readers import needs_weights, read
from tests.read.rule_proofs import relation_of, unmarked
from tests.stopwatch import cpu_seconds, here, timed

WORDS = load("en", "only_named")


@pytest.mark.parametrize("proof", WORDS["fires"])
def test_who_is_called_something_is_only_named(proof: str) -> None:
    assert only_named(unmarked(proof), relation_of(proof), "en")


@pytest.mark.parametrize("proof", WORDS["silent"])
def test_who_calls_something_false_says_so(proof: str) -> None:
    assert not only_named(unmarked(proof), relation_of(proof), "en")


@needs_weights
def test_an_agency_is_no_programme() -> None:
    found = read("A programme called Clear River was cancelled, the agency said.", "weights")
    assert [(one.source.name, one.content.text) for one in found if one.source.kind != "author"] == [
        ("agency", "A programme called Clear River was cancelled")
    ]


@timed
def test_a_long_name_is_read_in_no_time() -> None:
    proof = "{a man} [called] <" + "Ruud of " * 2000 + ">"
    relation, text = relation_of(proof), unmarked(proof)
    assert cpu_seconds(lambda: only_named(text, relation, "en"), times=1) < here(0.2)
