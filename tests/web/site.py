"""A site of a small ledger, asked without a network: pages as a browser that has the key gets them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from sayso.pipeline.glances import Clock
from sayso.web.app import make_app
from sayso.web.holding import Held
from sayso.web.serving import PORT, Serving

KEY = "a key of the tests"
ORIGIN = f"http://127.0.0.1:{PORT}"


class Site:
    """A running server over one ledger, and a visitor who has its key."""

    def __init__(self, ledger: Path, clock: Clock | None = None) -> None:
        """Opens the ledger at a path, made where there is none; `clock` tells the present moment."""
        self.serving = Serving(held=Held(ledger, clock=clock), key=KEY, by="R. Ames")
        self.client = TestClient(make_app(self.serving), base_url=ORIGIN, follow_redirects=False)
        self.client.__enter__()
        self.client.get("/", params={"key": KEY})

    def close(self) -> None:
        """Stops the server."""
        self.client.__exit__()

    def get(self, path: str, **query: Any) -> str:
        """The HTML of a page; AssertionError for another answer than 200."""
        answer = self.client.get(path, params=query or None)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def post(self, path: str, files: Any = None, **fields: Any) -> Any:
        """The answer to a form that a page of ours sent."""
        body = {"token": self.serving.token, **fields}
        return self.client.post(path, data=body, files=files, headers={"origin": ORIGIN})


def links(html: str, beginning: str = "/") -> list[str]:
    """The addresses that a page leads to and that begin so, each once."""
    found = (one.replace("&amp;", "&") for one in re.findall(r'href="([^"]*)"', html))
    return list(dict.fromkeys(one for one in found if one.startswith(beginning)))
