"""`python -m sayso.ingest.worker`: a process of its own: files in, documents out, under caps."""

import os
import sys
from collections.abc import Iterator
from typing import IO

import msgspec

from sayso.errors import Problem
from sayso.ingest.capture import Capture, captures_of
from sayso.ingest.frames import (
    OUT_OF_MEMORY,
    Begun,
    Done,
    Ended,
    Failed,
    Found,
    Message,
    Ready,
    Task,
    receive,
    send,
)
from sayso.ingest.piece import Piece
from sayso.ingest.reading import pieces_at, pieces_in


def main() -> None:
    """Reads tasks from standard input until it ends, and writes answers to standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, sys.stdout.fileno())  # what a library prints must not stand among the answers
    send(answers, Ready())
    while (data := receive(sys.stdin.buffer)) is not None:
        task = msgspec.msgpack.decode(data, type=Task)
        _limit(task.caps.memory_bytes)
        _answer(task, answers)


def _answer(task: Task, answers: IO[bytes]) -> None:
    try:
        for message in _messages(task):
            send(answers, message)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _messages(task: Task) -> Iterator[Message]:
    path = os.fsdecode(task.path)
    pieces = pieces_at(path, task.caps) if task.data is None else pieces_in(task.data, path, task.caps)
    for number, piece in enumerate(pieces):
        if number < task.skip:
            continue
        if isinstance(piece, Problem):
            yield Failed(problem=piece)
            continue
        yield Begun(number=number, name=piece.name)
        yield from _read(piece, task)
        yield Ended()
    yield Done()


def _read(piece: Piece, task: Task) -> Iterator[Message]:
    try:
        for found in captures_of(piece, task.defaults, task.caps, task.formats):
            yield Found(capture=found) if isinstance(found, Capture) else Failed(problem=found)
    except MemoryError:
        raise
    except Exception as error:  # one document that we read wrongly must not end a night's run
        what = f"it could not be taken apart ({type(error).__name__})"
        yield Failed(problem=Problem(where=piece.name, what=what, hint="please report it"))


def _limit(memory_bytes: int) -> None:
    """Caps the memory of this process, and lets it leave no image of itself, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
    for what, limits in ((resource.RLIMIT_AS, (most, hard)), (resource.RLIMIT_CORE, (0, 0))):
        try:
            resource.setrlimit(what, limits)
        except (ValueError, OSError):  # macOS refuses some
            continue


if __name__ == "__main__":
    main()
