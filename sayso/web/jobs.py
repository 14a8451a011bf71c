"""Work that takes longer than a page may: how far it is, and what became of each document."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from typing import Literal

import msgspec

MOST = 50  # that are remembered
State = Literal["waiting", "running", "done", "failed"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one document: its id where it is in the ledger, or why it is not.

    `new`: it was not there before; `reading`: by whom it was read anew, None where it was added.
    """

    input: str
    document: str | None = None
    title: str | None = None
    new: bool = False
    statements: int = 0
    problem: str | None = None
    reading: str | None = None


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One addition or rereading, as far as it is. `total` counts what was given; `error` why it stopped."""

    id: str
    state: State = "waiting"
    total: int = 0
    steps: tuple[Step, ...] = ()
    error: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {"done", "failed"}


class Jobs:
    """The jobs of a running server; they are gone when it stops, what they added is not."""

    def __init__(self) -> None:
        """None yet."""
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def begin(self, total: int) -> Job:
        """A new job that waits."""
        job = Job(id=secrets.token_hex(8), total=total)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > MOST:
                self._jobs.popitem(last=False)
        return job

    def put(self, job: Job) -> Job:
        """Keeps how far a job is now."""
        with self._lock:
            self._jobs[job.id] = job
        return job

    def get(self, id: str) -> Job | None:
        """The job as it is now; None for none of that id."""
        with self._lock:
            return self._jobs.get(id)

    def forget(self, document: str) -> None:
        """Tells of a document no more."""
        with self._lock:
            for id, job in self._jobs.items():
                steps = tuple(step for step in job.steps if step.document != document)
                self._jobs[id] = msgspec.structs.replace(job, steps=steps)

    def running(self) -> tuple[Job, ...]:
        """Those that are not over, oldest first."""
        with self._lock:
            return tuple(job for job in self._jobs.values() if not job.is_over)
