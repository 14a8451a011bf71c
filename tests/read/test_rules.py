"""The rule-based finder: each class of words proves itself; the constructions that news is written in."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Span, touches
from sayso.read.relation import Relation
from sayso.read.rules.finding import find_by_rules
from sayso.text import sentences
from tests.read.readers import read
from tests.read.rule_proofs import classes, marked, relations_in, unmarked
from tests.stopwatch import cpu_seconds, here, timed

PROOFS = [
    pytest.param(kind, proof, id=f"{group['class']}: {kind}: {proof}")
    for group in classes()
    for kind in ("fires", "silent")
    for proof in group[kind]
]


@pytest.mark.parametrize(("kind", "proof"), PROOFS)
def test_every_class_of_words_proves_itself(kind: str, proof: str) -> None:
    assert (marked(proof) in relations_in(unmarked(proof))) == (kind == "fires")


def test_every_class_has_both_kinds_of_proof() -> None:
    assert [group["class"] for group in classes() if not (group["fires"] and group["silent"])] == []


@pytest.mark.parametrize(
    "proof",
    [
        "On Tuesday, {the ministry, which runs the road}, [said] in a statement <that two people died>.",
        "In a statement, {the envoy} [said] <the road was open>.",
        "{Ilo Marsk, a trader in Orlan}, [said] <the road was shut>.",
        "{A spokesman for the ministry} [told] Daily Ferrow on May 6 <that the doses had not come>.",
        "<The doses had not come>, [according to] {two traders}.",
        "[According to] {Ilo Marsk, a trader in Orlan}, <the road was shut>.",
        "<The doses>, [according to] {a report by the Red Cross}, <were late in May>.",
        "<The rails were lifted in March>, {the Dispatch} [has learned].",
        "<“The road is open,”> {the envoy} [said].",
        "<“The road is open,”> [said] {the envoy} as he left, <“and nobody was hurt.”>",
        "{The envoy} [said]: <“The road is open.”>",
        "{The ministry} warned of floods, [adding] <that roads were cut>.",
        "[Noting] <that roads were cut>, {the ministry} said aid would be late.",
        "{The Ferrow Post}, [citing] <two officials>, reported that the mill had closed.",
        "{The ministry} refuted the claim and [said] <that it had not fired>.",
        "Traders [were told by] {the guards} <that the road was mined>.",
        "He denied [rumours] <that soldiers had crossed the river>.",
        "{The bank}'s [assertion] <that savings are safe> was mocked.",
        "{The paper} [was unable to confirm] <the number of dead>.",
        "{The envoy} [declined to say] <whether the road was open>.",
        "{The envoy} [did not respond].",
        "<Bakeries> [are said to] <be stretching their loaves>.",
        "<The army> [reportedly] <closed the road on Monday>.",
        "It [is not likely] <that they have the capacity>.",
        "{Officials} [said] <the mill had closed>, but the source could not confirm it.",
    ],
)
def test_constructions_of_news(proof: str) -> None:
    assert marked(proof) in relations_in(unmarked(proof))


def test_the_occasion_of_a_cue_is_no_relation_of_its_own() -> None:
    found = relations_in("The ministry said in a statement that two people died.")
    assert [cue for _, cue, _ in found] == ["said"]


def test_a_name_between_capitals_is_no_cue() -> None:
    assert [cue for _, cue, _ in relations_in("The Harrow Post reported that it closed.")] == ["reported"]


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = "“The road is open. Nobody was hurt,” the envoy said."
    assert relations_in(text) == [("the envoy", "said", "“The road is open. Nobody was hurt,”")]


def test_text_without_cues_has_no_relations() -> None:
    assert find_by_rules("Bread was dear.", [Span(0, 15)]) == []
    assert find_by_rules("", []) == []


def test_a_language_without_rules_is_named() -> None:
    with pytest.raises(UsageError, match="xx"):
        find_by_rules("He said so.", [Span(0, 11)], "xx")


WORDS = st.sampled_from(
    [
        "The ministry ",
        "said ",
        "told reporters ",
        "that ",
        ", ",
        ". ",
        "“",
        "”",
        '" ',
        '"',
        "'' ",
        "claim ",
        "according to ",
        "and ",
        "but ",
        "adding ",
        "who ",
        "his ",
        "reportedly ",
        "is said to ",
        "by ",
        "on Monday ",
        "in a statement ",
        "— ",
        "; ",
        "Ilo Marsk ",
        "the road was open ",
        "did not ",
        ": ",
        "\n\n",
        "(",
        ") ",
        "é",
    ]
)


def laws(text: str, relation: Relation) -> bool:
    roles = (relation.source, relation.cue, relation.content)
    spans = [span for role in roles for span in role]
    inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    ordered = all(a.end <= b.start for role in roles for a, b in pairwise(role))
    apart = not touches(relation.cue, relation.content) and not touches(relation.cue, relation.source)
    return inside and ordered and apart and not touches(relation.source, relation.content)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
@example("said — — said ")
def test_spans_lie_in_the_text_and_apart_and_the_cue_outside_of_the_content(text: str) -> None:
    assert all(laws(text, relation) for relation in find_by_rules(text, sentences(text)))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30).map("".join), st.sampled_from(["\n\n", "\n\n\n"]))
def test_a_paragraph_behind_changes_nothing_before_it(text: str, gap: str) -> None:
    alone = find_by_rules(text, sentences(text))
    longer = text + gap + "Bread was dear."
    assert find_by_rules(longer, [*sentences(text), Span(len(text + gap), len(longer))]) == alone


@timed
@pytest.mark.parametrize(
    "piece",
    [
        "he said that ",
        "“a” said ",
        '"',
        "'' ",
        "said, ",
        "who said ",
        "and ",
        "according to the ",
        "the claim that ",
    ],
)
def test_a_hostile_line_takes_linear_time(piece: str) -> None:
    text = piece * 1_500
    assert cpu_seconds(lambda: find_by_rules(text, [Span(0, len(text))]), times=1) < here(8)


def test_a_clause_between_commas_is_no_beginning_of_what_is_likely() -> None:
    text = "The firm, which has never paid a debt, is likely to close."
    found = read(text)
    assert [(one.content.text, one.propositions[0].factuality) for one in found if one.content] == [
        ("The firm, which has never paid a debt … close", "PR+")
    ]
