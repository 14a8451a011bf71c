"""Laws of what a person decides about origins: sharing never adds one, an own one adds at most one."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.by_hand import NO_RULES, OriginRules, status_with, with_evidence
from sayso.link.origins import origins_of
from sayso.model import HandEvidence, Origins
from tests.laws.test_origin_laws import Graph, graphs


def drawn(graph: Graph, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(graph[0])).report.statement


def evidence(number: int, stance: str = "supports") -> HandEvidence:
    """Evidence with a reference of that number."""
    return HandEvidence(
        id=f"j:{number}", kind="customs", reference=f"table {number}", strength="weak", text="Six crates.",
        stance="denies" if stance == "denies" else "supports", by="R. Ames", at="2031-05-02",
    )  # fmt: skip


@given(graphs())
def test_no_rules_change_nothing(graph: Graph) -> None:
    assert origins_of(*graph, NO_RULES) == origins_of(*graph)


@given(graphs(), st.data())
def test_an_origin_of_its_own_raises_each_count_by_one_at_most_and_never_lowers_it(
    graph: Graph, data: st.DataObject
) -> None:
    before = origins_of(*graph)
    after = origins_of(*graph, OriginRules(own=frozenset({drawn(graph, data)})))
    assert 0 <= after.count - before.count <= 1
    assert after.low - before.low <= 1
    assert after.high - before.high <= 1
    assert 1 <= after.low <= after.count <= after.high


@given(graphs(), st.data())
def test_a_shared_origin_never_raises_a_count(graph: Graph, data: st.DataObject) -> None:
    before = origins_of(*graph)
    pair = (drawn(graph, data), drawn(graph, data))
    after = origins_of(*graph, OriginRules(shared=(pair,)))
    assert after.count <= before.count
    assert after.low <= before.low
    assert after.high <= before.high


@given(graphs(), st.data())
def test_every_statement_is_in_one_group_whatever_was_decided(graph: Graph, data: st.DataObject) -> None:
    rules = OriginRules(
        shared=((drawn(graph, data), drawn(graph, data)),), own=frozenset({drawn(graph, data)})
    )
    found = origins_of(*graph, rules)
    said = [statement for group in found.groups for statement in group.statements]
    assert sorted(said) == sorted(t.report.statement for t in graph[0])


@given(graphs(), st.lists(st.integers(0, 3)))
def test_evidence_is_one_origin_for_each_reference(graph: Graph, numbers: list[int]) -> None:
    before = origins_of(*graph)
    after = with_evidence(before, [evidence(number) for number in numbers])
    assert after.count == before.count + len(set(numbers))
    assert (after == before) is (not numbers)


def test_evidence_against_contests_and_evidence_for_stands_alone_where_all_was_taken_back() -> None:
    one, two = Origins(count=1, low=1, high=1), Origins(count=2, low=2, high=2)
    assert status_with("single-origin", (), one, [evidence(1, "denies")]) == "contested"
    assert status_with("unconfirmed", (), one, [evidence(1, "denies")]) == "denied"
    assert status_with("withdrawn", (), two, [evidence(1)]) == "single-origin"
    assert status_with("single-origin", (), two, [evidence(1)]) == "corroborated"
    assert status_with("withdrawn", (), two, [evidence(1), evidence(2)]) == "corroborated"
    assert status_with("single-origin", (), two, [evidence(1), evidence(2, "denies")]) == "contested"
