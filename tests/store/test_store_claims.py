"""What every store must do with claims, subjects and sources; run for each store there is."""

from typing import Any

import pytest

from sayso.model import Derivation, Subject
from sayso.store import ClaimQuery
from tests.store.ledgers import add, claim, document, two_statements, views


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
