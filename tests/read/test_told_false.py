"""Who says that a report is false denies it, and nothing else that he says."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "The ministry said reports that the camp exists were false.",
        "The ministry said that reports that the camp was closed were false.",
        "The ministry says the claim that the mill closed is untrue.",
        "The ministry said the union’s claim that the camp was closed was false.",
    ],
)
def test_who_says_that_it_is_false_denies_it(text: str) -> None:
    first = read(text, "weights")[0]
    assert (first.source.name, first.act, first.propositions[0].factuality) == ("ministry", "deny", "CT-")
    assert "false" not in first.content.text
    assert "untrue" not in first.content.text


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "The ministry said reports that the camp was closed were true.",
        "The ministry said the dam was safe and reports that it leaked were false.",
        "The ministry said that the claim that the gates are false was new.",
    ],
)
def test_who_says_anything_else_does_not(text: str) -> None:
    assert all(one.act != "deny" for one in read(text, "weights") if one.source.name == "ministry")


@needs_weights
def test_a_claim_within_a_doubt_ends_before_it() -> None:
    [claim, doubt] = read("Her claim that Ostria supplies no arms is not credible.", "weights")
    assert claim.content.text == doubt.content.text == "that Ostria supplies no arms"
    assert (doubt.source.kind, doubt.act) == ("author", "believe")
