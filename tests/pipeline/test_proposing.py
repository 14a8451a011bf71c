"""What may belong to a claim is the same in whatever order, and in how many parts, its links are found."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.bonds import UNBOUND, Tie, bonds_of
from sayso.pipeline.proposing import MOST_PROPOSALS, Edge, Proposed, pair_of, surest

IDS = [f"p:{number:02}" for number in range(60)]
GROUPS = [frozenset(IDS[:3]), frozenset(IDS[3:5])]


@st.composite
def edges(draw: st.DrawFn) -> list[Edge]:
    """Links between some of the ids, one for each pair; many of them alike in p."""
    ends = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.sets(ends.map(lambda pair: pair_of(*pair)), max_size=150))
    return [(draw(st.sampled_from([0.5, 0.6, 0.6001, 0.8999, 0.9, 0.95])), *pair) for pair in sorted(pairs)]


def shown(found: Sequence[Proposed]) -> list[Edge]:
    return [(one.p, *one.pair) for one in found]


@given(edges(), st.randoms())
def test_the_order_of_links_changes_nothing(some: list[Edge], chance: Random) -> None:
    other = [*some, *some[:5]]
    chance.shuffle(other)
    assert surest(GROUPS, some, UNBOUND) == surest(GROUPS, other, UNBOUND)


@given(edges(), st.integers(0, 150))
def test_what_comes_later_is_put_beside_what_was_chosen_before(some: list[Edge], at: int) -> None:
    whole = surest(GROUPS, some, UNBOUND)
    for group, found in zip(GROUPS, whole, strict=True):
        [before] = surest([group], some[:at], UNBOUND)
        assert surest([group], [*shown(before), *some[at:]], UNBOUND) == [found]


@given(edges())
def test_the_likeliest_lead_out_of_the_claim_each_to_another(some: list[Edge]) -> None:
    for group, found in zip(GROUPS, surest(GROUPS, some, UNBOUND), strict=True):
        others = {end for _, *ends in some for end in ends if not group.isdisjoint(ends)} - group
        assert len(found) == min(MOST_PROPOSALS, len(others))
        assert {one.near for one in found} <= group
        assert {one.other for one in found} <= others
        assert found == sorted(found, key=lambda one: (-one.p, one.other))


def test_of_two_links_alike_always_the_same_one_is_shown() -> None:
    alike = [(0.7, "p:a", "p:z"), (0.7, "p:b", "p:z")]
    expected = [[Proposed("p:z", "p:b", 0.7)]]
    assert surest([{"p:a", "p:b"}], alike, UNBOUND) == expected
    assert surest([{"p:a", "p:b"}], alike[::-1], UNBOUND) == expected


def test_what_a_person_parts_and_what_is_not_there_is_not_proposed() -> None:
    some = [(0.8, "p:a", "p:x"), (0.7, "p:a", "p:y"), (0.6, "p:a", "p:z")]
    bonds = bonds_of([Tie(judgement="j:1", a="p:a", b="p:x", together=False)])
    assert surest([{"p:a"}], some, bonds, {"p:x", "p:z"}) == [[Proposed("p:z", "p:a", 0.6)]]
