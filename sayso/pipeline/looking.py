"""Looks which files are new or changed, by what is in them: no service of the system, nothing to install."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from sayso.errors import Problem
from sayso.ingest.folders import files_in
from sayso.ingest.piece import printable
from sayso.ingest.reading import no_file
from sayso.pipeline.watch_state import Seen

SETTLED_SECONDS = 2.0  # a file that was changed just now may be written still
CHUNK_BYTES = 1 << 20


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at files gave: paths of those with new bytes, what is known of them and of those that were
    only touched, by printable name, and what cannot be looked at.
    """

    changed: tuple[str, ...] = ()
    seen: dict[str, Seen] = {}
    problems: tuple[Problem, ...] = ()


def changed_files(
    inputs: Iterable[str], seen: Mapping[str, Seen], now: datetime | None, ours: Iterable[Path] = ()
) -> Files:
    """The files whose bytes are not those that were seen, in order; none of `ours`, nor of folders of ours.

    A file with the size and the time that it had is not opened. With `now`, files that were changed within
    two seconds wait for the next look.
    """
    changed: list[str] = []
    known: dict[str, Seen] = {}
    problems: list[Problem] = []
    mine = frozenset(path.absolute() for path in ours)
    for path in (path for one in inputs for path in files_in(one)):
        if isinstance(path, Problem):
            problems.append(path)
            continue
        name = printable(path)
        try:
            state = None if _is_ours(path, mine) else _looked(path, seen.get(name), now)
        except (OSError, ValueError) as error:
            problems.append(no_file(path, error))
            continue
        if state is not None:
            known[name] = state
            if name not in seen or seen[name].sha256 != state.sha256:
                changed.append(path)
    return Files(changed=tuple(changed), seen=known, problems=tuple(problems))


def _is_ours(path: str, ours: frozenset[Path]) -> bool:
    place = Path(path).absolute()
    return not ours.isdisjoint((place, *place.parents))


def _looked(path: str, before: Seen | None, now: datetime | None) -> Seen | None:
    """How a file is; None where it is as it was, or is being written still."""
    state = os.stat(path)
    if before is not None and (before.size_bytes, before.changed_ns) == (state.st_size, state.st_mtime_ns):
        return None
    if now is not None and 0 <= now.timestamp() - state.st_mtime < SETTLED_SECONDS:
        return None
    return Seen(size_bytes=state.st_size, changed_ns=state.st_mtime_ns, sha256=_hash(Path(path)))


def _hash(path: Path) -> str:
    hasher = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(CHUNK_BYTES):
            hasher.update(data)
    return hasher.hexdigest()
