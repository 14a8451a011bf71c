"""Whom a pronoun takes up where somebody unnamed told something to somebody named."""

import re

import pytest

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.sources.hearing import tellers
from sayso.read.sources.places import places_of
from sayso.read.sources.resolution import resolve
from sayso.text import sentences
from tests.read.relations import relation
from tests.read.small_gazetteer import SmallGazetteer

SAYS = re.compile(r"(?:He|She) ((?:says|said|does not know|recalls)) (.*)\.")


def name_of_pronoun(first: str, second: str) -> str:
    """Whom the pronoun of the second sentence stands for; the first is "teller | hears | cue that …"."""
    text = f"{first} that the mine was shut. {second}"
    parts = re.match(r"(.*?)(?: was told by (an? \w+)| told .*?) (that .*?)\.", text)
    said = SAYS.search(text)
    assert parts
    assert said
    cue = "was told by" if parts[2] else "told"
    told = relation(text, parts[2] or parts[1], cue, parts[3])
    pronoun = Span(said.start(), said.start(1) - 1)
    later = Relation(source=(pronoun,), cue=(Span(*said.span(1)),), content=(Span(*said.span(2)),))
    spans = sentences(text, abbreviations("en"))
    return resolve(text, [told, later], spans, "The Lantern", SmallGazetteer(), "en")[1].name


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("A guard told Vera", "She says it was cold.", "Vera"),
        ("A guard told Vera Holm on Monday", "She said it was cold.", "Vera Holm"),
        ("A clerk told Ivo", "He does not know why.", "Ivo"),
        ("Two guards told Ivo Dane", "He recalls they were afraid.", "Ivo Dane"),
        ("Vera Holm was told by a guard", "She says it was cold.", "Vera Holm"),
    ],
)
def test_a_pronoun_takes_up_the_named_hearer(first: str, second: str, name: str) -> None:
    assert name_of_pronoun(first, second) == name


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Piet Odd told Vera Holm", "He says it was cold.", "Piet Odd"),
        ("A guard told the Courier", "He says it was cold.", "guard"),
        ("A guard told Norpress", "He says it was cold.", "guard"),
        ("A guard told Sedok", "He said it was cold.", "guard"),
        ("A source told Sedok", "He says it was cold.", "source"),
        ("The premier told Ivo Dane", "He says it was cold.", "premier"),
        ("A guard told us near Ostrel", "He says it was cold.", "guard"),
    ],
)
def test_a_named_teller_and_an_outlet_that_hears_change_nothing(first: str, second: str, name: str) -> None:
    assert name_of_pronoun(first, second) == name


def test_who_hears_stands_between_verb_and_content_alone() -> None:
    text = "A guard told Vera that Ivo was shot."
    told = relation(text, "A guard", "told", "that Ivo was shot")
    found = tellers(text, [told], places_of(text, [told], "en"), "en")
    assert {text[a:b]: text[c:d] for (a, b), (c, d) in found.items()} == {"Vera": "A guard"}
    assert tellers(text, [], [], "en") == {}
