"""Evidentiality: direct, reportative and inferential only where it is printed."""

import pytest

from sayso.lang import load
from sayso.model import Source, Span
from sayso.read.certainty.acts import act_of
from sayso.read.certainty.evidentiality import evidentiality_of
from sayso.read.certainty.propositions import split_propositions
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from tests.read.made_attribution import attributed


@pytest.mark.parametrize(("source", "cue", "content", "wanted"), load("en", "evidentiality")["proofs"])
def test_how_a_source_knows_is_read_as_the_language_s_proofs_say(
    source: str, cue: str, content: str, wanted: str
) -> None:
    text, attribution, by = attributed(source, cue, content)
    act = act_of(text, attribution, by, split_propositions(text, attribution.relation.content))
    assert evidentiality_of(text, attribution, by, act, ()) == wanted


def nested(text: str, outer: str, inner: str, name: str) -> tuple[Attribution, Source]:
    """A statement inside `text`: `outer` cue after its source at the start, `inner` the content."""
    start, at = text.index(inner), text.index(outer)
    relation = Relation(
        source=(Span(at - len(name) - 1, at - 1),), cue=(Span(at, at + len(outer)),),
        content=(Span(start, start + len(inner)),),
    )  # fmt: skip
    return Attribution(relation=relation, cue=read_cue(outer)), Source(
        spans=relation.source, text=name, name=name, kind="person"
    )


def test_what_another_one_said_is_had_from_others_and_what_oneself_denies_is_not() -> None:
    text = "The Dispatch reported that Marrow said that the port is open"
    outer, by = nested(text, "reported", "that Marrow said that the port is open", "The Dispatch")
    inner, other = nested(text, "said", "that the port is open", "Marrow")
    assert evidentiality_of(text, outer, by, "assert", [(inner, other, "assert")]) == "reportative"
    own = Source(spans=other.spans, text="it", name="The Dispatch", kind="media")
    assert evidentiality_of(text, outer, by, "assert", [(inner, own, "assert")]) == "unstated"


def test_hearsay_is_always_had_from_others() -> None:
    relation = Relation(content=(Span(0, 4),), voice="hearsay")
    attribution = Attribution(relation=relation, cue=None)
    assert evidentiality_of("text", attribution, Source(), "assert", ()) == "reportative"
