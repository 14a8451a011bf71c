"""Takes a document out of the ledger with all that was made of it, and leaves no trace of its words."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.errors import UsageError
from sayso.store.base import chunks, disk_in_words, errors_in_words
from sayso.store.log import Log
from sayso.store.originals import is_place, place_of
from sayso.store.rows import Gone
from sayso.store.search import Search
from sayso.store.unlinking import Unlinking

EVIDENCE = ("propositions", "statements", "reading_map", "shown", "readings", "problems", "unseen")
KEPT_APART = frozenset({"documents", "forgetting", "claim_members"})  # the last until claims are made anew
_COLUMNS = (
    "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.name IN ('document', 'statement', 'of')"
)


class Forgetting(Log, Unlinking, Search):
    """Forgets for good: the one exception to evidence that is never deleted."""

    def remove_document(self, id: str, *, by: str, why: str) -> Gone:
        """Deletes a document, its bytes, readings and all rows that name it; what hung on it is stale.

        The log keeps that this id was forgotten, by whom and why, beside the hashes that it held already.
        Claims that it was in stay until they are made anew, which belongs into the same transaction; bytes
        and free pages stay until `scrub`. Judgements stay: they are other people's words. Raises UsageError
        where there is no such document, or the forgetting is not signed.
        """
        if not by.strip() or not why.strip():
            raise UsageError("forgetting must say by whom and why")
        row = self._one("SELECT number, original_sha256, input FROM documents WHERE id = ?", (id,))
        if row is None:
            raise UsageError(f"no document {id!r} in {self.path}; see `sayso documents`")
        number, sha256, input = row
        gone = self._gone(id, sha256)
        with errors_in_words(self.path):
            self._driver.execute("PRAGMA secure_delete=ON")
        with self.together():
            self._put("INSERT INTO forgetting VALUES (?)", [(id,)])
            self._drop_views(id, number)
            self._delete_what_names(id)
            for table in EVIDENCE:
                self._put(f"DELETE FROM {table} WHERE document = ?", [(id,)])
            self._put("DELETE FROM documents WHERE id = ?", [(id,)])
            self._put("DELETE FROM failures WHERE input = ?", [(input,)])
            if sha256 and not gone.shared:
                self._put("DELETE FROM originals WHERE sha256 = ?", [(sha256,)])
            self._put("DELETE FROM forgetting WHERE document = ?", [(id,)])
            self.rebuild_search()
            self._log("forgotten", {"id": id, "by": by, "why": why})
        return gone

    def was_forgotten(self, id: str) -> bool:
        """Whether the log says that a document was forgotten."""
        query = "SELECT 1 FROM log WHERE kind = 'forgotten' AND json_extract(data, '$.id') = ?"
        return self._one(query, (id,)) is not None

    def scrub(self) -> bool:
        """Removes what deleting leaves behind: files of bytes that no document has, free pages, the WAL.

        False where another program is reading: its view holds old pages until it ends. Costs a copy of the
        file. Nothing else changes; once more does no harm.
        """
        with disk_in_words(self.path):
            self._remove_stray_files()
        with errors_in_words(self.path):
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._driver.execute("VACUUM")
            busy = self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def _gone(self, id: str, sha256: str | None) -> Gone:
        """What a person must know of a document that is about to go."""
        statements = [row[0] for row in self._every("SELECT id FROM statements WHERE document = ?", (id,))]
        parts = [row[0] for row in self._every("SELECT id FROM propositions WHERE document = ?", (id,))]
        shared = self._every(
            "SELECT id FROM documents WHERE original_sha256 = ? AND id <> ? ORDER BY id", (sha256, id)
        )
        return Gone(
            document=id,
            shared=tuple(row[0] for row in shared) if sha256 else (),
            judgements=tuple(sorted(self._naming([id, *statements, *parts]))),
        )

    def _naming(self, targets: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for piece in chunks(targets):
            marks = ",".join("?" * len(piece))
            query = f"SELECT judgement FROM judgement_targets WHERE target IN ({marks})"
            found.update(row[0] for row in self._every(query, tuple(piece)))
        return found

    def _delete_what_names(self, id: str) -> None:
        """Deletes the rows that were made of the document, in whatever table they are."""
        statements = [(row[0],) for row in self._every("SELECT id FROM statements WHERE document = ?", (id,))]
        of_statement = "(SELECT subject FROM subject_statements WHERE statement = ?)"
        subjects = {row[0] for one in statements for row in self._every(of_statement.strip("()"), one)}
        self._put("DELETE FROM subject_statements WHERE subject = ?", [(subject,) for subject in subjects])
        self._put("DELETE FROM subjects WHERE id = ?", [(subject,) for subject in subjects])
        for table, column in self._every(_COLUMNS):
            if table in KEPT_APART or table in EVIDENCE:
                continue
            values = statements if column == "statement" else [(id,)]
            self._put(f'DELETE FROM "{table}" WHERE "{column}" = ?', values)

    def _remove_stray_files(self) -> None:
        """Removes the files beside the ledger that hold no original; what is no file of ours stays."""
        if not self.files.is_dir():
            return
        kept = {place_of(self.files, row[0]) for row in self._every("SELECT sha256 FROM originals")}
        for place in sorted(self.files.glob("*/*")):
            if place not in kept and is_place(self.files, place):
                place.unlink()
