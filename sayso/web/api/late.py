"""Stands for the interface until somebody asks it something, and makes it then."""

from __future__ import annotations

from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.web.serving import Serving


class Late:
    """An application that is made at the first request; addresses stay whole (`/api/claims`)."""

    def __init__(self, serving: Serving) -> None:
        self._serving, self._making = serving, Lock()
        self._made: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on."""
        made = self._made
        if made is None:
            made = await run_in_threadpool(self._make)
        await made({**scope, "root_path": ""}, receive, send)

    def _make(self) -> ASGIApp:
        from sayso.web.api.application import make_api

        with self._making:
            if self._made is None:
                self._made = make_api(self._serving)
            return self._made
