"""Why somebody does something is nobody who is cited, and what is refused to somebody is no denial."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "who"), load("en", "completion")["citing_proofs"])
def test_a_reason_is_no_source(sentence: str, who: str) -> None:
    cited = [one.source.name for one in read(sentence, "weights") if one.cue and one.cue.text == "citing"]
    assert [name.lower() for name in cited] == ([who.lower()] if who else [])


@needs_weights
@pytest.mark.parametrize("what", ["passage", "entry to the camp", "food"])
def test_who_refuses_somebody_something_denies_no_report(what: str) -> None:
    found = read(f"At the bridge an officer denied the patrol {what}.", "weights")
    assert all(one.act != "deny" for one in found)


@needs_weights
def test_who_denies_a_claim_about_visas_denies_it() -> None:
    found = read("The ministry denied the claim that visas were sold.", "weights")
    assert [one.act for one in found if one.source.name == "ministry"] == ["deny"]
