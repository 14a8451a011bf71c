"""The ledger's file: evidence that is never changed, what is made of it, a log. `open_store` opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.store.rows import (
    ClaimQuery,
    ClaimRow,
    DocumentViews,
    ExpectationRow,
    Failure,
    Fault,
    Head,
    Hit,
    Kept,
    LinkRow,
    LogEntry,
    Sharing,
    SourceRow,
    TellingRow,
    Verification,
)

if TYPE_CHECKING:
    from sayso.store.store import Store

__all__ = [
    "ClaimQuery", "ClaimRow", "DocumentViews", "ExpectationRow", "Failure", "Fault", "Head", "Hit", "Kept",
    "LinkRow", "LogEntry", "Sharing", "SourceRow", "TellingRow", "Verification", "open_store",
]  # fmt: skip


def open_store(
    path: str | Path, *, clock: Callable[[], datetime], read_only: bool = False, wait_seconds: float = 0.0
) -> Store:
    """The ledger at `path`, to be used in a `with`; made if it is not there, upgraded if it is older.

    `clock` gives the present moment with its time zone: every "at" in the log comes from it. At most one
    store writes: the next waits `wait_seconds` and then raises LedgerBusy. Any number may be open with
    `read_only`, while one writes too; they make nothing (LedgerMissing). A store belongs to one thread.
    Raises LedgerTooNew, NotALedger and LedgerDamaged, before anything has been changed.
    """
    from sayso.store.opening import opened

    return opened(Path(path), clock=clock, read_only=read_only, wait_seconds=wait_seconds)
