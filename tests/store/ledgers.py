"""Ledgers, documents and claims for the tests of the store: an invented paper, a clock that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.model import (
    Claim,
    Cue,
    Document,
    Extent,
    Member,
    Origins,
    Proposition,
    Source,
    Span,
    Statement,
    Time,
    make_document,
    proposition_id,
    statement_id,
)
from sayso.store import DocumentViews, open_store
from sayso.store.store import Store

NOW = datetime(2031, 6, 1, 9, 30, tzinfo=UTC)
TEXT = "The Harbour Office said that the ferry would sail in May. A nurse said the ward was full."


def clock() -> datetime:
    return NOW


@contextmanager
def ledger(folder: Path, name: str = "ledger.db", **options: Any) -> Iterator[Store]:
    with open_store(folder / name, clock=clock, **options) as store:
        yield store


def document(text: str = TEXT, **changes: Any) -> Document:
    known = {
        "input": "ferry.txt",
        "title": "The ferry",
        "publisher": "The Lantern",
        "published": "2031-05-17",
    }
    return make_document(text, **{**known, "language": "en", **changes})


def extent(text: str, words: str) -> Extent:
    start = text.index(words)
    return Extent.of(text, [Span(start, start + len(words))])


def statement(
    of: Document,
    source: str,
    content: str,
    *,
    anonymous: bool = False,
    reading: str = "en-1",
    cue: str = "said",
) -> Statement:
    """One statement with one proposition; all words must stand in the document."""
    who, what, said = (extent(of.text, words) for words in (source, content, cue))
    id = statement_id(of.id, who.spans, said.spans, what.spans)
    month = "in May"
    times: tuple[Time, ...] = ()
    if month in content:
        spans = extent(of.text, month).spans
        times = (
            Time(spans=spans, text=month, from_="2031-05-01", to="2031-05-31", role="due", grain="month"),
        )
    proposition = Proposition(
        id=proposition_id(id, what.spans), spans=what.spans, text=what.text, times=times
    )
    return Statement(
        id=id, document=of.id, input=of.input, sentence=0, reading=reading,
        source=Source(
            spans=who.spans, text=who.text, name=who.text, kind="organization", anonymous=anonymous
        ),
        medium=None, cue=Cue(spans=said.spans, text=said.text, lemma="say"), content=what,
        quotation="indirect", within=None, chain=(of.publisher or "", who.text), said=None,
        evidentiality="unstated",
        propositions=(proposition,), confidence=0.9,
    )  # fmt: skip


def two_statements(of: Document) -> tuple[Statement, ...]:
    ferry = statement(of, "The Harbour Office", "that the ferry would sail in May")
    return (ferry, statement(of, "A nurse", "the ward was full", anonymous=True))


def views(statements: tuple[Statement, ...], keys: tuple[int, ...] = (1, -7, 1 << 62)) -> DocumentViews:
    """What linking would see: a mark a proposition, the same keys for each."""
    propositions = [p.id for s in statements for p in s.propositions]
    return DocumentViews(
        marks=tuple((p, f"mark of {p}".encode()) for p in propositions),
        keys=tuple((key, p) for p in propositions for key in keys),
        reports=tuple((s.id, f"report of {s.id}".encode()) for s in statements),
        sketch=b"sketch",
        bands=(3, -4),
    )


def add(store: Store, of: Document, **options: Any) -> bool:
    """Adds a document of the invented paper with its two statements, if its text has them."""
    statements = two_statements(of) if of.text == TEXT else ()
    known = {"original": of.text.encode(), "media_type": "text/plain", "captured": "2031-05-20"}
    return store.add_document(of, statements=statements, views=views(statements), **{**known, **options})


def claim(
    store: Store, *documents: str, status: Any = "single-origin", low: int = 1, gist: str = "gist"
) -> Claim:
    """A claim of the first statement of each document, put into the ledger."""
    firsts = [(store.statements(id)[0], store.document(id)) for id in documents]
    members = tuple(
        Member(
            id=s.id, proposition=s.propositions[0].id, document=s.document,
            publisher=d.publisher if d else None, published=d.published if d else None,
        )
        for s, d in firsts
    )  # fmt: skip
    origins = Origins(count=low, low=low, high=low + 1)
    found = Claim(
        id=f"c:{documents[0][2:]}", gist=gist, status=status, as_of=None, statements=members, origins=origins
    )
    store.replace_claims([], [found])
    return found
