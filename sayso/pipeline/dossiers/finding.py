"""Finds what belongs to a subject: the statements that name it, in documents that name all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Document, DocumentRow, Span, Statement, SubjectTerm
from sayso.pipeline.dossiers.quoting import Texts
from sayso.pipeline.dossiers.terms import Term
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store
from sayso.store.words import tokens

MOST_DOCUMENTS = 2_000  # that are looked at, the latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The statements of a subject in order of publication, each with how many of its terms it names itself.

    `rows`: the documents that were looked at and have such a statement. `documents` is how many name all of
    the subject.
    """

    statements: dict[str, Statement] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    rows: dict[str, DocumentRow] = field(default_factory=dict)
    terms: tuple[SubjectTerm, ...] = ()
    documents: int = 0
    looked_at: int = 0


def find(
    store: Store, terms: Sequence[Term], gazetteer: Gazetteer, texts: Texts, as_of: str | None
) -> Found:  # fmt: skip
    """What of the ledger belongs to a subject of these terms; empty for no terms.

    A document belongs to it where all terms stand in its title or text, or it is published by one of them. A
    statement does where the term that fewest documents name stands in its own sentence, in the name of who
    says it, on the way through which it came, or in the title of its document.
    """
    homes = [_documents(store, term, gazetteer, as_of) for term in terms]
    shown = tuple(
        SubjectTerm(text=t.text, kind=t.kind, names=t.names, parts=t.parts, documents=len(home))
        for t, home in zip(terms, homes, strict=True)
    )
    every = set.intersection(*homes) if homes else set()
    if not every:
        return Found(terms=shown)
    rows = sorted(store.documents_listed(every, as_of).values(), key=lambda r: (r.published or "", r.id))
    latest = rows[-MOST_DOCUMENTS:]
    narrow = min(range(len(terms)), key=lambda number: (len(homes[number]), -number))
    found = Found(terms=shown, documents=len(rows), looked_at=len(latest))
    for row in latest:
        document = texts.document(row.id)
        if document is not None:
            _look(found, document, row, terms, narrow, texts)
    return found


def _documents(store: Store, term: Term, gazetteer: Gazetteer, as_of: str | None) -> set[str]:
    """The documents that name a term, or that one of its names, or an outlet of its country, published."""
    by = []
    for publisher in store.publishers():
        entry = gazetteer.lookup(publisher) if term.country else None
        of_country = entry is not None and entry.country == term.country
        if of_country or term.places(publisher, list(tokens(publisher))):
            by.append(publisher)
    return store.documents_with(term.phrases, as_of) | store.documents_by(by, as_of)


def _look(
    found: Found, document: Document, row: DocumentRow, terms: Sequence[Term], narrow: int, texts: Texts
) -> None:
    printed = list(tokens(document.text))
    title = document.title or ""
    heads = list(tokens(title))
    titled = [bool(term.places(title, heads)) for term in terms]
    places = [sorted(start for start, _ in term.places(document.text, printed)) for term in terms]
    for statement in texts.statements(document.id).values():
        whose = " · ".join([*statement.chain, statement.source.name, statement.source.text])
        who = list(tokens(whose))
        spans = texts.around(statement)
        named = [
            titled[number] or _stands(places[number], spans) or bool(term.places(whose, who))
            for number, term in enumerate(terms)
        ]
        if named[narrow]:
            found.statements[statement.id] = statement
            found.named[statement.id] = sum(named)
            found.rows[row.id] = row


def _stands(places: Sequence[int], spans: Iterable[Span]) -> bool:
    """Whether one of the places lies inside one of the spans."""
    return any(
        (at := bisect_left(places, span.start)) < len(places) and places[at] < span.end for span in spans
    )


def days_of(rows: Mapping[str, DocumentRow]) -> tuple[str | None, str | None]:
    """The first and the last day of publication; None where no document has a date."""
    days = sorted(row.published for row in rows.values() if row.published)
    return (days[0], days[-1]) if days else (None, None)
