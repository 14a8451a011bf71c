"""What was foretold and what may tell of its outcome, found by keys; and the expectations made of them."""

import json
from collections.abc import Iterable, Iterator, Sequence

from sayso.store.base import Base, chunks
from sayso.store.marks import packed, unpacked
from sayso.store.rows import ExpectationRow, TellingRow

_PUT_TELLING = "INSERT INTO tellings (proposition, document, foretells, blob, keys) VALUES (?,?,?,?,?)"
_PUT_KEY = "INSERT INTO telling_keys VALUES (?,?,?)"
_PUT_EXPECTATION = "INSERT OR REPLACE INTO expectations VALUES (?,?,?,?,?,?,?)"
_SIZES = (
    "SELECT a.value, (SELECT count(*) FROM"
    " (SELECT 1 FROM telling_keys k WHERE k.key = a.value LIMIT ?)) FROM json_each(?) a"
)
_SHARING = (
    "SELECT DISTINCT t.proposition FROM json_each(?) a"
    " JOIN telling_keys k ON k.key = a.value AND k.foretells >= ?"
    " JOIN tellings t ON t.number = k.telling"
)
_FOUND = "SELECT proposition, document, foretells, blob, keys, expectation FROM tellings WHERE"


class Expectations(Base):
    """Keeps tellings and expectations as bytes that the store does not look into."""

    def put_tellings(self, rows: Iterable[TellingRow]) -> None:
        """Keeps tellings; those of a document that is read anew must have been dropped before."""
        with self.together():
            for row in rows:
                blob = (row.proposition, row.document, row.foretells, row.blob, packed(row.keys))
                number = self._number(_PUT_TELLING, blob)
                self._put(_PUT_KEY, [(key, row.foretells, number) for key in sorted(set(row.keys))])

    def drop_tellings(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Drops the tellings of these documents; the ids of the expectations that they were in, in order."""
        touched: set[str] = set()
        with self.together():
            for document in documents:
                query = "SELECT number, keys, foretells, expectation FROM tellings WHERE document = ?"
                for number, keys, foretells, expectation in self._every(query, (document,)):
                    pairs = [(key, foretells, number) for key in unpacked(keys)]
                    self._put(
                        "DELETE FROM telling_keys WHERE key = ? AND foretells = ? AND telling = ?", pairs
                    )
                    touched.update([expectation] if expectation else [])
                self._put("DELETE FROM tellings WHERE document = ?", [(document,)])
        return tuple(sorted(touched))

    def telling_key_sizes(self, keys: Iterable[int], most: int) -> dict[int, int]:
        """How many tellings have each key, counted up to `most`."""
        found: dict[int, int] = {}
        for piece in _pieces(sorted(set(keys))):
            found.update(self._every(_SIZES, (most, json.dumps(piece))))
        return found

    def tellings_sharing(self, keys: Iterable[int], *, foretelling: bool = False) -> tuple[str, ...]:
        """The tellings (or only those that foretell) that have one of the keys, in order of their ids."""
        found: set[str] = set()
        for piece in _pieces(sorted(set(keys))):
            found.update(row[0] for row in self._every(_SHARING, (json.dumps(piece), int(foretelling))))
        return tuple(sorted(found))

    def tellings(self, propositions: Iterable[str]) -> dict[str, TellingRow]:
        """The tellings with these propositions; those that are not there are left out."""
        return {row.proposition: row for row in self._tellings("proposition", propositions)}

    def tellings_in(self, expectations: Iterable[str]) -> dict[str, TellingRow]:
        """The foretellings that are in one of these expectations, by proposition."""
        return {row.proposition: row for row in self._tellings("expectation", expectations)}

    def tellings_of(self, document: str) -> tuple[TellingRow, ...]:
        """The tellings of a document; () where it has none."""
        return tuple(self._tellings("document", [document]))

    def _tellings(self, column: str, values: Iterable[str]) -> Iterator[TellingRow]:
        for piece in chunks(values):
            marks = ",".join("?" * len(piece))
            for row in self._every(f"{_FOUND} {column} IN ({marks})", tuple(piece)):
                proposition, document, foretells, blob, keys, expectation = row
                yield TellingRow(
                    proposition=proposition, document=document, foretells=bool(foretells), blob=blob,
                    keys=unpacked(keys), expectation=expectation,
                )  # fmt: skip

    def replace_expectations(self, old: Iterable[str], new: Iterable[ExpectationRow]) -> None:
        """Drops the expectations with the ids `old` and puts `new` in their place, in one transaction."""
        rows = list(new)
        with self.together():
            self._put("DELETE FROM expectations WHERE id = ?", [(id,) for id in old])
            self._put(
                _PUT_EXPECTATION,
                [(r.id, r.first_day, r.due_from, r.due_to, r.promisor, r.gist, r.blob) for r in rows],
            )
            placed = [(r.id, proposition) for r in rows for proposition in r.propositions]
            self._put("UPDATE tellings SET expectation = ? WHERE proposition = ?", placed)

    def expectation_blobs(self, as_of: str | None = None) -> list[bytes]:
        """Every expectation that somebody had told of by a day, earliest first; [] for none."""
        query = "SELECT blob FROM expectations WHERE ? IS NULL OR first_day <= ? ORDER BY first_day, id"
        return [row[0] for row in self._every(query, (as_of, as_of))]

    def expectations_by_id(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The expectations with these ids; those that are not there are left out."""
        found: dict[str, bytes] = {}
        for piece in chunks(ids):
            marks = ",".join("?" * len(piece))
            found.update(
                self._every(f"SELECT id, blob FROM expectations WHERE id IN ({marks})", tuple(piece))
            )
        return found

    def drop_expectations(self) -> None:
        """Drops all of it; it is made again from what was read."""
        with self.together():
            for table in ("expectations", "telling_keys", "tellings"):
                self._put(f"DELETE FROM {table}", [()])


def _pieces(keys: Sequence[int], most: int = 5_000) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), most):
        yield keys[start : start + most]
