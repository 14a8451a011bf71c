"""Bonds: the later word wins, also by way of others, and what is parted is never in one claim."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.bonds import UNBOUND, Bonds, Tie, bonds_of, web
from sayso.link.claims import cluster
from tests.link.made_marks import links_of, mark

NAMES = "abcdef"
ties = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans()).filter(lambda t: t[0] != t[1]),
    max_size=9,
)
MARKS = [
    mark("a", "Forty miners died at the Tarn colliery."),
    mark("b", "Forty miners died at the Tarn colliery on Monday."),
    mark("c", "The ministry said that forty miners had died at the Tarn colliery."),
    mark("d", "The bridge at Quillon was closed to lorries."),
    mark("e", "The bridge at Quillon was closed to all lorries."),
    mark("f", "A school opened in Hest."),
]
LINKS = links_of(MARKS)


def tied(rows: Sequence[tuple[str, str, bool]], prefix: str = "") -> Bonds:
    """The bonds of these ties, each a judgement of its own, named by its number."""
    return bonds_of([
        Tie(judgement=str(n), a=f"{prefix}{a}", b=f"{prefix}{b}", together=one)
        for n, (a, b, one) in enumerate(rows)
    ])  # fmt: skip


def groups(bonds: Bonds) -> list[set[str]]:
    return [{j.mark.proposition[2:] for j in one.members} for one in cluster(MARKS, LINKS, bonds)]


def test_the_later_word_on_two_propositions_wins_and_tells_which_it_overrules() -> None:
    bonds = tied([("a", "b", True), ("a", "b", False)])
    assert bonds.together == ()
    assert bonds.overruled == {"0": ("1",)}
    assert bonds.kept == {"1"}
    back = tied([("a", "b", False), ("a", "b", True)])
    assert (back.together, back.apart) == ((("a", "b"),), {})


def test_a_contradiction_by_way_of_others_costs_the_earliest_of_them() -> None:
    bonds = tied([("a", "b", True), ("b", "c", True), ("a", "c", False)])
    assert bonds.together == (("b", "c"),)
    assert bonds.overruled == {"0": ("2",)}
    parted = tied([("a", "c", False), ("a", "b", True), ("b", "c", True)])
    assert parted.overruled == {"0": ("1", "2")}


def test_nothing_decided_binds_nothing() -> None:
    assert bonds_of([]) == UNBOUND
    assert cluster(MARKS, LINKS, UNBOUND) == cluster(MARKS, LINKS)


def test_groups_that_are_held_together_stay_whole() -> None:
    assert groups(UNBOUND) == [{"a", "b", "c"}, {"d", "e"}, {"f"}]
    assert groups(tied([("b", "e", True)], "p:")) == [{"a", "b", "c", "d", "e"}, {"f"}]


def test_what_is_parted_goes_its_own_way_and_the_rest_stays() -> None:
    assert groups(tied([("a", "c", False), ("b", "c", False)], "p:")) == [
        {"a", "b"},
        {"c"},
        {"d", "e"},
        {"f"},
    ]


def test_a_person_may_hold_north_and_south_together() -> None:
    two = [mark("n", "Shells hit North Tarn."), mark("s", "Shells hit South Tarn.")]
    assert len(cluster(two, links_of(two))) == 2
    assert len(cluster(two, links_of(two), tied([("n", "s", True)], "p:"))) == 1


@given(ties)
def test_bonds_never_contradict_themselves_and_the_last_word_always_stands(
    rows: list[tuple[str, str, bool]],
) -> None:
    bonds = tied(rows)
    held = bonds.among(NAMES)
    for a, others in bonds.apart.items():
        assert all(not held.may_join(a, b) for b in others)
    if rows:
        assert str(len(rows) - 1) in bonds.kept


@given(ties)
def test_claims_follow_bonds_whatever_the_links_say(rows: list[tuple[str, str, bool]]) -> None:
    bonds = tied(rows, "p:")
    found = groups(bonds)
    assert sorted(one for group in found for one in group) == sorted(NAMES)
    assert all(any({a[2:], b[2:]} <= group for group in found) for a, b in bonds.together)
    for a, others in bonds.apart.items():
        assert not any({a[2:], b[2:]} <= group for group in found for b in others)


@given(ties, st.randoms(use_true_random=False))
def test_the_order_of_marks_and_links_does_not_matter(
    rows: list[tuple[str, str, bool]], random: Random
) -> None:
    bonds = tied(rows, "p:")
    marks, links = list(MARKS), list(LINKS)
    random.shuffle(marks)
    random.shuffle(links)
    assert cluster(marks, links, bonds) == cluster(MARKS, LINKS, bonds)


def test_the_web_of_a_proposition_is_all_that_ties_lead_to() -> None:
    made = [Tie(judgement="1", a="a", b="b", together=True), Tie(judgement="2", a="c", b="b", together=False)]
    assert web(made, ["a"]) == {"a", "b", "c"}
    assert web(made, ["x"]) == {"x"}
