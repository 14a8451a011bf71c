"""Laws of counting origins, over made graphs of who had it from whom."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.link import lineage
from sayso.link.lineage import Party, Report
from sayso.link.origins import origins_of
from sayso.model import Derivation, DerivationKind, Origins
from tests.link.made_reports import as_testimony, body, copy_of, nobody, outlet, report

OUTLETS = [
    outlet(name, owner=owner)
    for name, owner in (
        ("Harrow Post", "h"),
        ("Harrow Evening", "h"),
        ("Norrin Wire", ""),
        ("Radio Vell", ""),
        ("Lorn Gazette", ""),
    )
]
SOURCES = [
    body("Ministry of Roads", kind="government", state=True),
    body("Dockers’ Union"),
    body("Ine Vollar", kind="person"),
    replace(body("authorities", kind="government", state=True), generic=True),
    nobody(),
    nobody("a clerk"),
    replace(nobody("lawyer"), roles=(("lawyer",),)),
    replace(nobody("lawyer of Dovic"), roles=(("lawyer", "dovic"),)),
    replace(body("Hedda Kray", kind="person"), roles=(("lawyer",), ("union",))),
    replace(nobody("union"), roles=(("union",),)),
]
KINDS: list[DerivationKind] = ["copies", "translates", "cites", "corrects"]
Graph = tuple[list[lineage.Testimony], list[Derivation]]


@st.composite
def reports(draw: st.DrawFn, number: int) -> Report:
    publisher = draw(st.sampled_from(OUTLETS))
    chain: list[Party] = [p for p in draw(st.lists(st.sampled_from(OUTLETS), max_size=2)) if p != publisher]
    chain += draw(st.lists(st.sampled_from(SOURCES), max_size=2))
    if draw(st.integers(0, 9)) == 0:
        chain.append(outlet("several outlets", vague=True))
    hand = draw(st.sampled_from([None, None, publisher, *(p for p in chain if p.outlet and p.key)]))
    day = f"2031-01-{draw(st.integers(1, 28)):02}"
    return report(
        publisher,
        *chain,
        id=f"{number}/{number}",
        first_hand=hand,
        published=draw(st.sampled_from([day, None])),
        hearsay=not chain and draw(st.booleans()),
        infers=not chain and draw(st.integers(0, 4)) == 0,
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    made = [draw(reports(number)) for number in range(draw(st.integers(1, 7)))]
    pairs = st.tuples(
        st.sampled_from(made),
        st.sampled_from(made),
        st.sampled_from(KINDS),
        st.booleans(),
        st.sampled_from([0.3, 0.6, 0.95]),
        st.sampled_from([0.2, 0.9]),
    )
    edges = [
        copy_of(a, b, kind=kind, statement=said, p=p, share=share)
        for a, b, kind, said, p, share in draw(st.lists(pairs, max_size=8))
        if a != b
    ]
    return [as_testimony(one) for one in made], edges


def counted(graph: Graph) -> Origins:
    return origins_of(*graph)


@given(graphs())
def test_a_stance_that_somebody_takes_has_at_least_one_origin_and_the_range_holds_the_count(
    graph: Graph,
) -> None:
    found = counted(graph)
    assert 1 <= found.low <= found.count <= found.high


@given(graphs())
def test_every_document_is_in_a_group_and_every_statement_in_one(graph: Graph) -> None:
    found = counted(graph)
    said = [statement for group in found.groups for statement in group.statements]
    assert sorted(said) == sorted(t.report.statement for t in graph[0])
    assert {d for group in found.groups for d in group.documents} == {t.document for t in graph[0]}
    assert found.count <= len(found.groups) <= found.count + 1
    assert all(group.origin and group.why.endswith(".") for group in found.groups)


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_testimonies_and_derivations_does_not_matter(graph: Graph, random: Random) -> None:
    testimonies, derivations = list(graph[0]), list(graph[1])
    random.shuffle(testimonies)
    random.shuffle(derivations)
    assert origins_of(testimonies, derivations) == counted(graph)


@given(graphs(), st.data())
def test_a_copy_never_adds_an_origin(graph: Graph, data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(graph[0])).report
    publisher = data.draw(st.sampled_from(OUTLETS))
    hand = publisher if original.first_hand == original.publisher else original.first_hand
    later = replace(original, publisher=publisher, document="d:copy", statement="s:copy", first_hand=hand)
    grown = origins_of([*graph[0], as_testimony(later)], [*graph[1], copy_of(later, original)])
    before = counted(graph)
    assert grown.low <= before.low
    assert grown.count <= before.count
    assert grown.high <= before.high


@given(graphs(), st.data())
def test_a_derivation_that_is_found_never_raises_the_count(graph: Graph, data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(graph[0])).report for _ in range(2))
    kind = data.draw(st.sampled_from(KINDS))
    more = copy_of(one, other, kind=kind, statement=data.draw(st.booleans()))
    grown, before = origins_of(graph[0], [*graph[1], more]), counted(graph)
    assert grown.low <= before.low
    assert grown.count <= before.count
    assert grown.high <= before.high


@given(graphs(), st.sampled_from(OUTLETS), st.booleans())
def test_unrecorded_lineage_adds_none(graph: Graph, publisher: Party, hearsay: bool) -> None:
    more = as_testimony(report(publisher, id="more/more", hearsay=hearsay))
    assert origins_of([*graph[0], more], graph[1]).count == counted(graph).count


@given(st.lists(st.sampled_from(OUTLETS[:2]), min_size=1, max_size=6))
def test_one_owner_counts_once(papers: list[Party]) -> None:
    made = [report(p, nobody(), id=f"{n}/{n}", first_hand=p) for n, p in enumerate(papers)]
    assert counted(([as_testimony(one) for one in made], [])).count == 1


@given(graphs())
def test_saying_it_twice_is_saying_it_once(graph: Graph) -> None:
    assert origins_of([*graph[0], *graph[0]], [*graph[1], *graph[1]]) == counted(graph)
