"""A child process that reads one file after the other, and is started anew when it dies or runs over."""

import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import msgspec

from sayso.errors import Problem
from sayso.ingest.capture import Capture
from sayso.ingest.frames import OUT_OF_MEMORY, Begun, Done, Ended, Failed, Found, Message, Task, receive, send
from sayso.ingest.piece import megabytes, printable

HOME = str(Path(__file__).parents[2])
STARTING_SECONDS = 60.0
COMMAND = ("-P", "-B", "-m", "sayso.ingest.worker")  # -P: no module of the folder that one works in


class ChildGone(Exception):
    """The child process has ended before its answer."""


class Child:
    """One process. `deadline` is when the piece at hand must be read (time.monotonic), None when idle."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        self._overtime = self._starting = False
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, task: Task) -> Iterator[Capture | Problem]:
        """What is in a file, in its order. A piece that stops the process is a Problem, the next go on."""
        for _ in range(task.caps.restarts + 1):
            done, begun = yield from self._once(task)
            if done:
                return
            yield self._why(task, begun)
            if begun is None:
                return
            task = msgspec.structs.replace(task, skip=begun.number + 1)
        what = f"given up after {task.caps.restarts + 1} of its documents stopped their reader"
        where = printable(os.fsdecode(task.path))
        yield Problem(where=where, what=what, hint="the rest was not read")

    def _once(self, task: Task) -> Generator[Capture | Problem, None, tuple[bool, Begun | None]]:
        """What the process finds before it is done (True) or gone (False, and what it was reading)."""
        begun: Begun | None = None
        try:
            for message in self._answers(task):
                match message:
                    case Done():
                        return True, None
                    case Found():
                        yield message.capture
                    case Failed():
                        yield message.problem
                    case Begun():
                        begun = message
                    case Ended():
                        begun = None
        except ChildGone:
            pass
        return False, begun

    def _answers(self, task: Task) -> Iterator[Message]:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise ChildGone
        try:
            if self._starting:
                self.deadline = time.monotonic() + STARTING_SECONDS
                receive(process.stdout)  # it is ready
                self._starting = False
            self.deadline = time.monotonic() + task.caps.seconds
            send(process.stdin, task)
            while (data := receive(process.stdout)) is not None:
                self.deadline = None
                yield msgspec.msgpack.decode(data, type=Message)
                self.deadline = time.monotonic() + task.caps.seconds
        except (OSError, ValueError) as error:  # its pipe is closed
            raise ChildGone from error
        finally:
            self.deadline = None
        raise ChildGone

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            paths = [HOME, *(path for path in sys.path if path)]
            self._overtime, self._starting = False, True
            self._process = subprocess.Popen(
                [sys.executable, *COMMAND],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            )
        return self._process

    def _why(self, task: Task, begun: Begun | None) -> Problem:
        """The problem that the process has ended; the process is cleared away."""
        code = self.stop()
        where = begun.name if begun else printable(os.fsdecode(task.path))
        rest = "" if begun else " while it was unfolded; the rest of it was not read"
        hint = "it is left out; look at it with care"
        if self._overtime:
            return Problem(
                where=where, what=f"it took longer than {task.caps.seconds:g} seconds{rest}", hint=hint
            )
        if code == OUT_OF_MEMORY:
            what = f"it needed more than {megabytes(task.caps.memory_bytes)} of memory{rest}"
            return Problem(where=where, what=what, hint=hint)
        return Problem(
            where=where, what=f"it stopped the program that read it (code {code}){rest}", hint=hint
        )

    def kill_if_over(self, now: float) -> None:
        """Ends the process where its deadline has passed; called from another thread."""
        process, deadline = self._process, self.deadline
        if process is not None and deadline is not None and now > deadline:
            self._overtime = True
            process.kill()

    def stop(self) -> int | None:
        """Ends the process, if there is one; its exit code."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # a task that it never took
                    continue
        return process.wait()

    def interrupt(self) -> None:
        """Ends the process from another thread; who waits for its answer sees that it has gone."""
        process = self._process
        if process is not None:
            process.kill()
