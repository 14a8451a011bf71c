"""Quotes statements: the whole printed sentences around them, so that no hedge and no source is cut off."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.lang.loading import abbreviations
from sayso.model import Document, Member, Proposition, Quote, Span, Spans, Statement, words_at
from sayso.store.store import Store
from sayso.text.sentences import sentence_of, sentences

DEPTH = 12  # statements around one, at most


class Texts:
    """Documents, sentences and statements of a ledger as known on a day, each fetched once."""

    def __init__(self, store: Store, as_of: str | None) -> None:
        """Looks at `store` as known on `as_of`, the whole of it for None."""
        self._store, self._as_of = store, as_of
        self._documents: dict[str, Document | None] = {}
        self._sentences: dict[str, list[Span]] = {}
        self._statements: dict[str, dict[str, Statement]] = {}

    def document(self, id: str) -> Document | None:
        """A document; None where there is none, or not yet."""
        if id not in self._documents:
            self._documents[id] = self._store.document(id, self._as_of)
        return self._documents[id]

    def fetch(self, ids: Iterable[str]) -> None:
        """Fetches these documents at once, as far as they are there and were not fetched yet."""
        wanted = [id for id in ids if id not in self._documents]
        there = self._store.documents_listed(wanted, self._as_of) if self._as_of else wanted
        self._documents.update(self._store.documents_by_id(there))

    def statements(self, document: str) -> dict[str, Statement]:
        """The statements of a document by id, as they stand in it."""
        if document not in self._statements:
            shown = self._store.statements(document, as_of=self._as_of)
            self._statements[document] = {statement.id: statement for statement in shown}
        return self._statements[document]

    def statement(self, id: str, document: str) -> Statement | None:
        """One statement of a document, in whatever reading; None where there is none."""
        shown = self.statements(document).get(id)
        return shown or self._store.statements_by_id([id], self._as_of).get(id)

    def around(self, statement: Statement, proposition: Proposition | None = None) -> Spans:
        """The sentences in which a statement (or one proposition of it) stands, with whoever says it and the
        words that attribute, its own and those of the statements around it; neighbours joined.
        """
        document = self.document(statement.document)
        if document is None:
            return ()
        own = proposition.spans if proposition and proposition.spans else statement.content.spans
        places = [*own, *_attribution(statement)]
        outer: Statement | None = statement
        for _ in range(DEPTH):
            outer = self.statements(document.id).get(outer.within) if outer and outer.within else None
            if outer is None:
                break
            places += _attribution(outer)
        return self._whole(document, places)

    def _whole(self, document: Document, places: Iterable[Span]) -> Spans:
        parts = self._parts(document)
        if not parts:
            return ()
        wanted: set[int] = set()
        for place in places:
            first = sentence_of(parts, place.start)
            last = sentence_of(parts, max(place.start, place.end - 1))
            wanted.update(range(first, last + 1))
        found: list[Span] = []
        last = -2
        for number in sorted(wanted):
            if number == last + 1:
                found[-1] = Span(found[-1].start, parts[number].end)
            else:
                found.append(parts[number])
            last = number
        return tuple(found)

    def _parts(self, document: Document) -> list[Span]:
        if document.id not in self._sentences:
            self._sentences[document.id] = sentences(document.text, abbreviations("en"))
        return self._sentences[document.id]

    def quote(self, statement: Statement, proposition: str | None = None) -> Quote | None:
        """The printed words of a statement (or one proposition of it) with their reference; None where its
        document is not there (yet).
        """
        document = self.document(statement.document)
        if document is None:
            return None
        part = next((p for p in statement.propositions if p.id == proposition), None)
        spans = self.around(statement, part)
        source = statement.source
        return Quote(
            text=words_at(document.text, spans), spans=spans,
            said=part.spans if part and part.spans else statement.content.spans,
            statement=statement.id, proposition=proposition, document=document.id,
            publisher=document.publisher, published=document.published,
            source=source.name or source.text, kind=source.kind,
            anonymous=source.anonymous, chain=statement.chain, act=statement.act,
            factuality=part.factuality if part else None,
        )  # fmt: skip

    def of_member(self, member: Member) -> Quote | None:
        """The words by which a proposition is in a claim; None where they are not there (yet)."""
        statement = self.statement(member.id, member.document)
        return self.quote(statement, member.proposition) if statement else None


def _attribution(statement: Statement) -> Spans:
    """Where it is printed who says it, by which words, through which medium."""
    cue = statement.cue.spans if statement.cue else ()
    medium = statement.medium.spans if statement.medium else ()
    return (*statement.source.spans, *cue, *medium)


def once(quotes: Iterable[Quote | None]) -> list[Quote]:
    """The quotes in their order, each place once."""
    found: dict[tuple[str, Spans], Quote] = {}
    for quote in quotes:
        if quote is not None:
            found.setdefault((quote.document, quote.spans), quote)
    return list(found.values())


def in_order(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes by day of publication, those without a date last, ties by place; each place once."""
    ordered = sorted(quotes, key=when)
    return once(ordered)


def when(quote: Quote) -> tuple[str, str, tuple[Span, ...], str]:
    """What orders quotes: the day, then the document, the place in it."""
    return (quote.published or "9999", quote.document, quote.spans, quote.statement)


def plain(quote: Quote) -> str:
    """The words of a quote without case and white space differences, to know the same words again."""
    return " ".join(quote.text.lower().split())
