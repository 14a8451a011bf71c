"""Stands for applications that are made when they are first asked: what a first page needs comes first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send


class Late:
    """An application that `make` makes once, at the first request or when `made` is called.

    Addresses stay whole where `root` is "": `/api/claims`, not `/claims` under a mount.
    """

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make, self._making = make, Lock()
        self._ready: list[ASGIApp] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on."""
        made = self._ready[0] if self._ready else await run_in_threadpool(self.made)
        await made({**scope, "root_path": ""}, receive, send)

    def made(self) -> ASGIApp:
        """The application; from any thread, and made once."""
        with self._making:
            if not self._ready:
                self._ready.append(self._make())
            return self._ready[0]
