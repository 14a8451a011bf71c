"""Opens a ledger: told from other files, locked for one writer, brought to this version's tables."""

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from sayso.errors import LedgerMissing, LedgerTooNew, NotALedger
from sayso.store.base import APPLICATION_ID, disk_in_words, errors_in_words
from sayso.store.lock import WriterLock
from sayso.store.store import Store

REVISION = "0010"  # the newest step in migrations/versions
KNOWN = ("0001", "0002", "0005", "0007", "0008", "0009", "0010")
MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 10
CACHE_KIB = 65_536
CHECKPOINT_PAGES = 8_192  # 32 MB: pages that many documents change are written back once
MIGRATIONS = Path(__file__).parent / "migrations"


def opened(path: Path, *, clock: Callable[[], datetime], read_only: bool, wait_seconds: float) -> Store:
    """The store at `path`, or where that leads; see `sayso.store.open_store`."""
    path = path.resolve() if path.is_symlink() else path
    _refuse_other_files(path, read_only)
    if read_only:
        return _reading(path, clock, wait_seconds)
    with disk_in_words(path):
        lock = WriterLock(path, clock(), wait_seconds)
    try:
        with errors_in_words(path):
            connection = _connected(path, "rwc")
            _prepare(connection)
            found = _checked(connection, path)
            store = Store(path, connection, clock, lock)
            if found != REVISION:
                _upgrade(store, found)
            return store
    except BaseException:
        lock.release()
        raise


def _reading(path: Path, clock: Callable[[], datetime], wait_seconds: float) -> Store:
    with errors_in_words(path):
        connection = _connected(path, "ro")
        if _checked(connection, path) == REVISION:
            return Store(path, connection, clock, None)
        connection.close()
    opened(path, clock=clock, read_only=False, wait_seconds=wait_seconds).close()
    return _reading(path, clock, wait_seconds)


def _refuse_other_files(path: Path, read_only: bool) -> None:
    """Raises before anything is touched where `path` is a folder, another kind of file, or not there."""
    if path.is_dir():
        raise NotALedger(f"{path} is a folder and no ledger")
    if not path.exists():
        if read_only:
            raise LedgerMissing(f"there is no ledger at {path}; `sayso add` makes one")
        if not path.parent.is_dir():
            raise LedgerMissing(f"there is no folder {path.parent} to make a ledger in")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise LedgerMissing(f"{path} cannot be read: {error.strerror}") from error
    if head and head != MAGIC:
        raise NotALedger(f"{path} is no ledger, and was left as it is; give another name with --ledger")
    if not head and read_only:
        raise LedgerMissing(f"{path} is an empty file; `sayso add` makes a ledger of it")


def _connected(path: Path, mode: str) -> Connection:
    """A connection without transactions of its own: `Base.together` begins and ends them.

    One that only reads may be handed from thread to thread, for one of them at a time.
    """
    place = f"file:{quote(str(path.absolute()))}?mode={mode}"
    if mode == "ro" and not Path(f"{path}-wal").exists() and not _may_make_files(path.parent):
        place += "&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            place, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=mode != "ro"
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    connection = engine.connect()
    connection.exec_driver_sql("PRAGMA trusted_schema=OFF")  # a ledger may come from a stranger
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")
    connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KIB}")
    connection.exec_driver_sql("PRAGMA temp_store=MEMORY")
    return connection


def _may_make_files(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _prepare(connection: Connection) -> None:
    """What a writer asks for: triggers on replaced rows too, and a log that is written ahead."""
    connection.exec_driver_sql("PRAGMA recursive_triggers=ON")
    connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")


def _checked(connection: Connection, path: Path) -> str | None:
    """The version of the tables, None for an empty file; raises where they are not ours or not known."""
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not names:
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise NotALedger(f"{path} is a database of another program, and was left as it is")
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is not None and found not in KNOWN:
        raise LedgerTooNew(
            f"{path} was made by a newer version of sayso (tables {found}; this one knows {REVISION}); "
            "it was left as it is: upgrade sayso"
        )
    return found


def _upgrade(store: Store, found: str | None) -> None:
    """Takes all steps that are missing, in one transaction, with an event in the log."""
    connection = store._connection
    connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    with store.together():
        if found is None:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        run_migrations(connection, "head")
        store.log_event("made" if found is None else "upgraded", {"from": found, "to": REVISION})


def run_migrations(connection: Connection, target: str) -> None:
    """Alembic's steps up to `target`, in the transaction that is open on `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
