"""What watching remembers from look to look, in a file beside the ledger: written whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from sayso.errors import LedgerFull, Problem, UsageError
from sayso.model.ids import digest
from sayso.show.feeds import Entry

VERSION = 1
PRIVATE = 0o600


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it was when it was looked at last: its size, its time of change, the hash of its bytes."""

    size_bytes: int
    changed_ns: int
    sha256: str


class Memory(msgspec.Struct, kw_only=True):
    """What one watch knows. `told`: the event in the log up to which it has told; None before the first look.

    `day` is the last day on which promises were looked at. `pages` are the marks of what was fetched, by
    address; `tries` how often a page failed. `pending` are fetched files that are not in the ledger yet.
    `troubles` are the problems that were told and still stand. `entries` are those of the feeds.
    """

    version: int = VERSION
    told: int | None = None
    day: str | None = None
    files: dict[str, Seen] = {}
    pages: dict[str, list[str]] = {}
    tries: dict[str, int] = {}
    pending: list[str] = []
    troubles: list[Problem] = []
    entries: tuple[Entry, ...] = ()


def memory_path(ledger: str, parts: tuple[str, ...]) -> Path:
    """Where a watch remembers: beside its ledger, hidden, a file for each combination of what is watched."""
    name = digest("w", parts).removeprefix("w:")[:12]
    place = Path(ledger)
    return place.with_name(f".{place.name}.watch-{name}.json")


def remembered(path: Path) -> Memory:
    """What was kept at `path`; nothing where there is no file. UsageError where it cannot be understood."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Memory()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    try:
        found = msgspec.json.decode(data, type=Memory)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"{path} is no memory of a watch: {error}; remove it to begin anew") from error
    if found.version != VERSION:
        raise UsageError(f"{path} was written by another version of sayso; remove it to begin anew")
    return found


def remember(path: Path, memory: Memory) -> None:
    """Keeps what is known at `path`."""
    written_whole(path, msgspec.json.encode(memory), mode=PRIVATE)


def written_whole(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Puts bytes at `path`, whole or not at all, also where the process is killed; LedgerFull for no room."""
    part = path.with_name(f".{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise LedgerFull(
            f"{path} cannot be written: {error.strerror}; what it held before is kept"
        ) from error
