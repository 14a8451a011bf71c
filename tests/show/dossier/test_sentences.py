"""The template sentences of a dossier prove themselves, and never say more than they may."""

import re
from typing import Any

import pytest

from sayso.lang.loading import load
from sayso.show.dossier.words import say

SENTENCES: dict[str, Any] = load("en", "dossier")
PROOFS = [(name, values, gives) for name, entry in SENTENCES.items() for values, gives in entry["says"]]


@pytest.mark.parametrize(("name", "values", "gives"), PROOFS)
def test_a_sentence_says_what_its_proof_shows(name: str, values: dict[str, Any], gives: str) -> None:
    assert say(name, **values) == gives


@pytest.mark.parametrize("name", SENTENCES)
def test_every_form_of_a_sentence_has_a_proof(name: str) -> None:
    entry = SENTENCES[name]
    ones = {values.get("n") == 1 for values, _ in entry["says"]}
    assert entry["says"]
    assert ones == {True, False} or "one" not in entry or entry["one"] == entry["text"]


@pytest.mark.parametrize("name", SENTENCES)
def test_no_sentence_says_that_something_is_so(name: str) -> None:
    words = f"{SENTENCES[name]['text']} {SENTENCES[name].get('one', '')}".lower()
    assert re.search(r"\b(true|truth|fact|facts|false|prove[sdn]?|really|indeed)\b", words) is None


def test_printed_braces_change_no_sentence() -> None:
    assert say("title", subject="{as_of} {0}") == "Dossier: {as_of} {0}"
