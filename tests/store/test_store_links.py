"""What every store must do with views, links and derivations; run for each store there is."""

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Derivation, derivation_id
from sayso.store import LinkRow
from tests.store.ledgers import add, claim, document, two_statements, views


def test_propositions_that_share_keys_are_counted_and_full_buckets_reported(store: Any) -> None:
    one, two = document(), document(publisher="The Anchor")
    add(store, one)
    add(store, two)
    mine = [s.propositions[0].id for s in two_statements(one)]
    sharing = store.propositions_sharing([1, -7, 99], cap=4)
    assert set(sharing.shared.values()) == {2}
    assert len(sharing.shared) == 4
    assert sharing.over == ()
    capped = store.propositions_sharing([1, -7, 99], cap=3)
    assert (capped.shared, capped.over) == ({}, (-7, 1))
    assert store.propositions_sharing([1], cap=9, least=2).shared == {}
    assert store.bucket_sizes([1, 99]) == {1: 4, 99: 0}
    assert store.keys_of(mine) == dict.fromkeys(mine, (-7, 1, 1 << 62))


def test_documents_that_share_bands_are_counted(store: Any) -> None:
    one, two = document(), document(publisher="The Anchor")
    add(store, one)
    add(store, two)
    assert store.documents_sharing([3, 5], cap=9).shared == {one.id: 1, two.id: 1}
    assert store.documents_sharing([3, -4], cap=1).over == (-4, 3)
    assert store.bands_of(one.id) == (-4, 3)


def test_bytes_of_views_come_back_in_any_number(store: Any) -> None:
    one = document()
    add(store, one)
    statements = two_statements(one)
    asked = [s.propositions[0].id for s in statements] + [f"p:{at}" for at in range(2_000)]
    assert store.marks(asked) == dict(views(statements).marks)
    assert store.reports(s.id for s in statements) == dict(views(statements).reports)
    assert store.sketches([one.id]) == {one.id: b"sketch"}
    assert store.documents_of(asked) == {s.propositions[0].id: one.id for s in statements}


def test_views_are_replaced_without_leaving_keys_behind(store: Any) -> None:
    one = document()
    add(store, one)
    store.put_views(one.id, views(two_statements(one), keys=(5,)))
    assert store.bucket_sizes([1, 5]) == {1: 0, 5: 2}
    assert store.documents_sharing([3], cap=9).shared == {one.id: 1}


def test_a_link_is_there_once_in_either_order(store: Any) -> None:
    store.put_links([LinkRow(a="p:b", b="p:a", p=0.6, relation="same")])
    store.put_links([LinkRow(a="p:a", b="p:b", p=0.9, relation="same")])
    store.put_links([LinkRow(a="p:b", b="p:c", p=0.5, relation="denial")])
    assert store.links_of(["p:a", "p:b"]) == (
        LinkRow(a="p:a", b="p:b", p=0.9, relation="same"),
        LinkRow(a="p:b", b="p:c", p=0.5, relation="denial"),
    )
    store.drop_links([("p:b", "p:a")])
    assert [(x.a, x.b) for x in store.links_of(["p:a", "p:b"])] == [("p:b", "p:c")]


def test_a_derivation_is_found_from_both_ends(store: Any) -> None:
    edge = Derivation(
        id=derivation_id("cites", "d:1", "d:2", "Radio Lanterna", None), kind="cites", document="d:1",
        of="d:2",
        outlet="Radio Lanterna", p=0.8, share=None, evidence=("it says so", "it is later"),
    )  # fmt: skip
    store.put_derivations([edge, edge])
    assert store.derivations_of(["d:1"]) == store.derivations_of(["d:2"]) == (edge,)
    store.drop_derivations([edge.id])
    assert store.derivations_of(["d:1"]) == ()


def test_linking_can_be_dropped_without_loss_of_evidence(store: Any) -> None:
    one = document()
    add(store, one)
    claim(store, one.id)
    store.put_links([LinkRow(a="p:a", b="p:b", p=0.9, relation="same")])
    store.mark_done(one.id, "link")
    store.drop_linking()
    assert (store.claims(), store.links_of(["p:a"]), store.pending("link")) == ((), (), (one.id,))
    assert store.statements(one.id) == two_statements(one)
    assert store.verify().whole


@pytest.mark.parametrize("size", [1, 3, 10])
def test_any_order_and_any_batches_give_the_same_rows(
    store: Any, make: Callable[..., AbstractContextManager[Any]], tmp_path: Path, size: int
) -> None:
    documents = [document(publisher=f"Paper {at}", published=f"2031-05-0{1 + at % 4}") for at in range(10)]
    for one in documents:
        add(store, one)
    with make(tmp_path, name="other.db") as other:
        shuffled = random.Random(size).sample(documents, len(documents))
        for start in range(0, len(documents), size):
            with other.together():
                for one in shuffled[start : start + size]:
                    add(other, one)
        assert picture(other) == picture(store)


def picture(store: Any) -> list[object]:
    """All that a store shows, apart from when and in which order it came."""
    ids = [row.id for row in store.documents()]
    propositions = [p.id for id in ids for s in store.statements(id) for p in s.propositions]
    return [
        store.documents_by_id(ids), [store.statements(id) for id in ids], store.marks_in(ids),
        store.reports_in(ids), store.sketches(ids), store.keys_of(propositions), store.pending("link"),
        store.propositions_sharing([1, -7], cap=99), store.documents_sharing([3], cap=99),
        store.search("ferry"), store.search("ferry", what="statements", order="best"),
    ]  # fmt: skip


def test_links_are_found_by_their_ends_and_by_how_sure_they_are(store: Any) -> None:
    store.put_links(
        LinkRow(a=a, b=b, p=p, relation="same")
        for a, b, p in (("p:a", "p:b", 0.95), ("p:b", "p:c", 0.9), ("p:c", "p:d", 0.6))
    )
    assert store.weights_at(["p:b"], 0.9) == {("p:a", "p:b"): 0.95, ("p:b", "p:c"): 0.9}
    assert store.weights_at(["p:c"], 0.9) == {("p:b", "p:c"): 0.9}
    assert store.weights_at([], 0.0) == {}
    assert store.weights_among(["p:b", "p:c"]) == {("p:b", "p:c"): 0.9}
    assert store.weights_among(["p:b", "p:d"]) == {}
    assert store.weights_of([("p:a", "p:b"), ("p:b", "p:d")]) == {("p:a", "p:b"): 0.95}
    assert sorted(store.ends_of(["p:b", "p:c"])) == [
        (0.6, "p:c", "p:d"), (0.9, "p:b", "p:c"), (0.9, "p:b", "p:c"), (0.95, "p:a", "p:b"),
    ]  # fmt: skip
