"""The log: every event with the hash of the one before it, so that nothing in it changes unseen."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sayso.store.base import Base
from sayso.store.rows import Head, LogEntry

START = "0" * 64  # what the first event has for the hash before it
_PUT = "INSERT INTO log (seq, at, kind, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?)"
_PIECE = 1_000


def hash_of(seq: int, at: str, kind: str, data: str, previous: str) -> str:
    """SHA-256 over the event's parts, each with its length in bytes; 64 hexadecimal digits."""
    hasher = hashlib.sha256()
    for part in (str(seq), at, kind, data, previous):
        encoded = part.encode()
        hasher.update(f"{len(encoded)}:".encode() + encoded)
    return hasher.hexdigest()


class Log(Base):
    """Adds to the log and reads it."""

    def log_event(self, kind: str, data: Mapping[str, Any]) -> LogEntry:
        """Adds one event and returns it. `data` must be JSON: strings, numbers, lists, mappings, None."""
        with self.together():
            return self._log(kind, data)

    def _log(self, kind: str, data: Mapping[str, Any]) -> LogEntry:
        text = msgspec.json.encode(data, order="deterministic").decode()
        last = self.head()
        seq, previous = (last.seq + 1, last.hash) if last else (1, START)
        at = self._now()
        entry = LogEntry(
            seq=seq, at=at, kind=kind, data=text, previous=previous,
            hash=hash_of(seq, at, kind, text, previous),
        )  # fmt: skip
        self._put(_PUT, [msgspec.structs.astuple(entry)])
        return entry

    def head(self) -> Head | None:
        """The end of the log; kept elsewhere, it shows whether events were cut off later. None if empty."""
        row = self._one("SELECT seq, at, hash FROM log ORDER BY seq DESC LIMIT 1")
        return Head(seq=row[0], at=row[1], hash=row[2]) if row else None

    def log_hash(self, number: int) -> str:
        """The hash of one event; "" where there is none of this number."""
        row = self._one("SELECT hash FROM log WHERE seq = ?", (number,))
        return str(row[0]) if row else ""

    def log_before(self, moment: str) -> int:
        """The number of the last event before a moment (ISO 8601, in UTC as the log's are); 0 for none."""
        row = self._one("SELECT seq FROM log WHERE at < ? ORDER BY seq DESC LIMIT 1", (moment,))
        return int(row[0]) if row else 0

    def judged_after(self, number: int) -> tuple[str, ...]:
        """The judgements that were made or taken back behind an event, each once, the latest first."""
        query = (
            "SELECT json_extract(data, '$.id') FROM log WHERE seq > ? AND kind IN ('judgement', 'revoked')"
        )
        return tuple(dict.fromkeys(row[0] for row in self._every(f"{query} ORDER BY seq DESC", (number,))))

    def log_entries(self, after: int = 0, limit: int | None = None) -> Iterator[LogEntry]:
        """The events behind number `after`, in order, at most `limit`; read in pieces."""
        left = limit
        while left is None or left > 0:
            size = _PIECE if left is None else min(_PIECE, left)
            query = "SELECT seq, at, kind, data, previous, hash FROM log WHERE seq > ? ORDER BY seq LIMIT ?"
            rows = self._sql(query, (after, size))
            yield from (LogEntry(**row._mapping) for row in rows)
            if len(rows) < size:
                return
            after = rows[-1].seq
            left = None if left is None else left - len(rows)
