"""One writer at a time: a lock beside the ledger that the system lets go of when its holder dies."""

import json
import os
import socket
import sys
import time
import weakref
from datetime import datetime
from pathlib import Path

from sayso.errors import LedgerBusy

_FAR = 1 << 30  # Windows locks bytes against reading too: this one is never written
_POLL_SECONDS = 0.05
_held: "weakref.WeakSet[WriterLock]" = weakref.WeakSet()


class WriterLock:
    """The right to write, from its making to `release`; its file says who has it."""

    def __init__(self, ledger: Path, now: datetime, wait_seconds: float = 0.0) -> None:
        """Takes the lock, at once or within `wait_seconds`; raises LedgerBusy with the holder's name."""
        self.path = Path(f"{ledger}.lock")
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + wait_seconds
        while not _lock(self._file):
            if time.monotonic() >= until:
                holder = self._holder()
                os.close(self._file)
                raise LedgerBusy(f"{ledger} is being written {holder}; try again when that is done")
            time.sleep(_POLL_SECONDS)
        _held.add(self)
        self._sign(now)

    def _sign(self, now: datetime) -> None:
        who = {
            "process": os.getpid(),
            "host": socket.gethostname(),
            "since": now.isoformat(timespec="seconds"),
        }
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(who).encode())

    def _holder(self) -> str:
        try:
            os.lseek(self._file, 0, os.SEEK_SET)
            who = json.loads(os.read(self._file, 4096))
            return f"by process {who['process']} on {who['host']} since {who['since']}"
        except (ValueError, KeyError, TypeError):
            return "by another process"

    def release(self) -> None:
        """Lets the next one write; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
            _held.discard(self)

    def _after_fork(self) -> None:
        """A worker does not hold on to what its parent holds."""
        os.close(self._file)
        self._file = -1


def _close_in_child() -> None:
    for lock in tuple(_held):
        lock._after_fork()
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_in_child)

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
