"""Links become claims, the same in whatever order they come, each with a gist that somebody printed."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.link.claims as grouping
from sayso.link.claims import P_COHERE, P_LINK, cluster, components, gist_among, grouped, needed
from sayso.link.compare import P_OTHER_PLACE
from sayso.link.mark import Link, Mark
from sayso.link.view import View
from sayso.model.claim import claim_id
from tests.link.made_marks import claim, claims, links_of, mark

TEXTS = [
    "A fire at the Tarn colliery in Quillon killed 12 miners.",
    "The fire at the Tarn colliery in Quillon killed 57 miners, the governor said.",
    "No miners died in a fire at the Tarn colliery in Quillon.",
    "Did miners die in a fire at the Tarn colliery in Quillon?",
    "North Orlan closed its border with Vessia.",
    "South Orlan closed its border with Vessia.",
    "Vessia closed its border with North Orlan on Monday.",
    "Snow fell on the capital.",
]
DAYS = [None, "2031-03-04", "2031-03-05", "2031-04-01"]

crowds = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DAYS)), min_size=1, max_size=9).map(
    lambda rows: [mark(f"{number:02}", text, day) for number, (text, day) in enumerate(rows)]
)


@given(crowds, st.integers())
def test_the_order_of_marks_and_links_does_not_matter(crowd: list[Mark], seed: int) -> None:
    links = links_of(crowd)
    shuffled, mixed = list(crowd), list(links)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed + 1).shuffle(mixed)
    assert cluster(shuffled, mixed) == cluster(crowd, links)


@given(crowds)
def test_every_mark_is_in_one_claim(crowd: list[Mark]) -> None:
    members = [joined.mark.proposition for found in claims(*crowd) for joined in found.members]
    assert sorted(members) == sorted(m.proposition for m in crowd)


@given(crowds)
def test_the_gist_is_printed_by_a_member_and_the_founder_gives_the_id(crowd: list[Mark]) -> None:
    for found in claims(*crowd):
        members = {joined.mark.proposition: joined.mark for joined in found.members}
        assert found.gist == members[found.gist.proposition]
        assert found.gist.text in TEXTS
        assert found.founder in members
        assert found.id == claim_id(found.founder)


@given(crowds)
def test_countries_that_differ_by_a_direction_are_never_in_one_claim(crowd: list[Mark]) -> None:
    for found in claims(*crowd):
        points = {point for joined in found.members for point in joined.mark.directions}
        assert len(points) <= 1


def test_not_even_where_a_third_text_names_neither_direction() -> None:
    texts = [
        "North Orlan closed the Tarn dam",
        "Orlan closed the Tarn dam",
        "South Orlan closed the Tarn dam",
    ]
    found = claims(*(mark(name, text) for name, text in zip("abc", texts, strict=True)))
    assert sorted(len(c.members) for c in found) == [1, 2]


def test_the_founder_is_the_earliest_and_undated_texts_come_last() -> None:
    found = claim(
        mark("a", TEXTS[0], None), mark("b", TEXTS[0], "2031-03-09"), mark("c", TEXTS[0], "2031-03-05")
    )
    assert [joined.mark.proposition for joined in found.members] == ["p:c", "p:b", "p:a"]
    assert found.founder == "p:c"


def test_the_gist_affirms_and_says_it_itself() -> None:
    denial, question = mark("a", TEXTS[2], "2031-03-01"), mark("b", TEXTS[3], "2031-03-02")
    pointer = mark(
        "c", "the report", "2031-03-03", target="p:d", document="d:d", stems=mark("d", TEXTS[0]).stems
    )
    assert claim(denial, question, pointer, mark("d", TEXTS[0], "2031-03-08")).gist.proposition == "p:d"


def test_what_is_likely_and_not_sure_is_proposed_and_not_counted() -> None:
    one, two = mark("a", "Snow fell on the capital."), mark("b", "Rain fell on the harbour.")
    link = Link(a="p:a", b="p:b", p=0.7, why=("1 of 3 content words are shared.",))
    found = cluster([one, two], [link])
    assert [len(c.members) for c in found] == [1, 1]
    assert [(c.proposals[0].mark.proposition, c.proposals[0].p) for c in found] == [
        ("p:b", 0.7),
        ("p:a", 0.7),
    ]
    assert found[0].proposals[0].why == link.why


@pytest.mark.parametrize(("p", "together"), [(P_LINK, True), (P_LINK - 0.001, False)])
def test_a_link_joins_two_from_nine_tenths_on(p: float, together: bool) -> None:
    found = cluster([mark("a", "Snow fell."), mark("b", "Rain fell.")], [Link(a="p:a", b="p:b", p=p)])
    assert (len(found) == 1) is together


def test_a_chain_of_links_is_no_claim_where_its_ends_have_nothing_in_common() -> None:
    chain = [
        mark("a", "Snow fell."),
        mark("b", "Hail struck."),
        mark("c", "Frost came."),
        mark("d", "Ice grew."),
    ]
    links = [Link(a=f"p:{a}", b=f"p:{b}", p=0.95) for a, b in ("ab", "bc", "cd")]
    assert [[j.mark.proposition for j in c.members] for c in cluster(chain, links)] == [
        ["p:a", "p:b"],
        ["p:c", "p:d"],
    ]


def test_one_pair_needs_a_sure_link_and_many_pairs_a_weaker_mean() -> None:
    means = [needed(pairs) for pairs in (1, 2, 4, 100, 10_000)]
    assert means[0] == pytest.approx(P_LINK)
    assert means == sorted(means, reverse=True)
    assert P_COHERE < means[-1] < P_COHERE + 0.001


def test_two_pairs_join_a_group_by_a_mean_that_one_pair_could_not() -> None:
    """`c` has a sure link to `b` and one of .45 to `a`: a mean of .7, where .65 is needed."""
    texts = [mark("a", "Snow fell."), mark("b", "Hail struck."), mark("c", "Frost came.")]
    links = [Link(a=f"p:{a}", b=f"p:{b}", p=p) for a, b, p in (("a", "b", 0.97), ("b", "c", 0.95))]
    assert len(cluster(texts, [*links, Link(a="p:a", b="p:c", p=0.45)])) == 1
    assert len(cluster(texts, [*links, Link(a="p:a", b="p:c", p=0.3)])) == 2


def test_links_whose_ends_are_not_there_are_left_aside() -> None:
    assert len(cluster([mark("a", "Snow fell.")], [Link(a="p:a", b="p:z", p=0.99)])) == 1
    assert cluster([], []) == ()


def test_components_are_what_hangs_together() -> None:
    assert components("edcba", [("a", "c"), ("e", "c")]) == [["a", "c", "e"], ["b"], ["d"]]


@pytest.mark.parametrize("size", [20, 45])
def test_a_direction_keeps_two_groups_apart_however_many_name_none(size: int) -> None:
    """Two groups of one wording each, of which one text says North and one South."""
    left = [mark(f"a{n:02}", "Orlan closed the dam at Tarn") for n in range(size)]
    right = [mark(f"b{n:02}", "Orlan shut the Tarn dam") for n in range(size)]
    left.append(mark("a99", "North Orlan closed the dam at Tarn"))
    right.append(mark("b99", "South Orlan shut the Tarn dam"))
    crowd = left + right
    inside = {frozenset((a, b)) for side in (left, right) for a in side for b in side}
    links = [
        msgspec.structs.replace(link, p=0.99 if frozenset((known[link.a], known[link.b])) in inside else 0.9)
        for known in [{m.proposition: m for m in crowd}]
        for link in links_of(crowd)
    ]
    home = {j.mark.proposition: c.id for c in cluster(crowd, links) for j in c.members}
    assert home["p:a99"] != home["p:b99"]
    assert len(set(home.values())) == 2


def grouped_plainly(keys: Sequence[str], weights: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Average link as it is defined: at each step the surest two of all groups become one, ties by id."""
    groups = {key: [key] for key in keys}
    while True:
        best: list[tuple[float, str, str]] = []
        for a, b in combinations(sorted(groups), 2):
            between = [weights.get((min(p, q), max(p, q)), 0.0) for p in groups[a] for q in groups[b]]
            over = sum(between) / len(between) - needed(len(between))
            best += [(-round(over, 9), a, b)] if over >= 0 else []
        if not best:
            return sorted(sorted(group) for group in groups.values())
        _, a, b = min(best)
        groups[a] += groups.pop(b)


PLACES = [f"p:{at:02}" for at in range(12)]
drawn_pairs = st.sampled_from(list(combinations(PLACES, 2)))
drawn_weights = st.dictionaries(drawn_pairs, st.integers(32, 63).map(lambda n: n / 64), max_size=66)


def not_to_be_asked(key: str) -> View:
    raise AssertionError(f"the mark of {key} was looked at")


@settings(deadline=None)
@given(drawn_weights)
def test_large_components_are_grouped_as_average_link_says_and_no_mark_is_looked_at(
    links: dict[tuple[str, str], float],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouping, "MOST_COMPARED", 2)
        found = grouped({key: {} for key in PLACES}, links, not_to_be_asked)
    assert sorted(found) == grouped_plainly(PLACES, links)


def test_what_hangs_on_a_noun_is_not_what_is_printed_for_a_claim() -> None:
    first = mark("a", "of cracks in the wall of the Tarn dam near Quillon", published="2031-03-01")
    second = mark("b", "Cracks have appeared in the wall of the Tarn dam near Quillon.")
    assert gist_among([first, second]) == second


def test_two_places_are_never_drawn_into_one_claim_by_what_names_neither() -> None:
    """The crossing at Hale, the crossing at Dorn, and "the crossing", which is like both."""
    links = {
        ("p:dorn", "p:hale"): P_OTHER_PLACE,
        ("p:crossing", "p:dorn"): 0.95,
        ("p:crossing", "p:hale"): 0.97,
    }
    found = grouped({key: {} for pair in links for key in pair}, links, not_to_be_asked)
    assert found == [["p:crossing", "p:hale"], ["p:dorn"]]
