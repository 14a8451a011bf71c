"""Takes documents and statements out of the ledger exactly as they went in."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Select, Text, and_, func, literal_column, or_, select

from sayso.errors import Problem
from sayso.model import Document, DocumentRow, Span, Statement, Unseen
from sayso.model.document import Status
from sayso.store.base import Base, chunks
from sayso.store.originals import place_of
from sayso.store.rows import Kept
from sayso.store.tables import DOCUMENTS, PROBLEMS, READINGS, SHOWN, STATEMENTS, UNSEEN

_STATEMENT = msgspec.json.Decoder(Statement)
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
# Documents without a date sort last; written as the index has it.
PUBLISHED = literal_column("coalesce(documents.published, '9999-99-99')", Text)
_FACTS = tuple(name for name in DocumentRow.__struct_fields__ if name != "problems")
_WHOLE = tuple(
    name
    for name in Document.__struct_fields__
    if name not in {"problems", "captions", "furniture", "foreign", "unseen"}
)
_THERE = DOCUMENTS.alias("there")
_PUBLISHED_THERE = literal_column("coalesce(there.published, '9999-99-99')", Text)
LATEST = (
    select(SHOWN.c.reading).where(SHOWN.c.document == DOCUMENTS.c.id).correlate(DOCUMENTS).scalar_subquery()
)

_IS_SHOWN = and_(SHOWN.c.document == STATEMENTS.c.document, SHOWN.c.reading == STATEMENTS.c.reading)


class Reading(Base):
    """Shows documents and statements; `as_of` (an ISO day) leaves out what came later."""

    def documents(
        self,
        *,
        as_of: str | None = None,
        status: Status | None = None,
        publisher: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[DocumentRow, ...]:
        """Documents by day of publication, those without one last, ties by id.

        `after` is the id of the last document of the page before; () behind the last.
        """
        query = select(*(DOCUMENTS.c[name] for name in _FACTS)).order_by(PUBLISHED, DOCUMENTS.c.id)
        query = _known(query, as_of).limit(limit)
        if status is not None:
            query = query.where(DOCUMENTS.c.status == status)
        if publisher is not None:
            query = query.where(DOCUMENTS.c.publisher == publisher)
        if after is not None:
            last = select(_PUBLISHED_THERE).where(_THERE.c.id == after).scalar_subquery()
            query = query.where(or_(last < PUBLISHED, and_(last == PUBLISHED, DOCUMENTS.c.id > after)))
        return self._listed(query)

    def documents_listed(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, DocumentRow]:
        """The facts of these documents by id; those that are not there (yet) are left out."""
        found: dict[str, DocumentRow] = {}
        for piece in chunks(ids):
            query = select(*(DOCUMENTS.c[name] for name in _FACTS)).where(DOCUMENTS.c.id.in_(piece))
            found.update((row.id, row) for row in self._listed(_known(query, as_of)))
        return found

    def count_documents(self) -> int:
        """How many documents there are."""
        return int(self._rows(select(func.count()).select_from(DOCUMENTS))[0][0])

    def last_published(self) -> str | None:
        """The last day of publication; None where no document has one."""
        query = select(DOCUMENTS.c.published).where(PUBLISHED < "9999-99-99")  # as the index has it
        rows = self._rows(query.order_by(PUBLISHED.desc()).limit(1))
        return str(rows[0][0]) if rows else None

    def _listed(self, query: Select[Any]) -> tuple[DocumentRow, ...]:
        rows = self._rows(query)
        problems = self._problems(row.id for row in rows)
        return tuple(DocumentRow(**row._mapping, problems=problems.get(row.id, ())) for row in rows)

    def document(self, id: str, as_of: str | None = None) -> Document | None:
        """The document as it went in; None where there is none, or not yet."""
        found = self.kept(id, as_of)
        return found.document if found else None

    def kept(self, id: str, as_of: str | None = None) -> Kept | None:
        """The document with what is known about its keeping; None where there is none, or not yet."""
        found = self._kept(_known(_whole().where(DOCUMENTS.c.id == id), as_of))
        return found[0] if found else None

    def kept_by_id(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, Kept]:
        """The documents with these ids with what is known about their keeping; those not there (yet) are
        left out.
        """
        found: dict[str, Kept] = {}
        for piece in chunks(ids):
            kept = self._kept(_known(_whole().where(DOCUMENTS.c.id.in_(piece)), as_of))
            found.update((one.document.id, one) for one in kept)
        return found

    def documents_by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        """The documents with these ids; those that are not there are left out."""
        return {id: kept.document for id, kept in self.kept_by_id(ids).items()}

    def versions(self, series: str, as_of: str | None = None) -> tuple[Kept, ...]:
        """The versions of one page in the order of their capture; () for an unknown series."""
        query = (
            _whole().where(DOCUMENTS.c.series == series).order_by(DOCUMENTS.c.captured, DOCUMENTS.c.number)
        )
        return self._kept(_known(query, as_of))

    def original(self, document: str) -> bytes | None:
        """The bytes that a document was made of; None where none were kept. FileNotFoundError if lost."""
        query = select(DOCUMENTS.c.original_sha256).where(DOCUMENTS.c.id == document)
        found = [row[0] for row in self._rows(query) if row[0]]
        return place_of(self.files, found[0]).read_bytes() if found else None

    def statements(
        self, document: str, reading: str | None = None, as_of: str | None = None
    ) -> tuple[Statement, ...]:
        """The statements of a document as they stand in it, of the reading that is shown or the one named.

        () where it has none, or there is no such document (yet).
        """
        query = select(STATEMENTS.c.json).join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document)
        query = query.where(DOCUMENTS.c.id == document, STATEMENTS.c.reading == (reading or LATEST))
        rows = self._rows(_known(query, as_of).order_by(STATEMENTS.c.position))
        return tuple(_STATEMENT.decode(row[0]) for row in rows)

    def readings(self, document: str) -> tuple[str, ...]:
        """The readings that a document has, the newest last; () where it was never read."""
        query = select(READINGS.c.reading).where(READINGS.c.document == document).order_by(READINGS.c.number)
        return tuple(row[0] for row in self._rows(query))

    def statements_by_id(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, Statement]:
        """The statements with these ids; those not there (yet) are left out.

        As the reading that is shown has them; what it has no more, as the newest that has it.
        """
        found: dict[str, Statement] = {}
        for piece in chunks(ids):
            query = select(STATEMENTS.c.id, STATEMENTS.c.json).where(STATEMENTS.c.id.in_(piece))
            query = query.outerjoin(SHOWN, _IS_SHOWN)
            if as_of is not None:
                query = _known(query.join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document), as_of)
            rows = self._rows(query.order_by(SHOWN.c.reading.is_not(None), STATEMENTS.c.number))
            found.update((row[0], _STATEMENT.decode(row[1])) for row in rows)
        return found

    def _problems(self, documents: Iterable[str]) -> dict[str, tuple[Problem, ...]]:
        found: dict[str, tuple[Problem, ...]] = {}
        for piece in chunks(documents):
            query = select(PROBLEMS).where(PROBLEMS.c.document.in_(piece)).order_by(PROBLEMS.c.position)
            for row in self._rows(query):
                problem = Problem(where=row.place, what=row.what, hint=row.hint)
                found[row.document] = (*found.get(row.document, ()), problem)
        return found

    def _kept(self, query: Select[Any]) -> tuple[Kept, ...]:
        rows = self._rows(query)
        problems = self._problems(row.id for row in rows)
        unseen = self._unseen(row.id for row in rows)
        return tuple(_kept_of(row, problems, unseen) for row in rows)

    def _unseen(self, documents: Iterable[str]) -> dict[str, tuple[Unseen, ...]]:
        found: dict[str, tuple[Unseen, ...]] = {}
        for piece in chunks(documents):
            query = select(UNSEEN).where(UNSEEN.c.document.in_(piece)).order_by(UNSEEN.c.position)
            for row in self._rows(query):
                span = None if row.first is None else Span(row.first, row.last)
                one = Unseen(kind=row.kind, span=span, text=row.words)
                found[row.document] = (*found.get(row.document, ()), one)
        return found


def _whole() -> Select[Any]:
    return select(DOCUMENTS, LATEST.label("reading"))


def _known(query: Select[Any], as_of: str | None) -> Select[Any]:
    return query if as_of is None else query.where(DOCUMENTS.c.day <= as_of)


def _kept_of(
    row: Any, problems: Mapping[str, tuple[Problem, ...]], unseen: Mapping[str, tuple[Unseen, ...]]
) -> Kept:
    facts = row._mapping
    document = Document(
        **{name: facts[name] for name in _WHOLE},
        problems=problems.get(row.id, ()),
        captions=_SPANS.decode(row.captions),
        furniture=_SPANS.decode(row.furniture),
        foreign=_SPANS.decode(row.other_language),
        unseen=unseen.get(row.id, ()),
    )
    names = ("captured", "day", "media_type", "original_sha256", "series", "added", "reading")
    return Kept(document=document, **{name: facts[name] for name in names})
