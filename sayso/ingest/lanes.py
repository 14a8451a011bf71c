"""Several child processes side by side: results in the order of the files, and few of them at once."""

import os
import queue
import threading
import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType

from sayso.errors import Problem
from sayso.ingest.capture import Capture
from sayso.ingest.child import Child
from sayso.ingest.frames import Task

HELD = 2  # results of one file that wait to be taken; its process waits with the next
LOOK_SECONDS = 0.05


class Closed(Exception):
    """Nobody wants the results any more."""


class Job:
    """The results of one file, handed from the thread that makes them to the one that takes them."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._found: deque[Capture | Problem | None] = deque()
        self._changed = threading.Condition()
        self._closed = False

    def put(self, found: Capture | Problem | None) -> None:
        """Waits until there is room; None is the end. Raises Closed where nobody takes it."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._found) < HELD)
            if self._closed:
                raise Closed
            self._found.append(found)
            self._changed.notify_all()

    def results(self) -> Iterator[Capture | Problem]:
        """The results in their order, as they come."""
        while (found := self._take()) is not None:
            yield found

    def _take(self) -> Capture | Problem | None:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._found))
            found = self._found.popleft()
            self._changed.notify_all()
            return found

    def close(self) -> None:
        """Nobody takes the results any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


class Lanes:
    """So many threads, each with a child process; files are begun in the order in which they are given."""

    def __init__(self, count: int) -> None:
        self._children = [Child() for _ in range(count)]
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._given: deque[Job] = deque()
        self._over = threading.Event()
        threads = [threading.Thread(target=self._work, args=(child,)) for child in self._children]
        self._threads = [*threads, threading.Thread(target=self._watch)]

    def __enter__(self) -> "Lanes":
        for thread in self._threads:
            thread.daemon = True
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for job in self._given:
            job.close()
        for child in self._children:
            self._jobs.put(None)
            child.interrupt()
        for thread in self._threads:
            thread.join()

    def give(self, task: Task) -> Job:
        """The job for a file; `results` of jobs are to be taken in the order in which they were given."""
        job = Job(task)
        self._given.append(job)
        self._jobs.put(job)
        return job

    def taken(self, job: Job) -> None:
        """All results of a job were taken."""
        self._given.remove(job)

    def _work(self, child: Child) -> None:
        try:
            while not self._over.is_set() and (job := self._jobs.get()) is not None:
                self._read(child, job)
        except Closed:
            pass
        finally:
            child.stop()

    def _read(self, child: Child, job: Job) -> None:
        try:
            for found in child.read(job.task):
                job.put(found)
        except Closed:
            raise
        except Exception as error:  # whoever waits for this job must not wait for ever
            where = os.fsdecode(job.task.path)
            job.put(Problem(where=where, what=f"it could not be read ({type(error).__name__}: {error})"))
        job.put(None)

    def _watch(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            now = time.monotonic()
            for child in self._children:
                child.kill_if_over(now)
