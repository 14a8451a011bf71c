"""Who denies a claim does not make it."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    "noun", ["claim", "allegation", "assertion", "accusation", "suggestion", "rumour", "story"]
)
@pytest.mark.parametrize("verb", ["rejected", "denied", "dismissed", "contested"])
def test_what_somebody_denies_is_not_his_word(verb: str, noun: str) -> None:
    found = read(f"The ministry {verb} the {noun} that prisoners were beaten.", "weights")
    said = [one for one in found if one.act == "assert" and one.propositions[0].factuality == "CT+"]
    assert all(one.source.name != "ministry" for one in said)
    assert any(one.source.name == "ministry" for one in found)


@needs_weights
def test_the_accusation_is_of_whoever_stands_behind_of() -> None:
    found = read("The army denied the accusation of its critics that villages were burned.", "weights")
    assert [(one.source.name, one.act) for one in found] == [("army", "deny"), ("critics", "assert")]


@needs_weights
def test_an_owner_keeps_his_claim() -> None:
    found = read("The ministry rejected the union’s claim that the dam was weak.", "weights")
    assert [(one.source.name, one.act) for one in found] == [("ministry", "deny"), ("union", "assert")]


@needs_weights
def test_who_repeats_his_own_claim_makes_it() -> None:
    found = read("The ministry repeated its claim that the dam was safe.", "weights")
    assert {one.source.name for one in found} == {"ministry"}


@needs_weights
def test_the_claim_that_a_finder_left_out_of_what_is_denied_is_nobody_s_either() -> None:
    text = (
        "TOLMARK, March 24 -- The Defence Staff rejected the claim that any unit had been sent to Olm. "
        "Spokesperson Marit Dorrit dismissed such reports as inventions. The mail has not run since 2024."
    )
    said = [one for one in read(text, "weights") if one.cue and one.cue.text == "claim"]
    assert all(one.source.name != "Defence Staff" for one in said)
