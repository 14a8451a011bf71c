"""Who says that a report is false denies what it tells, in whatever order, and says the rest besides."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

WORDS = load("en", "verdicts")


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "act", "content", "besides"), WORDS["rejected"])
def test_a_report_that_is_called_false_is_denied(
    sentence: str, who: str, act: str, content: str, besides: str
) -> None:
    found = [one for one in read(sentence, "weights") if one.source.name == who]
    stands = [one.content.text for one in found if one.act in ("deny", "unconfirmed")]
    assert stands == ([content] if content else [])
    assert [one.act for one in found if one.content.text in stands] == ([act] if act else [])
    plain = " ".join(one.content.text for one in found if one.act == "assert" and one.within is None)
    assert plain.strip(" ”,.") == besides


@needs_weights
def test_what_the_report_tells_ends_before_the_verdict_on_it() -> None:
    found = read("“Rumours that the bridge in Olm fell are a lie,” the mayor said.", "weights")
    told = [one.content.text for one in found if one.cue and one.cue.text == "Rumours"]
    assert told == ["that the bridge in Olm fell"]
    assert all("lie" not in one.content.text for one in found)
