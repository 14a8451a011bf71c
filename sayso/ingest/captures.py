"""Many inputs, safely: each is read in a process of its own, under caps, and given in order."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec

from sayso.errors import Problem, UsageError
from sayso.ingest.caps import CAPS, Caps
from sayso.ingest.capture import Capture, captures_of
from sayso.ingest.defaults import NOTHING_SAID, Defaults
from sayso.ingest.folders import files_in
from sayso.ingest.frames import Task
from sayso.ingest.lanes import Job, Lanes
from sayso.ingest.plugged import PluggedFormat
from sayso.ingest.reading import STANDARD_INPUT, pieces_at

Clock = Callable[[], datetime]
MOST_WORKERS = 64


def capture_paths(
    paths: Iterable[str],
    defaults: Defaults = NOTHING_SAID,
    caps: Caps = CAPS,
    *,
    workers: int = 1,
    clock: Clock | None = None,
    formats: tuple[PluggedFormat, ...] = (),
) -> Iterator[Capture | Problem]:
    """The documents of files, folders and archives ("-" is standard input), with their bytes.

    In the order of the inputs, whatever the number of `workers`: so many child processes read, each
    under all of the caps. One that dies or runs over its time is a Problem for the document at hand;
    it is started anew and goes on behind it. With `workers=0` all is read in this process, without
    the caps on seconds and memory. Only a few documents are held at a time. `clock` tells the
    moment of capture where a web archive does not; without it there is none. `formats` are foreign ones,
    which run in those processes too. Closing the iterator ends the processes. Raises UsageError for
    another number of workers than 0 to 64.
    """
    if not 0 <= workers <= MOST_WORKERS:
        raise UsageError(f"workers are 0 to {MOST_WORKERS}, not {workers}")
    files = (file for path in paths for file in files_in(path))
    task = Task(path=b"", data=None, defaults=defaults, caps=caps, formats=formats)
    found = _beside(files, task, workers) if workers else _here(files, task)
    for one in found:
        yield _dated(one, clock) if isinstance(one, Capture) and clock else one


def capture_bytes(
    data: bytes, name: str, defaults: Defaults = NOTHING_SAID, caps: Caps = CAPS
) -> Iterator[Capture | Problem]:
    """The documents in bytes at hand, read in a process of its own under all of the caps."""
    with Lanes(1) as lanes:
        task = Task(path=_system_path(name), data=data, defaults=defaults, caps=caps)
        yield from _results(lanes.give(task), lanes)


def _dated(capture: Capture, clock: Clock) -> Capture:
    if capture.captured is not None:
        return capture
    return msgspec.structs.replace(capture, captured=clock().isoformat())


def _here(files: Iterable[str | Problem], task: Task) -> Iterator[Capture | Problem]:
    for file in files:
        for piece in [file] if isinstance(file, Problem) else pieces_at(file, task.caps):
            if isinstance(piece, Problem):
                yield piece
            else:
                yield from captures_of(piece, task.defaults, task.caps, task.formats)


def _beside(files: Iterable[str | Problem], task: Task, workers: int) -> Iterator[Capture | Problem]:
    with Lanes(workers) as lanes:
        waiting: deque[Job | Problem] = deque()
        for file in files:
            waiting.append(file if isinstance(file, Problem) else lanes.give(_task(file, task)))
            if len(waiting) > 2 * workers:
                yield from _results(waiting.popleft(), lanes)
        while waiting:
            yield from _results(waiting.popleft(), lanes)


def _results(job: Job | Problem, lanes: Lanes) -> Iterator[Capture | Problem]:
    if isinstance(job, Problem):
        yield job
        return
    yield from job.results()
    lanes.taken(job)


def _task(file: str, task: Task) -> Task:
    """The task of one file, with what holds for all."""
    data = sys.stdin.buffer.read(task.caps.document_bytes + 1) if file == STANDARD_INPUT else None
    return msgspec.structs.replace(task, path=_system_path(file), data=data)


def _system_path(file: str) -> bytes:
    """The path as bytes; a lone surrogate, which no file's name holds, becomes a question mark."""
    try:
        return os.fsencode(file)
    except UnicodeEncodeError:
        return file.encode("utf-8", "replace")
