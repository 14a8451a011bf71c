"""Finds what belongs to a subject: the statements that name it, in documents that name all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Document, DocumentRow, Span, Spans, Statement, SubjectTerm
from sayso.pipeline.dossiers.quoting import Texts
from sayso.pipeline.dossiers.terms import Term
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store
from sayso.store.words import Token, tokens

MOST_DOCUMENTS = 1_000  # that are looked at, the latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The statements of a subject in order of publication, each with how many of its terms it names itself.

    `rows`: the documents that were looked at and have such a statement. `documents` is how many name all of
    the subject, as far as they were looked at.
    """

    statements: dict[str, Statement] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    rows: dict[str, DocumentRow] = field(default_factory=dict)
    terms: tuple[SubjectTerm, ...] = ()
    documents: int = 0
    looked_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A term with the documents that may name it, and those that it (or an outlet of it) published."""

    term: Term
    naming: frozenset[str]
    own: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.naming | self.own

    @property
    def shown(self) -> SubjectTerm:
        """The term as a dossier shows it."""
        term = self.term
        return SubjectTerm(
            text=term.text, kind=term.kind, names=term.names, parts=term.parts, documents=len(self.every)
        )


def find(
    store: Store, terms: Sequence[Term], gazetteer: Gazetteer, texts: Texts, as_of: str | None
) -> Found:  # fmt: skip
    """What of the ledger belongs to a subject of these terms; empty for no terms.

    A document belongs to it where all terms stand in its title or text, or it is published by one of them. A
    statement does where the term that fewest documents name stands in its own sentence, in the name of who
    says it, on the way through which it came, or in the title of its document.
    """
    homes = [_home(store, term, gazetteer, as_of) for term in terms]
    shown = tuple(home.shown for home in homes)
    every = frozenset.intersection(*(home.every for home in homes)) if homes else frozenset()
    listed = store.documents_listed(every, as_of) if every else {}
    rows = sorted(listed.values(), key=lambda row: (row.published or "", row.id))
    latest = rows[-MOST_DOCUMENTS:]
    found = Found(terms=shown)
    texts.fetch(row.id for row in latest)
    naming = 0
    for row in latest:
        document = texts.document(row.id)
        naming += document is not None and _look(found, document, row, homes, texts)
    return replace(found, documents=naming + len(rows) - len(latest), looked_at=naming)


def _home(store: Store, term: Term, gazetteer: Gazetteer, as_of: str | None) -> Home:
    by = []
    for publisher in store.publishers():
        entry = gazetteer.lookup(publisher) if term.country else None
        of_country = entry is not None and entry.country == term.country
        if of_country or term.places(publisher, list(tokens(publisher))):
            by.append(publisher)
    naming = store.documents_with(term.phrases, as_of)
    return Home(term=term, naming=frozenset(naming), own=frozenset(store.documents_by(by, as_of)))


def _look(
    found: Found, document: Document, row: DocumentRow, homes: Sequence[Home], texts: Texts
) -> bool:  # fmt: skip
    """Adds the statements of a document that belong to the subject; whether the document does."""
    title = document.title or ""
    heads, printed = list(tokens(title)), list(tokens(document.text))
    whole = [row.id in home.own or bool(home.term.places(title, heads)) for home in homes]
    places = [sorted(at for at, _ in home.term.places(document.text, printed)) for home in homes]
    if not all(all_of_it or at for all_of_it, at in zip(whole, places, strict=True)):
        return False
    narrow = min(range(len(homes)), key=lambda number: (len(homes[number].every), -number))
    for statement in texts.statements(document.id).values():
        whose = " · ".join([*statement.chain, statement.source.name, statement.source.text])
        who, spans = list(tokens(whose)), texts.around(statement)

        def names(number: int, whose: str = whose, who: list[Token] = who, spans: Spans = spans) -> bool:
            in_words = whole[number] or _stands(places[number], spans)
            return in_words or bool(homes[number].term.places(whose, who))

        if names(narrow):
            found.statements[statement.id] = statement
            found.named[statement.id] = sum(names(number) for number in range(len(homes)))
            found.rows[row.id] = row
    return True


def _stands(places: Sequence[int], spans: Iterable[Span]) -> bool:
    """Whether one of the places lies inside one of the spans."""
    return any(
        (at := bisect_left(places, span.start)) < len(places) and places[at] < span.end for span in spans
    )


def days_of(rows: Mapping[str, DocumentRow]) -> tuple[str | None, str | None]:
    """The first and the last day of publication; None where no document has a date."""
    days = sorted(row.published for row in rows.values() if row.published)
    return (days[0], days[-1]) if days else (None, None)
