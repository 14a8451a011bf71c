"""What linking sees of each document: bytes by id, and the keys and bands by which candidates are found."""

import json
import struct
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, select

from sayso.store.base import Base, chunks
from sayso.store.rows import DocumentViews, Sharing
from sayso.store.tables import MARKS, REPORTS, SKETCHES

_SIZES = (
    "SELECT a.value, (SELECT count(*) FROM (SELECT 1 FROM {table} t WHERE t.{key} = a.value LIMIT ?))"
    " FROM json_each(?) a"
)
_SHARING_MARKS = (
    "SELECT m.proposition, c.n FROM (SELECT k.mark AS mark, count(*) AS n FROM json_each(?) a"
    " JOIN mark_keys k ON k.key = a.value GROUP BY k.mark HAVING n >= ?) c"
    " JOIN marks m INDEXED BY marks_by_number ON m.number = c.mark"
)
_SHARING_DOCUMENTS = (
    "SELECT d.id, c.n FROM (SELECT b.document AS document, count(*) AS n FROM json_each(?) a"
    " JOIN sketch_bands b ON b.band = a.value GROUP BY b.document HAVING n >= ?) c"
    " JOIN documents d ON d.number = c.document"
)
_EVERY = 1 << 62


def packed(keys: Sequence[int]) -> bytes:
    """Signed 64-bit numbers as bytes, eight each."""
    return struct.pack(f"<{len(keys)}q", *keys)


def unpacked(blob: bytes) -> tuple[int, ...]:
    """The numbers that `packed` made bytes of."""
    return struct.unpack(f"<{len(blob) // 8}q", blob)


class Marks(Base):
    """Puts and finds what linking made of each document alone."""

    def put_views(self, document: str, views: DocumentViews) -> None:
        """Replaces what linking sees of a document that is there. Raises KeyError where it is not."""
        with self.together():
            rows = self._sql("SELECT number, published FROM documents WHERE id = ?", (document,))
            if not rows:
                raise KeyError(document)
            self._drop_views(document, rows[0].number)
            self._put_views(document, rows[0].number, rows[0].published, views)

    def propositions_sharing(self, keys: Iterable[int], cap: int, least: int = 1) -> Sharing:
        """The propositions that have at least `least` of the keys, with how many they have.

        A key that more than `cap` propositions have is left out, and named in `over`.
        """
        return self._sharing(keys, cap, least, "mark_keys", "key", _SHARING_MARKS)

    def documents_sharing(self, bands: Iterable[int], cap: int, least: int = 1) -> Sharing:
        """The documents that have at least `least` of the bands; `cap` and `over` as with keys."""
        return self._sharing(bands, cap, least, "sketch_bands", "band", _SHARING_DOCUMENTS)

    def bucket_sizes(self, keys: Iterable[int], most: int | None = None) -> dict[int, int]:
        """How many propositions have each key, counted up to `most`; 0 where none has."""
        return self._sizes(keys, _EVERY if most is None else most, "mark_keys", "key")

    def band_sizes(self, bands: Iterable[int], most: int | None = None) -> dict[int, int]:
        """How many documents have each band, counted up to `most`; 0 where none has."""
        return self._sizes(bands, _EVERY if most is None else most, "sketch_bands", "band")

    def keys_of(self, propositions: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The keys of each proposition, in ascending order; those without a mark are left out."""
        found = self._blobs(MARKS.c.proposition, MARKS.c["keys"], propositions)
        return {proposition: unpacked(blob) for proposition, blob in found.items()}

    def marks(self, propositions: Iterable[str]) -> dict[str, bytes]:
        """The mark of each proposition that has one."""
        return self._blobs(MARKS.c.proposition, MARKS.c.blob, propositions)

    def marks_in(self, documents: Iterable[str]) -> dict[str, dict[str, bytes]]:
        """The marks of each document by proposition; documents without any are left out."""
        return self._blobs_in(MARKS.c.document, MARKS.c.proposition, MARKS.c.blob, documents)

    def reports(self, statements: Iterable[str]) -> dict[str, bytes]:
        """The report of each statement that has one."""
        return self._blobs(REPORTS.c.statement, REPORTS.c.blob, statements)

    def reports_in(self, documents: Iterable[str]) -> dict[str, dict[str, bytes]]:
        """The reports of each document by statement; documents without any are left out."""
        return self._blobs_in(REPORTS.c.document, REPORTS.c.statement, REPORTS.c.blob, documents)

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketch of each document that has one."""
        return self._blobs(SKETCHES.c.document, SKETCHES.c.blob, documents)

    def marked(self) -> frozenset[str]:
        """The documents of which linking sees a proposition."""
        return frozenset(row[0] for row in self._every("SELECT DISTINCT document FROM marks"))

    def band_documents(self, bands: Iterable[int]) -> dict[int, frozenset[str]]:
        """The documents that have each band, however many."""
        query = (
            "SELECT b.band, d.id FROM json_each(?) a JOIN sketch_bands b ON b.band = a.value"
            " JOIN documents d ON d.number = b.document"
        )
        found: dict[int, set[str]] = {}
        for band, document in self._every(query, (json.dumps(sorted(set(bands))),)):
            found.setdefault(band, set()).add(document)
        return {band: frozenset(documents) for band, documents in found.items()}

    def bands_of(self, document: str) -> tuple[int, ...]:
        """The bands of a document, in ascending order; () where it has none or is not there."""
        query = (
            "SELECT b.band FROM sketch_bands b JOIN documents d ON d.number = b.document WHERE d.id = ?"
            " ORDER BY b.band"
        )
        return tuple(row[0] for row in self._sql(query, (document,)))

    def documents_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The document of each proposition that has a mark."""
        found: dict[str, str] = {}
        for piece in chunks(propositions):
            query = select(MARKS.c.proposition, MARKS.c.document).where(MARKS.c.proposition.in_(piece))
            found.update((row[0], row[1]) for row in self._rows(query))
        return found

    def _blobs(self, key: Column[str], value: Column[bytes], ids: Iterable[str]) -> dict[str, bytes]:
        query = (
            f'SELECT "{key.name}", "{value.name}" FROM {key.table.name}'
            f' WHERE "{key.name}" IN (SELECT value FROM json_each(?))'
        )
        return dict(self._every(query, (json.dumps(list(dict.fromkeys(ids))),)))

    def _blobs_in(
        self, document: Column[str], key: Column[str], value: Column[bytes], documents: Iterable[str]
    ) -> dict[str, dict[str, bytes]]:
        found: dict[str, dict[str, bytes]] = {}
        for piece in chunks(documents):
            query = select(document, key, value).where(document.in_(piece)).order_by(key)
            for row in self._rows(query):
                found.setdefault(row[0], {})[row[1]] = row[2]
        return found

    def _sharing(
        self, keys: Iterable[int], cap: int, least: int, table: str, column: str, query: str
    ) -> Sharing:
        sizes = self._sizes(keys, cap + 1, table, column)
        kept = json.dumps([key for key, size in sizes.items() if 0 < size <= cap])
        shared = dict(self._every(query, (kept, least)))
        return Sharing(shared=shared, over=tuple(sorted(key for key, size in sizes.items() if size > cap)))

    def _sizes(self, keys: Iterable[int], most: int, table: str, column: str) -> dict[int, int]:
        query = _SIZES.format(table=table, key=column)
        asked = json.dumps(sorted(set(keys)))
        return dict(self._every(query, (most, asked)))

    def _put_views(self, document: str, number: int, published: str | None, views: DocumentViews) -> None:
        listed: dict[str, set[int]] = {proposition: set() for proposition, _ in views.marks}
        for key, proposition in views.keys:
            listed[proposition].add(key)
        first = int(self._one("SELECT coalesce(max(number), 0) + 1 FROM marks")[0])
        numbers = {proposition: first + at for at, proposition in enumerate(listed)}
        rows = [
            (
                numbers[proposition],
                proposition,
                document,
                published,
                blob,
                packed(sorted(listed[proposition])),
            )
            for proposition, blob in views.marks
        ]
        self._put("INSERT INTO marks VALUES (?,?,?,?,?,?)", rows)
        keys = sorted((key, numbers[proposition]) for proposition, every in listed.items() for key in every)
        self._put("INSERT INTO mark_keys VALUES (?,?)", keys)
        self._put("INSERT INTO reports VALUES (?,?,?)", [(s, document, blob) for s, blob in views.reports])
        if views.sketch is not None:
            self._put("INSERT INTO sketches VALUES (?,?)", [(document, views.sketch)])
        bands = [(band, number) for band in sorted(set(views.bands))]
        self._put("INSERT INTO sketch_bands VALUES (?,?)", bands)

    def _drop_views(self, document: str, number: int) -> None:
        for mark, keys in self._sql("SELECT number, keys FROM marks WHERE document = ?", (document,)):
            pairs = [(key, mark) for key in unpacked(keys)]
            self._put("DELETE FROM mark_keys WHERE key = ? AND mark = ?", pairs)
        for table in ("marks", "reports", "sketches"):
            self._put(f"DELETE FROM {table} WHERE document = ?", [(document,)])
        self._put("DELETE FROM sketch_bands WHERE document = ?", [(number,)])
