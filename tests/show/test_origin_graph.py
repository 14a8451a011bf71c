"""The origin graph: everything drawn is in its table, nothing overlaps, and no order of the input matters."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Claim, Derivation, DocumentRow, OriginGroup, Origins, make_document, row_of
from sayso.show.pictures.layout import laid_out
from sayso.show.pictures.lineage import lineage
from sayso.show.pictures.origin_graph import origin_graph
from sayso.show.pictures.picture import Picture
from tests.show.claims import claim, edge, member, rows
from tests.show.factory import statement
from tests.show.picture_parts import labels, links, parsed, sound
from tests.stopwatch import cpu_seconds, here, timed

EDGES = (edge("d:2", "d:1", "Norrin Press"), edge("d:3", "d:1", "Norrin Press", "cites"))


def graph(made: Claim | None = None, edges: tuple[Derivation, ...] = EDGES, **given: Any) -> Picture:
    return origin_graph(made or claim(), rows(), {}, edges, **given)


def many(size: int, seed: int = 0) -> tuple[Claim, dict[str, DocumentRow], list[Derivation]]:
    """A claim in `size` documents of one origin, each of which has it from one or two earlier ones."""
    chance = random.Random(seed)
    found: dict[str, DocumentRow] = {}
    for at in range(size):
        name = f"Outlet {at} of the Valley"
        document = make_document(
            f"{at}", input=f"{at}.md", publisher=name, published=f"2031-05-{1 + at % 28:02}"
        )
        found[document.id] = row_of(document)
    ids = list(found)
    edges = []
    for at in range(1, size):
        earlier = sorted({chance.choice(ids[:at]), chance.choice(ids[:at])})
        kind = chance.choice(["cites", "copies"])
        edges += [edge(ids[at], of, found[of].publisher or "", kind) for of in earlier]
    group = OriginGroup(origin="Open Valleys", documents=tuple(ids), why="They go back to it.")
    return (
        claim(
            statements=(), origins=Origins(count=1, low=1, high=1, groups=(group,)), origins_against=Origins()
        ),
        found,
        edges,
    )


@pytest.mark.parametrize("width", [330, 360, 720, 1200])
def test_labels_neither_overlap_nor_leave_the_picture(width: int) -> None:
    sound(graph(width=width))
    made, found, edges = many(60)
    sound(origin_graph(made, found, {}, edges, width=width))


def test_each_edge_and_each_origin_has_its_row() -> None:
    told = [row[2:6] for row in graph().rows]
    assert ("Quillan Courier", "2031-05-03", "copies (90% of its words)", "Norrin Press") in told
    assert ("Radio Lanterna", "2031-05-04", "cites", "Norrin Press") in told
    assert ("Norrin Press", "2031-05-02", "goes back to", "Dolm Families Association") in told
    assert ("Dolm Families Association", "", "the origin", "") in told


def test_denials_stand_on_their_own_side() -> None:
    assert {row[0] for row in graph().rows if row[2] == "Sarvane State Dispatch"} == {"Denies it"}
    assert "Denies it" in {box.text for box in labels(graph())}


def test_every_node_of_many_is_drawn_and_told() -> None:
    made, found, edges = many(60)
    picture = origin_graph(made, found, {}, edges, width=1200)
    drawn = {box.text for box in labels(picture)}
    for row in found.values():
        assert row.publisher in drawn
    assert len([row for row in picture.rows if row[4].startswith(("cites", "copies"))]) == len(edges)


def test_an_outlet_of_which_no_text_was_read_is_a_dashed_node_of_its_own() -> None:
    picture = graph(edges=(*EDGES, edge("d:4", None, "Radio Kessin", "cites", share=None)))
    assert "cites (reported only)" in {row[4] for row in picture.rows}
    assert any(row[2] == "Radio Kessin" for row in picture.rows)
    assert any(each.get("stroke-dasharray") for each in parsed(picture).iter("{*}circle"))


def test_a_text_that_was_read_but_carries_no_such_claim_is_told_apart_from_one_that_was_not() -> None:
    picture = graph(edges=(*EDGES, edge("d:1", "d:9", "Radio Kessin")))
    assert any("does not carry this claim" in row[6] for row in picture.rows if row[2] == "Radio Kessin")
    assert "read, but without this claim" in {box.text for box in labels(picture)}
    assert "text not read here" not in {box.text for box in labels(picture)}


def test_an_edge_from_one_side_to_the_other_is_drawn_beside_the_trunks() -> None:
    plain, more = graph(), graph(edges=(*EDGES, edge("d:4", "d:1", "Norrin Press", "corrects")))
    assert len(list(parsed(more).iter("{*}path"))) >= len(list(parsed(plain).iter("{*}path"))) + 3
    assert ("Sarvane State Dispatch", "corrects", "Norrin Press") in {(r[2], r[4], r[5]) for r in more.rows}
    sound(more)


def test_the_table_gives_the_reason_of_each_origin_and_edge() -> None:
    whys = {row[2]: row[7] for row in graph().rows}
    assert whys["Dolm Families Association"].startswith("Quillan Courier prints")
    assert whys["Radio Lanterna"] == "it says so"


def test_eleven_reports_of_one_origin_hang_under_one_sign() -> None:
    made, found, edges = many(11)
    picture = origin_graph(made, found, {}, edges)
    assert "11 documents, one origin" in {box.text for box in labels(picture)}


def test_what_has_no_lineage_is_said_to_have_none() -> None:
    group = OriginGroup(origin="Norrin Press", documents=("d:1",), why="It does not say.", recorded=False)
    picture = graph(claim(origins=Origins(count=1, low=1, high=1, groups=(group,))), ())
    assert "lineage not on record" in {box.text for box in labels(picture)}


def test_a_source_without_a_name_is_told_in_the_words_of_its_one_document() -> None:
    made = statement(
        "No lorry came", source="a driver", cue="said", text="No lorry came, a driver said.", anonymous=True
    )
    said = type(made)(**{**{f: getattr(made, f) for f in made.__struct_fields__}, "document": "d:1"})
    group = OriginGroup(
        origin="Norrin Press", documents=("d:1", "d:2"), why="First-hand.", statements=(said.id,)
    )
    whole = claim(origins=Origins(count=1, low=1, high=1, groups=(group,)))
    found = lineage(whole, rows(), {said.id: said}, EDGES)
    assert found.nodes[0].note == "an anonymous source of Norrin Press: “a driver”"
    asked = links(origin_graph(whole, rows(), {said.id: said}, EDGES, href=lambda id: f"/{id}"))
    assert set(asked) == {f"/{id}" for id in rows()}


def test_circles_are_drawn_and_end() -> None:
    picture = graph(edges=(edge("d:1", "d:2", "Quillan Courier"), edge("d:2", "d:1", "Norrin Press")))
    assert {("Norrin Press", "Quillan Courier"), ("Quillan Courier", "Norrin Press")} <= {
        (row[2], row[5]) for row in picture.rows
    }


def test_the_order_of_documents_and_edges_does_not_matter() -> None:
    made, found, edges = many(30)
    first = origin_graph(made, found, {}, edges)
    random.Random(1).shuffle(edges)
    assert origin_graph(made, dict(reversed(found.items())), {}, edges) == first


def test_links_lead_where_the_caller_says_and_never_to_a_script() -> None:
    assert links(graph(href=lambda id: f"/documents/{id}"))[0] == "/documents/d:1"
    assert links(graph(href=lambda id: "javascript:alert(1)")) == []


def test_nobody_who_says_it_gives_a_picture_that_says_so() -> None:
    picture = graph(claim(statements=(), origins=Origins(), origins_against=Origins()), ())
    assert picture.rows == ()
    assert any("Nobody says it" in box.text for box in labels(picture))
    sound(picture)


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_gives_a_well_formed_picture(name: str, gist: str) -> None:
    group = OriginGroup(origin=name, documents=("d:1",), why=name)
    made = claim(
        gist=gist, origins=Origins(count=1, low=1, high=1, groups=(group,)), statements=(member("d:1"),)
    )
    sound(graph(made, (edge("d:1", None, name),), width=360))


@timed
def test_the_time_to_lay_out_grows_with_the_size_of_the_graph() -> None:
    def once(size: int) -> float:
        keys = [f"{at}" for at in range(size)]
        edges = [(keys[at], keys[at - 1]) for at in range(1, size)]
        edges += [(keys[at], keys[at // 2]) for at in range(3, size)]
        return cpu_seconds(lambda: laid_out(keys, edges, [1.0] * len(edges), dict.fromkeys(keys, 0)))

    assert once(8_000) < 12 * once(1_000) + here(0.05)


def test_trunks_cross_nothing_and_lanes_are_shared_only_apart() -> None:
    keys = list("abcdef")
    edges = [("b", "a"), ("c", "a"), ("d", "b"), ("e", "c"), ("e", "b"), ("f", "c"), ("f", "d")]
    made = laid_out(keys, edges, [1, 1, 1, 1, 0.5, 1, 0.5], dict.fromkeys(keys, 0))
    row = {key: at for at, key in enumerate(made.rows)}
    assert all(row[edges[n][1]] < row[child] for child, n in made.trunk.items())
    assert made.layer == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}
    assert made.lane["b"] != made.lane["d"]
