"""Takes the pictures of the pages in the README: `python -m docs.screenshots`.

Reads the example reports into a ledger, serves it and looks at it with Chromium (CHROMIUM=/path where that
is not on the path).
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from sayso.pipeline import ClaimQuery, Ledger
from sayso.web.app import make_app
from sayso.web.holding import Held
from sayso.web.running import listening_on
from sayso.web.serving import Serving

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "images"
SIZE = {"width": 1180, "height": 860}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Writes the pictures anew."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("no Chromium: install it, or say CHROMIUM=/path")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sarvane.db")
        with Ledger(path) as ledger:
            for _ in ledger.add(str(ROOT / "examples" / "sarvane")):
                pass
            shots = _shots(ledger)
        with served(path) as address, sync_playwright() as driver:
            opened = driver.chromium.launch(executable_path=browser, args=FLAGS)
            for name, (place, scheme) in shots.items():
                page = opened.new_page(viewport=SIZE, color_scheme=scheme)
                page.goto(address)
                page.goto(address.partition("/?")[0] + place)
                page.screenshot(path=FOLDER / f"{name}.png")
                print(f"wrote {name}.png")
            opened.close()


def _shots(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """What is looked at, and in which light: the claim of most documents, the reader, what changed."""
    claim = ledger.claims(ClaimQuery(limit=1), weighed=False).claims[0]
    return {
        "pages-start": ("/?since=2031-02-01&by=published", "light"),
        "pages-claim": (f"/claims/{claim.id}", "light"),
        "pages-promises": ("/expectations", "dark"),
        "pages-reader": (f"/documents/{claim.statements[0].document}", "dark"),
    }


@contextmanager
def served(path: Path) -> Iterator[str]:
    """A server over the ledger; its address."""
    listening = listening_on(0)
    serving = Serving(held=Held(path), port=int(listening.getsockname()[1]))
    server = uvicorn.Server(uvicorn.Config(make_app(serving), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield serving.address
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
