"""Who denies or confirms a report by another takes a stand on it, and the other has reported it."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

BEFORE = "It rained in the valley on Monday.\n\n"


@needs_weights
@pytest.mark.parametrize(("text", "who", "act", "what", "whose"), load("en", "stands")["proofs"])
def test_who_takes_a_stand_on_a_report_is_not_who_made_it(
    text: str, who: str, act: str, what: str, whose: str
) -> None:
    found = [s for s in read(f"{BEFORE}{text}", "weights") if s.cue]
    assert [(s.source.name, s.cue.act) for s in found if s.cue and s.content.text == what] == [(who, act)]
    assert [s.source.name for s in found if s.content.text != what] == [whose]


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), load("en", "stands")["mocks"])
def test_who_mocks_a_report_denies_it(text: str, who: str, what: str) -> None:
    found = [(s.source.name, s.content.text) for s in read(f"{BEFORE}{text}", "weights") if s.act == "deny"]
    assert found == ([(who, what)] if who else [])
