"""A copy of the ledger and its originals while it is in use."""

import secrets
import shutil
import sqlite3
from pathlib import Path

from sayso.errors import NotALedger, UsageError
from sayso.store.base import APPLICATION_ID, Base, disk_in_words, errors_in_words
from sayso.store.lock import WriterLock
from sayso.store.originals import is_there, place_of

OTHER = "is some other file, and was left as it is; give the copy another name"


class Backup(Base):
    """Copies; the ledger may be read and written meanwhile."""

    def backup(self, target: str | Path) -> Path:
        """Copies the ledger to the file `target` and its originals beside it; returns the path.

        The copy is the ledger at one moment. It takes its place in one step, when it is whole; an older
        copy there is replaced. Raises UsageError where `target` is the ledger itself or a ledger that holds
        what this one does not, NotALedger where it is some other file, LedgerBusy where it is in use,
        LedgerFull where it does not fit.
        """
        place = Path(target)
        _refuse(place, self.path)
        with disk_in_words(place), errors_in_words(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            lock = WriterLock(place, self._clock())
            half = place.parent / f".{place.name}.{secrets.token_hex(8)}.part"
            try:
                self._spare(place)
                self._copy(half, Path(f"{place}.files"))
                for rest in ("-wal", "-shm"):
                    Path(f"{place}{rest}").unlink(missing_ok=True)
                half.replace(place)
            finally:
                half.unlink(missing_ok=True)
                lock.release()
        return place

    def _spare(self, place: Path) -> None:
        """Refuses to replace what is no earlier copy: the log of a copy ends inside the log of its ledger."""
        if not place.exists() or not place.stat().st_size:
            return
        there = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (kind,) = there.execute("PRAGMA application_id").fetchone()
            if kind != APPLICATION_ID:
                raise NotALedger(f"{place} {OTHER}")
            last = there.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise NotALedger(f"{place} {OTHER}") from error
        finally:
            there.close()
        if last and self._one("SELECT 1 FROM log WHERE seq = ? AND hash = ?", tuple(last)) is None:
            raise UsageError(
                f"{place} is a ledger that holds what {self.path} does not, and was left as it is; give "
                "the copy another name"
            )

    def _copy(self, half: Path, files: Path) -> None:
        copy = sqlite3.connect(half, isolation_level=None)
        try:
            self._driver.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            wanted = copy.execute("SELECT sha256, bytes FROM originals").fetchall()
            copy.execute("PRAGMA journal_mode=WAL")
        finally:
            copy.close()
        for sha256, size in wanted:
            place = place_of(files, sha256)
            if not is_there(place, size):
                _copy_whole(place_of(self.files, sha256), place)


def _refuse(place: Path, ledger: Path) -> None:
    if place.resolve() == ledger.resolve():
        raise UsageError(f"{place} is the ledger itself; give the copy another name")
    if place.is_dir():
        raise NotALedger(f"{place} is a folder; give the copy a file's name")
    if place.exists():
        with disk_in_words(place), place.open("rb") as file:
            head = file.read(16)
        if head and not head.startswith(b"SQLite format 3"):
            raise NotALedger(f"{place} {OTHER}")


def _copy_whole(source: Path, place: Path) -> None:
    """Copies a file beside its place, then moves it there. A lost original is left for `verify` to name."""
    if not source.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.parent / f".{secrets.token_hex(8)}.part"
    try:
        shutil.copyfile(source, half)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
