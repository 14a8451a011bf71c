"""Inside what somebody says: nouns, verbs and infinitives of speech, each with a source in print."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lang.loading import load
from sayso.model import Span, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.nested.finding import with_nested
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.hostile import STEERING
from tests.read.relations import relation
from tests.read.rule_proofs import Parts, marked, unmarked
from tests.read.small_gazetteer import SmallGazetteer
from tests.stopwatch import cpu_seconds, here, timed

PROOFS = [
    pytest.param(group["nouns"], kind, proof, id=f"{group['class']}: {kind}: {proof}")
    for group in load("en", "nested")
    for kind in ("fires", "silent")
    for proof in group[kind]
]
LEAD = "Ine said: "


def around(text: str) -> Attribution:
    """Ine's saying of all that stands behind the lead."""
    content = (Span(len(LEAD), len(text)),)
    spoken = Relation(source=(Span(0, 3),), cue=(Span(4, 8),), content=content)
    return Attribution(relation=spoken, cue=read_cue("said"))


def new_in(text: str, *found: Attribution) -> list[Attribution]:
    return with_nested(text, sentences(text), found, SmallGazetteer())[len(found) :]


def nested(said: str) -> list[Attribution]:
    return new_in(LEAD + said, around(LEAD + said))


def parts(text: str, attribution: Attribution) -> Parts:
    each = attribution.relation
    return words_at(text, each.source), words_at(text, each.cue), words_at(text, each.content)


def parts_in(said: str) -> list[Parts]:
    return [parts(LEAD + said, each) for each in nested(said)]


@pytest.mark.parametrize(("nouns", "kind", "proof"), PROOFS)
def test_every_class_of_nouns_proves_itself(nouns: list[str], kind: str, proof: str) -> None:
    if kind == "fires":
        assert marked(proof) in parts_in(unmarked(proof))
    else:
        assert not [each for each in nested(proof) if each.cue and each.cue.lemma in nouns]


@pytest.mark.parametrize(
    "proof",
    [
        "{The minister of trade} [would explain] <the plan> on Monday.",
        "{She} [tells] <us that the road is open>.",
        "It was wise to ask {the council} [to announce] <its aims>.",
        "{Tessel and Orlan} were asked by the council [to report] <on the poll>.",
        "The union waits for {him} [to tell] <us the truth>.",
        "{The council} [is due to discuss] <the law>.",
    ],
)
def test_verbs_and_infinitives_of_speech_have_their_own_subject(proof: str) -> None:
    assert marked(proof)[:2] in [each[:2] for each in parts_in(unmarked(proof))]


def test_who_refuses_to_speak_declines_and_says_nothing_inside_that() -> None:
    found = nested("the council refused to discuss the law.")
    assert [each.cue.act for each in found if each.cue] == ["decline"]


@pytest.mark.parametrize(
    "said",
    ["She will explain the plan.", "It was wise to ask the council to report.", "She is due to discuss it."],
)
def test_what_is_still_to_be_said_is_not_certain(said: str) -> None:
    assert [each.cue.certainty for each in nested(said) if each.cue] == ["U"]


def test_nothing_is_read_outside_of_what_somebody_says() -> None:
    assert new_in("The envoy mocked the president's speech.") == []


def test_words_that_somebody_has_already_are_left_alone() -> None:
    text = LEAD + "he liked the president's speech."
    has = Attribution(relation=relation(text, "the president", "speech", ""), cue=read_cue("speech"))
    assert new_in(text, around(text), has) == []


def test_a_content_that_breaks_off_before_by_is_taken_to_its_end() -> None:
    text = "Ine mocked remarks made last month by the envoy in Orlan."
    cut = Attribution(relation=relation(text, "Ine", "mocked", "remarks made"), cue=read_cue("mocked"))
    outer, inner = with_nested(text, sentences(text), [cut], SmallGazetteer())
    assert words_at(text, outer.relation.content) == "remarks made last month by the envoy in Orlan"
    assert words_at(text, inner.relation.source) == "the envoy in Orlan"


@given(
    st.lists(st.sampled_from([*STEERING, "remarks by", "speech", "'s", "to", "asked", "report"]), max_size=40)
)
@settings(max_examples=200, deadline=None)
def test_sources_cues_and_contents_lie_apart_inside_the_text(words: list[str]) -> None:
    text = LEAD + " ".join(words)
    for each in new_in(text, around(text)):
        spans = (*each.relation.source, *each.relation.cue, *each.relation.content)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(left.end <= right.start for left, right in pairwise(sorted(spans)))


@timed
@pytest.mark.parametrize(
    "unit", ["the remarks made by ", "to and to ", "X's ", "asked the council to report "]
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        text = LEAD + (unit * 20 + ". ") * times
        return cpu_seconds(lambda: new_in(text, around(text)))

    assert seconds(80) < 60 * max(seconds(8), here(0.005))
