"""What every part of the store stands on: one connection, transactions, the database's errors in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import DBAPIError

from sayso.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerMissing,
    NotALedger,
    UsageError,
)
from sayso.store.lock import WriterLock

APPLICATION_ID = 0x73617973  # "says": what the file's header is told by

MOST_PARAMETERS = 900
Rows = list[Any]  # SQLAlchemy's rows: by name, or by place


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """The values, each once, in pieces that fit one query; none for no values."""
    every = list(dict.fromkeys(values))
    for start in range(0, len(every), MOST_PARAMETERS):
        yield every[start : start + MOST_PARAMETERS]


def in_words(error: sqlite3.Error, path: Path) -> LedgerError | None:
    """The exception for people that a database error stands for; None where it is our own mistake."""
    name = getattr(error, "sqlite_errorname", "") or ""
    kept = "what was stored before is kept"
    if name.startswith("SQLITE_CANTOPEN"):
        return LedgerMissing(f"{path} cannot be opened: {error}; may it be read, and its folder be written?")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return LedgerFull(f"{path} cannot be written: {error}; make room on the disk; {kept}")
    if name.startswith("SQLITE_READONLY"):
        return LedgerFull(f"{path} may not be written here: {error}; {kept}")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerBusy(f"{path} is being written by another program; try again when that is done")
    if name.startswith("SQLITE_NOTADB"):
        return NotALedger(f"{path} is no ledger, and was left as it is")
    if name.startswith("SQLITE_CORRUPT"):
        return LedgerDamaged(f"{path} is damaged ({error}); restore it from a backup")
    return None


@contextmanager
def errors_in_words(path: Path) -> Iterator[None]:
    """Turns what the database reports into a LedgerError; what is our own mistake goes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        found = in_words(cause, path) if isinstance(cause, sqlite3.Error) else None
        if found is None:
            raise
        raise found from error


@contextmanager
def disk_in_words(path: Path) -> Iterator[None]:
    """Turns what the disk reports into a LedgerError."""
    try:
        yield
    except OSError as error:
        raise LedgerFull(f"{path} cannot be written: {error}; what was stored before is kept") from error


def _driver_of(connection: Connection) -> sqlite3.Connection:
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


class Base:
    """An open ledger: its path, its clock, its connection, and the writer's lock if it may write."""

    def __init__(
        self, path: Path, connection: Connection, clock: Callable[[], datetime], lock: WriterLock | None
    ) -> None:
        """Takes over what `sayso.store.opening` has opened; nobody else makes one."""
        self.path = path
        self._connection = connection
        self._driver = _driver_of(connection)
        self._clock = clock
        self._lock = lock
        self._depth = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the ledger and lets the next one write; a second call does nothing."""
        if not self._connection.closed:
            engine = self._connection.engine
            self._connection.close()
            engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @property
    def files(self) -> Path:
        """The folder of the original bytes, beside the ledger; it may not be there yet."""
        return Path(f"{self.path}.files")

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through this store."""
        return self._lock is None

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction for all that is written inside: all of it is kept, or none.

        Inside another `together` it is a part of that one, and undone alone where it fails. What is
        written outside of any is a transaction each. Raises LedgerFull where there is no more room.
        """
        if self._lock is None:
            raise UsageError(f"{self.path} is open for reading only")
        begin, commit, undo = _WORDS[self._depth > 0]
        with errors_in_words(self.path):
            self._driver.execute(begin)
            self._depth += 1
            try:
                yield
                self._driver.execute(commit)
            except BaseException:
                self._undo(undo)
                raise
            finally:
                self._depth -= 1

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever is written meanwhile."""
        with errors_in_words(self.path):
            self._driver.execute("BEGIN")
        try:
            yield
        finally:
            self._undo(("ROLLBACK",))

    def _undo(self, how: Sequence[str]) -> None:
        """Rolls back; a full disk may have made the database do so by itself."""
        if self._driver.in_transaction:
            for line in how:
                self._driver.execute(line)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _rows(self, query: Executable) -> Rows:
        with errors_in_words(self.path):
            return list(self._connection.execute(query).all())

    def _sql(self, query: str, parameters: tuple[Any, ...] = ()) -> Rows:
        with errors_in_words(self.path):
            return list(self._connection.exec_driver_sql(query, parameters).all())

    def _put(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """One statement for many rows, inside `together`; nothing for none.

        Straight to the driver: a document is a dozen of these, and the layer above costs as much again.
        """
        if rows:
            self._driver.executemany(statement, rows)

    def _number(self, statement: str, row: tuple[Any, ...]) -> int:
        """Puts one row, and returns its number."""
        return int(self._driver.execute(statement, row).lastrowid or 0)

    def _every(self, query: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows as tuples, straight from the driver: thousands of them cost little."""
        with errors_in_words(self.path):
            return self._driver.execute(query, parameters).fetchall()

    def _one(self, query: str, parameters: tuple[Any, ...] = ()) -> Any:
        """The first row as a tuple, straight from the driver; None for none."""
        with errors_in_words(self.path):
            return self._driver.execute(query, parameters).fetchone()


_WORDS = {
    False: ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)),
    True: ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part")),
}
