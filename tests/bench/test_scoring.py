"""Attribution is scored as documented: tokens, thresholds, empty roles, nesting, kinds of quotation."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bench.read.scoring import (
    Attributed,
    AttributionScores,
    Tokenized,
    jaccard,
    pairs,
    quotation_kind,
    with_nesting,
)
from sayso.model import Span, Spans

TEXT = "The mayor said the bridge was closed, and a guard said “it is open”."


EXPECTED = [0.3333, 0.3333]
EXPECTED_EXACT = {"source": 0.6667, "cue": 1.0, "content": 0.6667}
EXPECTED_KINDS = {"direct": 0.0, "mixed": 0.0, "indirect": 0.5}


def at(words: str, text: str = TEXT) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),)


MAYOR = Attributed(source=at("The mayor"), cue=at("said"), content=at("the bridge was closed"))
GUARD = Attributed(source=at("a guard"), cue=(Span(*at("guard said")[0]),), content=at("“it is open”"))


def scored(gold: list[Attributed], predicted: list[Attributed]) -> AttributionScores:
    scores = AttributionScores.empty()
    scores.add(TEXT, gold, predicted)
    return scores


def test_the_gold_against_itself_is_perfect() -> None:
    scores = scored([MAYOR, GUARD], [MAYOR, GUARD])
    assert scores.relation.f1 == 1
    assert [score.f1 for score in scores.exact.values()] == [1, 1, 1]


def test_a_wrong_source_is_no_relation_but_its_cue_counts() -> None:
    wrong = Attributed(source=at("a guard"), cue=MAYOR.cue, content=MAYOR.content)
    scores = scored([MAYOR], [wrong])
    assert scores.relation.f1 == 0
    assert scores.exact["cue"].f1 == 1
    assert scores.exact["source"].f1 == 0


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    half = Attributed(source=MAYOR.source, cue=MAYOR.cue, content=at("bridge was"))
    less = Attributed(source=MAYOR.source, cue=MAYOR.cue, content=at("bridge"))
    assert scored([MAYOR], [half]).relation.recall == 1
    assert scored([MAYOR], [less]).relation.recall == 0


def test_an_empty_source_matches_an_empty_source_only() -> None:
    without = Attributed(cue=MAYOR.cue, content=MAYOR.content)
    assert scored([without], [without]).relation.f1 == 1
    assert scored([without], [MAYOR]).relation.f1 == 0


def test_a_nested_prediction_counts_when_it_matches_and_is_ignored_when_not() -> None:
    nested = Attributed(source=GUARD.source, cue=GUARD.cue, content=GUARD.content, nested=True)
    assert scored([MAYOR], [MAYOR, nested]).relation.precision == 1
    assert scored([MAYOR], [MAYOR, GUARD]).relation.precision == 0.5
    assert scored([MAYOR, GUARD], [MAYOR, nested]).relation.recall == 1


def test_one_prediction_matches_one_gold_relation() -> None:
    assert scored([MAYOR, MAYOR], [MAYOR]).relation.recall == 0.5


def test_punctuation_at_the_edges_does_not_matter() -> None:
    tokenized = Tokenized("He said: “Go.”")
    assert tokenized.tokens([Span(9, 14)]) == tokenized.tokens([Span(10, 12)])
    assert tokenized.tokens([Span(7, 8)]) != frozenset()


def test_the_kind_of_a_quotation_is_told_by_its_marks() -> None:
    assert quotation_kind(TEXT, at("“it is open”")) == "direct"
    assert quotation_kind(TEXT, at("the bridge")) == "indirect"
    assert quotation_kind(TEXT, at("said “it is open”")) == "mixed"


def test_a_cue_inside_another_content_is_nested() -> None:
    outer = Attributed(source=MAYOR.source, cue=MAYOR.cue, content=at(TEXT[15:]))
    assert [one.nested for one in with_nesting([outer, GUARD])] == [False, True]


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_jaccard_is_symmetric_and_a_share(left: frozenset[int], right: frozenset[int]) -> None:
    assert jaccard(left, right) == jaccard(right, left)
    assert 0 <= jaccard(left, right) <= 1
    assert (jaccard(left, right) == 1) == (left == right)


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=4))
def test_nothing_is_paired_twice(rates: list[list[float]]) -> None:
    found = pairs(len(rates), 3, lambda g, p: rates[g][p])
    assert len(set(found.values())) == len(found)
    assert all(rates[g][p] >= 0.5 for g, p in found.items())


def test_the_figures_are_those_of_the_scorer_that_the_definitions_come_from() -> None:
    half = Attributed(cue=(Span(10, 14),), content=(Span(19, 29), Span(44, 49)))
    wrong = replace(GUARD, source=MAYOR.source)
    late = replace(MAYOR, content=at("bridge was closed, and a"))
    scores = scored([MAYOR, GUARD, half], [late, half, wrong])
    assert [round(value, 4) for value in (scores.relation.precision, scores.relation.recall)] == EXPECTED
    assert {role: round(score.f1, 4) for role, score in scores.exact.items()} == EXPECTED_EXACT
    assert {kind: round(score.recall, 4) for kind, score in scores.kinds.items()} == EXPECTED_KINDS
