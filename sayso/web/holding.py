"""The ledger behind the pages: a few threads that read and one that writes, each with a connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Barrier, Event
from typing import TypeVar

from sayso.pipeline import Ledger
from sayso.pipeline.glances import Clock

READERS = 4
T = TypeVar("T")


class Held:
    """The ledger at a path for a server. Reading goes on while something is written."""

    def __init__(self, path: str | Path, *, clock: Clock | None = None) -> None:
        """Makes the ledger where there is none. Raises what `Ledger` raises."""
        self.path = str(path)
        self._clock = clock
        if not Path(path).exists():
            Ledger(path, clock=clock).close()
        self._idle: LifoQueue[Ledger] = LifoQueue()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reading")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writing")

    async def reading(self, work: Callable[[Ledger], T]) -> T:
        """What `work` makes of the ledger as it is at one moment, in a thread that reads."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def writing(self, work: Callable[[Ledger], T]) -> T:
        """What `work` makes of the ledger, one after the other; LedgerBusy while another program writes."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self.write, work)

    async def alone(self, work: Callable[[Ledger], T]) -> T:
        """As `writing`, while nobody reads here: what a reader would hold on to can be taken away."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._alone, work)

    def later(self, work: Callable[[], None]) -> None:
        """Work that takes long, in the thread that writes, behind what waits there."""
        self._writer.submit(work)

    def wait(self) -> None:
        """Waits until all that was asked to be written so far is written."""
        self._writer.submit(lambda: None).result()

    def write(self, work: Callable[[Ledger], T]) -> T:
        """Runs `work` here, on a ledger that may be written."""
        with Ledger(self.path, clock=self._clock) as ledger:
            return work(ledger)

    def _alone(self, work: Callable[[Ledger], T]) -> T:
        waiting, done = Barrier(READERS + 1), Event()

        def wait() -> None:
            waiting.wait()
            done.wait()

        for _ in range(READERS):
            self._readers.submit(wait)
        waiting.wait()  # from here on every thread that reads stands still
        try:
            self._close_idle()
            return self.write(work)
        finally:
            done.set()

    def _read(self, work: Callable[[Ledger], T]) -> T:
        try:
            ledger = self._idle.get_nowait()
        except Empty:
            ledger = Ledger(self.path, read_only=True, clock=self._clock)
        try:
            with ledger.moment():
                return work(ledger)
        finally:
            self._idle.put(ledger)

    def close(self) -> None:
        """Waits for what is being written, and closes everything."""
        self._writer.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._close_idle()

    def _close_idle(self) -> None:
        while not self._idle.empty():
            self._idle.get_nowait().close()
