"""Who only meets words of others does not say them; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "name"), load("en", "reactions")["proofs"])
def test_what_was_said_is_of_whoever_said_it(text: str, name: str) -> None:
    said = [
        one for one in read(text, "weights") if one.act != "deny" and "that" in one.content.text.split()[:1]
    ]
    assert [one.source.name for one in said] == [name]


@needs_weights
@pytest.mark.parametrize("verb", ["threw out", "countered"])
def test_who_counters_or_throws_out_a_claim_denies_it(verb: str) -> None:
    first = read(f"The court {verb} claims that the vote was rigged.", "weights")[0]
    assert (first.source.name, first.act) == ("court", "deny")


@needs_weights
def test_who_contests_a_claim_holds_it_to_be_untrue() -> None:
    first = read("The firm contested claims that the river was poisoned.", "weights")[0]
    assert (first.source.name, first.propositions[0].factuality) == ("firm", "PR-")


@needs_weights
def test_who_seeks_assurances_has_none() -> None:
    [found] = read("The envoy sought assurances that the men were alive.", "weights")
    assert (found.source.name, found.act, found.propositions[0].factuality) == ("envoy", "demand", "U")


@needs_weights
def test_reports_that_were_not_received_are_open() -> None:
    [found] = read("The army has not received reports that a drone fell.", "weights")
    assert (found.act, found.propositions[0].factuality) == ("unconfirmed", "U")


@needs_weights
def test_who_countered_with_words_of_his_own_says_them() -> None:
    [found] = read("The firm countered that the river was clean.", "weights")
    assert (found.source.name, found.act) == ("firm", "assert")
