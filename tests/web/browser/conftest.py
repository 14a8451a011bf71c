"""A real browser on a real server of this machine. Without Chromium these tests say so and are left out."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from sayso.web.app import make_app
from sayso.web.holding import Held
from sayso.web.running import listening_on
from sayso.web.serving import Serving
from tests.pipeline.corrections import corrected_ledger

# No sandbox: these tests also run as root. Nothing of the browser's own may reach out.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
expect.set_options(timeout=20_000)  # milliseconds: a busy machine is no reason to fail
PLACES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PLACES)), None)
    if found is None:
        if os.environ.get("CI_BROWSER"):
            raise RuntimeError("CI_BROWSER is set, and there is no Chromium")
        pytest.skip("no Chromium on this machine (apt-get install chromium, or CHROMIUM=/path)")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def made_for_browsers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture
def serving(made_for_browsers: Path, tmp_path: Path) -> Iterator[Serving]:
    """A server of this test alone, over a copy of the small ledger."""
    shutil.copy(made_for_browsers, tmp_path / "c.db")
    shutil.copytree(f"{made_for_browsers}.files", tmp_path / "c.db.files")
    yield from served(tmp_path / "c.db")


def served(ledger: Path) -> Iterator[Serving]:
    """A server over a ledger, until it is no longer needed."""
    listening = listening_on(0)
    serving = Serving(held=Held(ledger), port=int(listening.getsockname()[1]), by="R. Ames")
    config = uvicorn.Config(make_app(serving), log_level="error", lifespan="on", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield serving
    server.should_exit = True
    thread.join()


class Visit:
    """A visitor's page, which remembers what went wrong and what was asked of other machines."""

    def __init__(self, context: BrowserContext, serving: Serving) -> None:
        """Comes in by the address that `sayso serve` prints."""
        self.root = serving.address.partition("/?")[0]
        self.troubles: list[str] = []
        self.elsewhere: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda line: self._console(line.type, line.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: self._dialog(dialog.message))
        self.page.on("request", lambda request: self._request(request.url))
        self.page.goto(serving.address)

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.troubles.append(text)

    def _dialog(self, message: str) -> None:
        self.troubles.append(f"a dialog: {message}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.root, "data:", "about:", "blob:")):
            self.elsewhere.append(url)

    def go(self, path: str) -> Page:
        """Opens a page of the site."""
        self.page.goto(self.root + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, serving: Serving) -> Iterator[Callable[..., Visit]]:
    """Opens visits: `visit(width=360, dark=True, script=False)`."""
    made: list[BrowserContext] = []

    def come(*, width: int = 1200, dark: bool = False, script: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light",
            java_script_enabled=script, reduced_motion="reduce",
        )  # fmt: skip
        made.append(context)
        return Visit(context, serving)

    yield come
    for context in made:
        context.close()
