"""Puts a document into the ledger, whole or not at all: its text, bytes, problems and statements."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Document, Proposition, Statement, digest
from sayso.store.base import disk_in_words
from sayso.store.marks import Marks
from sayso.store.originals import keep
from sayso.store.rows import DocumentViews
from sayso.store.shown import Readings
from sayso.store.words import indexed
from sayso.store.work import Work

NO_VIEWS = DocumentViews()
_JSON = msgspec.json.Encoder()
_PUT_DOCUMENT = (
    "INSERT INTO documents (id, input, title, publisher, published, captured, day, author, language, url,"
    " translation_of, status, words, text, text_sha256, original_sha256, media_type, series, added, captions,"
    " furniture, other_language) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_PUT_ORIGINAL = (
    "INSERT INTO originals (sha256, media_type, bytes) SELECT ?, ?, ?"
    " WHERE NOT EXISTS (SELECT 1 FROM originals WHERE sha256 = ?)"
)
_PUT_PROBLEM = "INSERT INTO problems (document, position, place, what, hint) VALUES (?,?,?,?,?)"
_PUT_UNSEEN = "INSERT INTO unseen (document, position, kind, first, last, words) VALUES (?,?,?,?,?,?)"
_PUT_READING = "INSERT INTO readings (document, reading, made, base) VALUES (?,?,?,?)"
_PUT_STATEMENT = "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_PUT_PROPOSITION = "INSERT INTO propositions VALUES (?,?,?,?,?,?,?,?,?,?)"


def series_of(url: str | None) -> str | None:
    """What joins the versions of one page: a hash of its url up to the "#"; None without one."""
    place = (url or "").strip().split("#")[0].rstrip("/")
    return digest("v", (place,)) if place else None


def hash_of_statements(lines: Sequence[str]) -> str:
    """SHA-256 over statements as they are stored, in order, each with a line break."""
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


class Evidence(Readings, Marks, Work):
    """Adds documents and readings; what is there is never changed."""

    def add_document(
        self,
        document: Document,
        original: bytes | None,
        media_type: str,
        captured: str,
        statements: Sequence[Statement],
        views: DocumentViews = NO_VIEWS,
        *,
        reading: str | None = None,
    ) -> bool:
        """Adds a document with all that was read in it; False, and nothing done, where its id is there.

        `captured` is an ISO day or moment. `reading` names what read it, where `statements` is empty.
        One transaction, or a part of the one that `together` has open. Clears the failure of its input.
        """
        with self.together():
            self._clear_failure(document.input)
            if self._one("SELECT 1 FROM documents WHERE id = ?", (document.id,)):
                return False
            sha256 = self._keep(original, media_type)
            lines = [_JSON.encode(statement).decode() for statement in statements]
            name = reading or (statements[0].reading if statements else None)
            entry = self._log("document", _event(document, sha256, name, lines))
            number = self._put_document(document, sha256, media_type, captured, entry.seq)
            if name is not None:
                self._put_reading(document.id, name, statements, lines)
            self._put_views(document.id, number, document.published, views)
        return True

    def add_reading(
        self,
        document: str,
        reading: str,
        statements: Sequence[Statement],
        views: DocumentViews = NO_VIEWS,
        *,
        base: str | None = None,
    ) -> bool:
        """Adds a newer reading beside those that are there; it becomes the one that is shown.

        The views of the document are replaced by `views`, and its work is to be done again. False, and
        nothing done, where the document has that reading. Raises KeyError for an unknown document. `base`
        is the reader's own reading that a person's corrections were put into; None for a reader's own.
        """
        with self.together():
            rows = self._sql("SELECT number, published FROM documents WHERE id = ?", (document,))
            if not rows:
                raise KeyError(document)
            if self._sql("SELECT 1 FROM readings WHERE document = ? AND reading = ?", (document, reading)):
                return False
            lines = [_JSON.encode(statement).decode() for statement in statements]
            self._log("reading", {"id": document, **_reading_facts(reading, lines)})
            self._put_reading(document, reading, statements, lines, base)
            self.put_views(document, views)
            self._put("DELETE FROM work WHERE document = ?", [(document,)])
        return True

    def keep_unseen(self, document: Document) -> bool:
        """Adds what the original of a document hides or strikes, where the ledger knows none of it yet.

        For documents that came before this was kept, when they are added once more. False where nothing was
        done.
        """
        known = "SELECT 1 FROM documents d LEFT JOIN unseen u ON u.document = d.id"
        if not document.unseen or not self._one(
            f"{known} WHERE d.id = ? AND u.document IS NULL", (document.id,)
        ):
            return False
        with self.together():
            self._put(_PUT_UNSEEN, list(_unseen_rows(document)))
            self._log("unseen", {"id": document.id, "places": len(document.unseen)})
        return True

    def _keep(self, original: bytes | None, media_type: str) -> str | None:
        if original is None:
            return None
        with disk_in_words(self.path):
            sha256 = keep(self.files, original)
        self._put(_PUT_ORIGINAL, [(sha256, media_type, len(original), sha256)])
        return sha256

    def _put_document(
        self, document: Document, sha256: str | None, media_type: str, captured: str, added: int
    ) -> int:
        d = document
        row = (
            d.id, d.input, d.title, d.publisher, d.published, captured, d.published or captured[:10],
            d.author, d.language, d.url, d.translation_of, d.status, d.words, d.text, d.text_sha256, sha256,
            media_type, series_of(d.url), added, _JSON.encode(d.captions).decode(),
            _JSON.encode(d.furniture).decode(), _JSON.encode(d.foreign).decode(),
        )  # fmt: skip
        number = self._number(_PUT_DOCUMENT, row)
        problems = [(d.id, at, p.where, p.what, p.hint) for at, p in enumerate(d.problems)]
        self._put(_PUT_PROBLEM, problems)
        self._put(_PUT_UNSEEN, list(_unseen_rows(d)))
        words = (number, indexed(d.title or ""), indexed(d.text))
        self._put("INSERT INTO document_words (rowid, title, body) VALUES (?,?,?)", [words])
        return number

    def _put_reading(
        self,
        document: str,
        reading: str,
        statements: Sequence[Statement],
        lines: Sequence[str],
        base: str | None = None,
    ) -> None:
        self._put(_PUT_READING, [(document, reading, self._now(), base)])
        self._show(document, reading, base)
        first = self._next("statements")
        numbered = list(enumerate(zip(statements, lines, strict=True), first))
        self._put(
            _PUT_STATEMENT,
            [_statement_row(n, s, document, reading, n - first, line) for n, (s, line) in numbered],
        )
        self._put(
            _PUT_PROPOSITION,
            [_proposition_row(p, s.id, document, reading) for s in statements for p in s.propositions],
        )
        words = [(n, indexed(s.content.text)) for n, (s, _) in numbered]
        self._put("INSERT INTO statement_words (rowid, body) VALUES (?,?)", words)

    def _next(self, table: str) -> int:
        return int(self._one(f"SELECT coalesce(max(number), 0) + 1 FROM {table}")[0])


def _unseen_rows(document: Document) -> Iterator[tuple[object, ...]]:
    for position, one in enumerate(document.unseen):
        first, last = one.span if one.span is not None else (None, None)
        yield document.id, position, one.kind, first, last, one.text


def _event(
    document: Document, original: str | None, reading: str | None, lines: Sequence[str]
) -> dict[str, object]:
    facts = {"id": document.id, "text_sha256": document.text_sha256, "original_sha256": original}
    return {**facts, **(_reading_facts(reading, lines) if reading is not None else {})}


def _reading_facts(reading: str, lines: Sequence[str]) -> dict[str, object]:
    return {"reading": reading, "statements": len(lines), "statements_sha256": hash_of_statements(lines)}


def _statement_row(
    number: int, s: Statement, document: str, reading: str, position: int, line: str
) -> tuple[object, ...]:
    source = s.source
    return (
        number, s.id, document, reading, position, s.sentence, source.name, source.kind, source.anonymous,
        s.act, s.evidentiality, s.within, s.content.text, line,
    )  # fmt: skip


def _proposition_row(p: Proposition, statement: str, document: str, reading: str) -> tuple[object, ...]:
    event = next((time for time in p.times if time.role == "event"), None)
    due = next((time for time in p.times if time.role == "due"), None)
    ends = [end for time in (event, due) for end in ((time.from_, time.to) if time else (None, None))]
    return (p.id, reading, statement, document, p.text, p.factuality, *ends)
