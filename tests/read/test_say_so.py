"""A denial of rumours is two: who denies, and the rumours, which are nobody's; who makes claims says so."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize("answer", ["denied rumours", "rejected claims", "denied the reports"])
def test_what_is_denied_is_nobodys(answer: str) -> None:
    found = read(f"The mayor {answer} that the dam had broken.", "weights")
    verb, *_, noun = answer.split()
    by_cue = {one.cue.text: one for one in found if one.cue}
    assert set(by_cue) == {verb, noun}
    assert (by_cue[verb].source.name, by_cue[verb].act) == ("mayor", "deny")
    assert [p.factuality for p in by_cue[verb].propositions] == ["CT-"]
    assert (by_cue[noun].source.kind, by_cue[noun].source.spans) == ("unspecified", ())
    assert by_cue[noun].within == by_cue[verb].id


@needs_weights
def test_who_makes_claims_says_so() -> None:
    found = read("The mayor made claims that the dam had broken.", "weights")
    assert [one.source.name for one in found] == ["mayor"]


@needs_weights
def test_whoever_has_been_asked_hears_and_does_not_ask() -> None:
    text = "“I have been asked not to talk about numbers,” a nurse at the Dolm hospital said by phone."
    (asked,) = [one for one in read(text, "weights") if one.cue and "asked" in one.cue.text]
    assert (asked.source.kind, asked.source.spans) == ("unspecified", ())
