"""Which reading of a document is shown, which the reader made last, and how the readings map."""

from collections.abc import Iterable, Sequence

from sayso.model import Mapped
from sayso.store.base import chunks
from sayso.store.log import Log
from sayso.store.rows import ReadingRow, Shown

_BEHIND = (
    "SELECT d.id FROM documents d LEFT JOIN shown w ON w.document = d.id"
    " WHERE d.status IN ('ok', 'partial') AND coalesce(w.base, '') <> ?"
    " ORDER BY coalesce(d.published, '9999-99-99'), d.id"
)
_HOLDING = (
    "SELECT r.document, r.reading, r.base FROM statements s"
    " JOIN readings r ON r.document = s.document AND r.reading = s.reading"
    " WHERE s.id = ? ORDER BY r.number"
)


class Readings(Log):
    """Shows one of a document's readings; all the others stay beside it."""

    def shown(self, document: str) -> Shown | None:
        """What is shown of a document; None where it was never read, or is not there."""
        row = self._one("SELECT reading, base FROM shown WHERE document = ?", (document,))
        return Shown(reading=row[0], base=row[1]) if row else None

    def show_reading(self, document: str, reading: str) -> None:
        """Shows a reading that the document has, in place of the one that was; the log tells of it.

        Raises KeyError where the document has no such reading.
        """
        query = "SELECT reading, base FROM readings WHERE document = ? AND reading = ?"
        with self.together():
            row = self._one(query, (document, reading))
            if row is None:
                raise KeyError(reading)
            self._log("shown", {"id": document, "reading": reading})
            self._show(document, row[0], row[1])

    def _show(self, document: str, reading: str, base: str | None) -> None:
        self._put("INSERT OR REPLACE INTO shown VALUES (?,?,?)", [(document, reading, base or reading)])

    def documents_behind(self, reading: str) -> tuple[str, ...]:
        """The documents with a text whose shown statements rest on another reading, by day; () for none."""
        return tuple(row[0] for row in self._every(_BEHIND, (reading,)))

    def readings_holding(self, statement: str) -> tuple[ReadingRow, ...]:
        """The readings that a statement stands in, the newest last; () for an unknown one."""
        rows = self._every(_HOLDING, (statement,))
        return tuple(ReadingRow(document=row[0], reading=row[1], base=row[2]) for row in rows)

    def statements_beginning(self, beginning: str, limit: int = 6) -> tuple[tuple[str, str], ...]:
        """(id, document) of the statements, in any reading, whose ids begin so, in order, at most `limit`."""
        query = "SELECT DISTINCT id, document FROM statements WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return tuple((row[0], row[1]) for row in self._every(query, (beginning, f"{beginning}~", limit)))

    def among_shown(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these statements and propositions that are shown."""
        found: set[str] = set()
        for piece in chunks(ids):
            marks = ",".join("?" * len(piece))
            for table in ("statements", "propositions"):
                query = (
                    f"SELECT x.id FROM {table} x JOIN shown w ON w.document = x.document"
                    f" AND w.reading = x.reading WHERE x.id IN ({marks})"
                )
                found.update(row[0] for row in self._every(query, tuple(piece)))
        return frozenset(found)

    def statement_of(self, proposition: str) -> str | None:
        """The statement of a proposition, in whatever reading; None for an unknown one."""
        row = self._one("SELECT statement FROM propositions WHERE id = ? LIMIT 1", (proposition,))
        return str(row[0]) if row else None

    def put_reading_map(self, document: str, older: str, newer: str, lines: Sequence[Mapped]) -> None:
        """Keeps the map between two readings of a document; one that is there is replaced."""
        key = (document, older, newer)
        with self.together():
            self._put("DELETE FROM reading_map WHERE document = ? AND older = ? AND newer = ?", [key])
            rows = [(*key, place, x.kind, x.before, x.after) for place, x in enumerate(lines)]
            self._put("INSERT INTO reading_map VALUES (?,?,?,?,?,?,?)", rows)

    def reading_map(self, document: str, older: str, newer: str) -> tuple[Mapped, ...]:
        """The map between two readings of a document; () where none is kept."""
        query = (
            "SELECT kind, before, after FROM reading_map WHERE document = ? AND older = ? AND newer = ?"
            " ORDER BY position"
        )
        rows = self._every(query, (document, older, newer))
        return tuple(Mapped(kind=row[0], before=row[1], after=row[2]) for row in rows)

    def maps_to(self, document: str, newer: str) -> tuple[str, ...]:
        """The older readings that have a map to a reading, by name; () for none."""
        query = "SELECT DISTINCT older FROM reading_map WHERE document = ? AND newer = ? ORDER BY older"
        return tuple(row[0] for row in self._every(query, (document, newer)))

    def reopen_documents(self, stage: str, documents: Iterable[str]) -> None:
        """Makes these documents pending for `stage` again."""
        with self.together():
            for piece in chunks(documents):
                marks = ",".join("?" * len(piece))
                self._put(f"DELETE FROM work WHERE stage = ? AND document IN ({marks})", [(stage, *piece)])
