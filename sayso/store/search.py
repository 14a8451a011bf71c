"""Full-text search: finds documents and statements by words, and shows where the words stand."""

from typing import Any

import msgspec

from sayso.model import Span, Spans, Statement
from sayso.store.base import Base
from sayso.store.query import Term, match_of, terms_of
from sayso.store.rows import Hit, Order, What
from sayso.store.snippets import SCANNED_CHARS, first_match, matches, piece_around
from sayso.store.words import indexed

_NEWEST = "d.published IS NULL, d.published DESC, {t}.id"
_BEST = "bm25({words}), {t}.id"
_DOCUMENTS = (
    "SELECT d.number FROM document_words JOIN documents d ON d.number = document_words.rowid"
    " WHERE document_words MATCH ? AND d.day <= ? ORDER BY {order} LIMIT ? OFFSET ?"
)
_STATEMENTS = (
    "SELECT s.number FROM statement_words JOIN statements s ON s.number = statement_words.rowid"
    " JOIN documents d ON d.id = s.document WHERE statement_words MATCH ? AND d.day <= ? AND s.reading ="
    " (SELECT w.reading FROM shown w WHERE w.document = d.id)"
    " ORDER BY {order} LIMIT ? OFFSET ?"
)
_SHOWN = "d.id AS document, d.title, d.publisher, d.published, substr(d.text, 1, ?) AS text"
_DOCUMENT = f"SELECT {_SHOWN}, NULL AS json FROM documents d WHERE d.number = ?"
_STATEMENT = (
    f"SELECT {_SHOWN}, s.json FROM statements s JOIN documents d ON d.id = s.document WHERE s.number = ?"
)
_QUERIES = {"documents": (_DOCUMENTS, "d", _DOCUMENT), "statements": (_STATEMENTS, "s", _STATEMENT)}
_ALWAYS = "9999-99-99"


class Search(Base):
    """Finds by words."""

    def search(
        self,
        query: str,
        *,
        what: What = "documents",
        order: Order = "newest",
        as_of: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """Where all words of `query` stand, in titles and texts or in contents of statements; () for none.

        Case and accents do not matter; words in quotation marks stand next to each other; no sign means
        anything else, so that every query is a good one. `newest`: by publication, those without a date
        last; `best`: by bm25 (Robertson & Zaragoza 2009).
        """
        terms = terms_of(query)
        if not terms:
            return ()
        found, table, one = _QUERIES[what]
        words = "document_words" if what == "documents" else "statement_words"
        ordered = found.format(order=(_BEST if order == "best" else _NEWEST).format(t=table, words=words))
        numbers = self._sql(ordered, (match_of(terms), as_of or _ALWAYS, limit, offset))
        rows = [self._sql(one, (SCANNED_CHARS, row[0]))[0] for row in numbers]
        return tuple(_hit(row, terms) for row in rows)

    def rebuild_search(self) -> None:
        """Makes the index anew from the titles, texts and contents that are stored."""
        documents = "SELECT number, title, text FROM documents WHERE number > ? ORDER BY number LIMIT 100"
        statements = "SELECT number, content FROM statements WHERE number > ? ORDER BY number LIMIT 1000"
        with self.together():
            for words in ("document_words", "statement_words"):
                self._put(f"INSERT INTO {words} ({words}) VALUES (?)", [("delete-all",)])
            last = -1
            while rows := self._sql(documents, (last,)):
                put = "INSERT INTO document_words (rowid, title, body) VALUES (?,?,?)"
                self._put(put, [(n, indexed(title or ""), indexed(text)) for n, title, text in rows])
                last = rows[-1][0]
            last = -1
            while rows := self._sql(statements, (last,)):
                put = "INSERT INTO statement_words (rowid, body) VALUES (?,?)"
                self._put(put, [(n, indexed(content)) for n, content in rows])
                last = rows[-1][0]


def _hit(row: Any, terms: tuple[Term, ...]) -> Hit:
    statement = msgspec.json.decode(row.json, type=Statement) if row.json else None
    within: Spans = statement.content.spans if statement else (Span(0, len(row.text)),)
    first = first_match(row.text, within, terms)
    span = piece_around(row.text, first or Span(within[0].start, within[0].start))
    inside = [Span(max(part.start, span.start), min(part.end, span.end)) for part in within]
    found = matches(row.text, tuple(part for part in inside if part.start < part.end), terms) if first else ()
    return Hit(
        document=row.document,
        statement=statement.id if statement else None,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        text=row.text[span.start : span.end],
        span=span,
        matches=found,
    )
