"""What every store must do, whatever database is behind it: one module, run for each store there is."""

import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import Problem
from sayso.model import Derivation, Document, Subject, derivation_id
from sayso.store import ClaimQuery, LinkRow
from sayso.store.protocol import LedgerStore
from tests.store.ledgers import TEXT, add, claim, document, ledger, statement, two_statements, views

STORES: dict[str, Callable[..., AbstractContextManager[Any]]] = {"sqlite": ledger}


@pytest.fixture(params=STORES)
def make(request: pytest.FixtureRequest) -> Callable[..., AbstractContextManager[Any]]:
    return STORES[request.param]


@pytest.fixture
def store(make: Callable[..., AbstractContextManager[Any]], tmp_path: Path) -> Iterator[Any]:
    with make(tmp_path) as opened:
        yield opened


def test_a_store_is_a_ledger_store(store: Any) -> None:
    assert isinstance(store, LedgerStore)


def test_a_document_comes_back_as_it_went_in(store: Any) -> None:
    problems = (
        Problem(where="ferry.txt", what="unreadable", hint="look"),
        Problem(where="x", what="y"),
    )
    whole = document(
        "É\r\n\x00 \U0001f6a2 " + TEXT, problems=problems, status="partial", author="I. Marn",
        translation_of="d:other", url="https://lantern.example/ferry", captions=((0, 1),),
        furniture=((2, 4), (5, 9)),
        foreign=((10, 12),),
    )  # fmt: skip
    assert add(store, whole)
    assert store.document(whole.id) == whole
    assert store.documents_by_id([whole.id, "d:none"]) == {whole.id: whole}


def test_statements_come_back_as_they_went_in(store: Any) -> None:
    one = document()
    add(store, one)
    assert store.statements(one.id) == two_statements(one)
    assert store.statements_by_id([two_statements(one)[1].id, "s:none"]) == {
        two_statements(one)[1].id: two_statements(one)[1]
    }


def test_adding_twice_is_adding_once(store: Any) -> None:
    assert add(store, document())
    before = (store.documents(), store.head(), store.verify())
    assert not add(store, document(), original=b"other bytes")
    assert (store.documents(), store.head(), store.verify()) == before


def test_what_is_not_there_is_none_or_empty(store: Any) -> None:
    assert store.document("d:none") is None
    assert store.kept("d:none") is None
    assert store.statements("d:none") == ()
    assert store.claim("c:none") is None
    assert store.claims() == ()
    assert store.subject("n:none") is None
    assert store.marks(["p:none"]) == {}
    assert store.original("d:none") is None
    assert store.versions("v:none") == ()


def test_documents_are_paged_by_day_and_those_without_one_come_last(store: Any) -> None:
    days = ["2031-05-02", None, "2031-05-01", "2031-05-02", None]
    for at, day in enumerate(days):
        add(store, document(f"Text {at}.", published=day))
    everything = store.documents()
    expected = sorted(everything, key=lambda d: (d.published or "9999", d.id))
    assert list(everything) == expected
    pages: list[Any] = []
    while page := store.documents(limit=2, after=pages[-1].id if pages else None):
        pages += page
    assert pages == expected
    ids = [row.id for row in expected[1:3]]
    assert store.documents_listed([*ids, "d:none"]) == {row.id: row for row in expected[1:3]}
    assert store.documents_listed([]) == {}


def test_the_last_day_is_that_of_the_newest_document(store: Any) -> None:
    assert store.last_published() is None
    assert store.count_documents() == 0
    for at, day in enumerate(["2031-05-02", None, "2031-06-01", "2031-05-03"]):
        add(store, document(f"Text {at}.", published=day))
    assert store.last_published() == "2031-06-01"
    assert store.count_documents() == 4


def test_as_of_hides_what_was_published_later_or_captured_later_without_a_date(store: Any) -> None:
    early = document("Early.", title=None, published="2031-05-01")
    late = document("Late ferry.", published="2031-05-09")
    undated = document("Undated ferry.", published=None)
    for one in (early, late, undated):
        add(store, one, captured="2031-05-05T10:00:00+00:00")
    assert {d.id for d in store.documents(as_of="2031-05-05")} == {early.id, undated.id}
    assert {d.id for d in store.documents(as_of="2031-05-04")} == {early.id}
    assert set(store.documents_listed([early.id, late.id], as_of="2031-05-08")) == {early.id}
    assert store.document(late.id, as_of="2031-05-08") is None
    assert [hit.document for hit in store.search("ferry", as_of="2031-05-08")] == [undated.id]


def test_statements_of_a_document_that_is_not_there_yet_are_hidden(store: Any) -> None:
    one = document()
    add(store, one)
    ids = [s.id for s in two_statements(one)]
    assert store.statements(one.id, as_of="2031-05-16") == ()
    assert store.statements_by_id(ids, as_of="2031-05-16") == {}
    assert len(store.statements(one.id, as_of="2031-05-17")) == 2


def test_a_newer_reading_stands_beside_the_old_one_and_is_shown(store: Any) -> None:
    one = document()
    add(store, one)
    newer = (statement(one, "A nurse", "the ward was full", reading="en-2"),)
    store.mark_done(one.id, "link")
    assert store.add_reading(one.id, "en-2", newer, views(newer))
    assert not store.add_reading(one.id, "en-2", newer, views(newer))
    assert store.statements(one.id) == newer
    assert store.statements(one.id, reading="en-1") == two_statements(one)
    assert store.readings(one.id) == ("en-1", "en-2")
    assert set(store.marks_in([one.id])[one.id]) == {newer[0].propositions[0].id}
    assert store.pending("link") == (one.id,)
    assert [hit.statement for hit in store.search("ferry", what="statements")] == []
    assert store.verify().whole


def test_versions_of_a_page_come_in_the_order_of_their_capture(store: Any) -> None:
    url = "https://lantern.example/ferry"
    second, first = document("Second.", url=url + "#top"), document("First.", url=url + "/")
    add(store, second, captured="2031-05-30")
    add(store, first, captured="2031-05-18")
    series = store.kept(first.id).series
    assert [kept.document.id for kept in store.versions(series)] == [first.id, second.id]
    assert store.kept(second.id).series == series


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
    store.put_links([LinkRow(a="p:a", b="p:b", p=0.9, relation="same", reasons='["who"]')])
    store.put_links([LinkRow(a="p:b", b="p:c", p=0.5, relation="denial")])
    assert store.links_of(["p:a", "p:b"]) == (
        LinkRow(a="p:a", b="p:b", p=0.9, relation="same", reasons='["who"]'),
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


def test_claims_are_replaced_together(store: Any) -> None:
    one, two = document(), document(publisher="The Anchor", published="2031-05-19")
    add(store, one)
    add(store, two)
    apart = [claim(store, one.id), claim(store, two.id)]
    assert store.claims(ClaimQuery(sort="oldest")) == tuple(apart)
    joined = claim(store, one.id, two.id, gist="joined")
    store.replace_claims([c.id for c in apart], [joined])
    assert store.claims() == (joined,)
    members = [m.proposition for m in joined.statements]
    assert store.claims_of(members) == dict.fromkeys(members, joined.id)
    assert store.claims_in([two.id]) == (joined.id,)
    assert store.claims_by_id([joined.id, "c:none"]) == {joined.id: joined}


def test_claims_are_found_by_what_is_asked(store: Any) -> None:
    one, two = document(), document(publisher="The Anchor", published="2031-05-19")
    add(store, one)
    add(store, two)
    single, double = claim(store, one.id), claim(store, two.id, status="corroborated", low=2)
    of_single = [
        ClaimQuery(status="single-origin"),
        ClaimQuery(publisher="lantern"),
        ClaimQuery(until="2031-05-17"),
        ClaimQuery(max_origins=1),
    ]
    of_double = [
        ClaimQuery(status="corroborated"),
        ClaimQuery(publisher="anchor"),
        ClaimQuery(since="2031-05-18"),
        ClaimQuery(min_origins=2),
    ]
    assert [store.claims(query) for query in of_single] == [(single,)] * 4
    assert [store.claims(query) for query in of_double] == [(double,)] * 4
    assert store.claims(ClaimQuery(text="FERRY", source="harbour", sort="origins")) == (double, single)
    assert store.claims(ClaimQuery(text="submarine")) == store.claims(ClaimQuery(text="(")) == ()
    assert store.claims(as_of="2031-05-18") == (single,)
    assert store.claim(double.id, as_of="2031-05-18") is None


def test_no_claim_is_found_by_its_anonymous_source(store: Any) -> None:
    one = document()
    store.add_document(one, None, "text/plain", "2031-05-20", two_statements(one)[1:], views(()))
    claim(store, one.id)
    assert store.claims(ClaimQuery(source="nurse")) == ()


@pytest.mark.parametrize("sort", ["newest", "oldest", "origins", "documents"])
def test_pages_of_claims_hold_each_claim_once(store: Any, sort: Any) -> None:
    for at in range(7):
        one = document(publisher=f"Paper {at}", published=f"2031-05-1{at // 2}")
        add(store, one)
        claim(store, one.id, low=at % 3)
    pages: list[Any] = []
    while page := store.claims(ClaimQuery(sort=sort), limit=3, after=pages[-1].id if pages else None):
        pages += page
    assert pages == list(store.claims(ClaimQuery(sort=sort)))
    assert len({one.id for one in pages}) == 7


def test_subjects_are_found_by_kind_and_by_statement(store: Any) -> None:
    names = ("Harbour Office", "the Office")
    body = Subject(id="n:1", kind="body", name=names[0], names=names, statements=("s:1", "s:1"))
    store.replace_subjects([], [body, Subject(id="n:2", kind="topic", name="ferry", names=("ferry",))])
    assert store.subjects("body") == (body,)
    assert store.subject("n:1") == body
    assert store.subjects_of(["s:1", "s:2"]) == {"s:1": ("n:1",)}
    store.replace_subjects(["n:1", "n:2"], [])
    assert store.subjects() == ()


def test_subjects_and_derivations_wait_for_their_documents(store: Any) -> None:
    one, two = document(), document(publisher="The Anchor", published="2031-05-19")
    add(store, one)
    add(store, two)
    statements = (two_statements(two)[0].id,)
    store.replace_subjects(
        [], [Subject(id="n:1", kind="topic", name="x", names=("x",), statements=statements)]
    )
    edges = [
        Derivation(id=f"r:{at}", kind="cites", document=a, of=b, outlet="x", p=0.8, evidence=("y",))
        for at, (a, b) in enumerate([(two.id, one.id), (one.id, two.id), (one.id, None), (two.id, None)])
    ]
    store.put_derivations(edges)
    assert [store.subjects(as_of=day) for day in ("2031-05-18", "2031-05-19")] == [(), store.subjects()]
    assert store.subject("n:1", as_of="2031-05-18") is None
    assert store.subject("n:1", as_of="2031-05-19") is not None
    assert [edge.id for edge in store.derivations_of([one.id, two.id], as_of="2031-05-18")] == ["r:2"]
    assert len(store.derivations_of([one.id, two.id], as_of="2031-05-19")) == 4


def test_named_sources_are_listed_and_anonymous_ones_are_not(store: Any) -> None:
    late, early = document(publisher="The Anchor", published="2031-05-19"), document()
    add(store, late)
    add(store, early)
    (office,) = store.sources()
    assert (office.name, office.kind, office.statements, office.documents) == (
        "The Harbour Office", "organization", 2, 2,
    )  # fmt: skip
    assert (office.first_published, office.last_published) == ("2031-05-17", "2031-05-19")
    assert [row.statements for row in store.sources(as_of="2031-05-18")] == [1]
    said = store.statements_by_source("The Harbour Office")
    assert said == (two_statements(early)[0], two_statements(late)[0])
    assert store.statements_by_source("The Harbour Office", as_of="2031-05-18") == said[:1]
    assert store.statements_by_source("A nurse") == ()
    store.add_reading(early.id, "en-2", ())
    assert store.statements_by_source("The Harbour Office") == said[1:]


def test_work_that_is_done_is_not_pending(store: Any) -> None:
    later, sooner = document("Later.", published="2031-05-09"), document("Sooner.", published="2031-05-01")
    add(store, later)
    add(store, sooner)
    assert store.pending("link") == (sooner.id, later.id)
    store.mark_done(sooner.id, "link")
    store.mark_done(sooner.id, "link")
    assert (store.pending("link"), store.pending("origins")) == ((later.id,), (sooner.id, later.id))
    store.reopen("link")
    assert len(store.pending("link")) == 2


def test_a_failure_counts_its_tries_and_goes_when_its_input_is_added(store: Any) -> None:
    store.record_failure(Problem(where="ferry.txt", what="locked", hint="unlock it"))
    store.record_failure(Problem(where="ferry.txt", what="still locked"))
    assert [(f.input, f.what, f.hint, f.tries) for f in store.failures()] == [
        ("ferry.txt", "still locked", "", 2)
    ]
    add(store, document())
    assert store.failures() == ()


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


def test_together_keeps_all_or_nothing(store: Any) -> None:
    one, two = document(), document("Other.")
    with pytest.raises(KeyError):
        _add_and_fail(store, one)
    assert store.documents() == ()
    with store.together():
        add(store, one)
        with pytest.raises(KeyError):
            _add_and_fail(store, document("Lost."))
        add(store, two)
    assert {d.id for d in store.documents()} == {one.id, two.id}
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


def test_the_original_bytes_come_back(store: Any) -> None:
    one = document()
    add(store, one, original=b"\x00\xff bytes")
    assert store.original(one.id) == b"\x00\xff bytes"


def _add_and_fail(store: Any, one: Document) -> None:
    with store.together():
        add(store, one)
        raise KeyError
