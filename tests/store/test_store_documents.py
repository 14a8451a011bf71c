"""What every store must do with documents, statements and work; run for each store there is."""

from typing import Any

import pytest

from sayso.errors import Problem
from sayso.model import Document, Span, Unseen
from sayso.store.protocol import LedgerStore
from tests.store.ledgers import TEXT, add, document, statement, two_statements, views


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
        unseen=(
            Unseen(kind="struck", span=Span(4, 4), text="never"), Unseen(kind="hidden", span=None, text="é"),
        ),
    )  # fmt: skip
    assert add(store, whole)
    assert store.document(whole.id) == whole
    assert store.documents_by_id([whole.id, "d:none"]) == {whole.id: whole}
    assert store.kept_by_id([whole.id, "d:none"]) == {whole.id: store.kept(whole.id)}
    assert store.kept_by_id([whole.id], as_of="1900-01-01") == {}


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


def test_work_that_is_done_is_not_pending(store: Any) -> None:
    later, sooner = document("Later.", published="2031-05-09"), document("Sooner.", published="2031-05-01")
    add(store, later)
    add(store, sooner)
    assert store.pending("link") == (sooner.id, later.id)
    store.mark_done(sooner.id, "link")
    store.mark_done(sooner.id, "link")
    assert (store.pending("link"), store.pending("origins")) == ((later.id,), (sooner.id, later.id))
    assert store.pending("link", "origins") == (later.id,)
    store.mark_done(later.id, "origins")
    assert store.pending("link", "origins") == ()
    store.reopen("link")
    assert len(store.pending("link")) == 2


def test_what_is_stale_for_a_document_is_so_until_that_is_cleared(store: Any) -> None:
    one, other = document("One.", published="2031-05-01"), document("Other.", published="2031-05-02")
    add(store, one)
    add(store, other)
    store.add_stale(one.id, {"p:1", "p:2"})
    store.add_stale(one.id, {"p:2"})
    store.add_stale(other.id, {"p:3"})
    assert store.stale([one.id]) == {"p:1", "p:2"}
    assert store.stale() == {"p:1", "p:2", "p:3"}
    store.clear_stale([one.id])
    assert store.stale() == {"p:3"}


def test_a_failure_counts_its_tries_and_goes_when_its_input_is_added(store: Any) -> None:
    store.record_failure(Problem(where="ferry.txt", what="locked", hint="unlock it"))
    store.record_failure(Problem(where="ferry.txt", what="still locked"))
    assert [(f.input, f.what, f.hint, f.tries) for f in store.failures()] == [
        ("ferry.txt", "still locked", "", 2)
    ]
    add(store, document())
    assert store.failures() == ()


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


def test_the_original_bytes_come_back(store: Any) -> None:
    one = document()
    add(store, one, original=b"\x00\xff bytes")
    assert store.original(one.id) == b"\x00\xff bytes"


def _add_and_fail(store: Any, one: Document) -> None:
    with store.together():
        add(store, one)
        raise KeyError
