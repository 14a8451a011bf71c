"""Acts: plain saying of what lies ahead promises or foresees; the language's proofs hold."""

import pytest

from sayso.lang import load
from sayso.read.certainty.acts import act_of
from sayso.read.certainty.propositions import split_propositions
from tests.read.made_attribution import attributed


@pytest.mark.parametrize(("source", "cue", "content", "act"), load("en", "acts")["proofs"])
def test_what_is_said_makes_the_act_as_the_language_s_proofs_say(
    source: str, cue: str, content: str, act: str
) -> None:
    text, attribution, by = attributed(source, cue, content)
    propositions = split_propositions(text, attribution.relation.content)
    assert act_of(text, attribution, by, propositions) == act


def test_a_statement_without_content_does_what_its_cue_does() -> None:
    text, attribution, by = attributed("The embassy", "did not respond", "")
    assert act_of(text, attribution, by, ()) == "decline"
