"""Turns of phrase that move where words end, or whose they are; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "denied"), load("en", "taken_back")["proofs"])
def test_what_the_next_sentence_takes_back_the_author_denies(text: str, denied: str) -> None:
    every = [one for one in read(text, "weights") if one.source.kind == "author"]
    found = [one.content.text for one in every if one.act == "deny"]
    assert found == ([denied] if denied else [])


@needs_weights
@pytest.mark.parametrize(("text", "content", "factuality"), load("en", "but_not")["proofs"])
def test_what_is_not_owned_up_to_is_neither_said_nor_denied(text: str, content: str, factuality: str) -> None:
    [found] = [one for one in read(text, "weights") if one.source.kind != "author"]
    assert found.content.text == content
    assert {one.factuality for one in found.propositions} == ({factuality} if factuality else {"CT-"})


@needs_weights
@pytest.mark.parametrize(("text", "who"), load("en", "asked_inside")["proofs"])
def test_who_was_asked_answers_though_another_tells_of_it(text: str, who: str) -> None:
    found = [one for one in read(text, "weights") if one.act in {"decline", "deny"}]
    assert [one.source.name for one in found] == [who]


@needs_weights
@pytest.mark.parametrize(("text", "content"), load("en", "under_if")["proofs"])
def test_what_is_said_under_an_if_ends_with_it(text: str, content: str) -> None:
    assert content in [one.content.text for one in read(text, "weights") if one.source.kind != "author"]


@needs_weights
@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Residents who had complained that the wells were dry were arrested.", "that the wells were dry"),
        ("Those who said that the mill had burned were detained.", "that the mill had burned"),
        ("Villagers who said that soldiers took grain were beaten.", "that soldiers took grain"),
    ],
)
def test_what_is_said_in_a_clause_about_them_ends_before_the_verb_of_the_sentence(
    text: str, content: str
) -> None:
    assert content in [one.content.text for one in read(text, "weights")]


@needs_weights
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The envoy to the United Council, who denied the deaths, left.", "envoy to the United Council"),
        ("The report by the Ministry of Health, which denied the deaths, was short.", "Ministry of Health"),
    ],
)
def test_who_is_a_person_of_a_body_and_which_is_the_body(text: str, who: str) -> None:
    assert [one.source.name for one in read(text, "weights") if one.act == "deny"] == [who]
