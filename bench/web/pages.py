"""Pages of a large ledger, twenty readers at once; the weight of the start page; the time to begin.

KCNA's stories of 2011 under $SAYSO_DATA (`SAYSO_STORIES=10000` says how many), added here unless
`SAYSO_LEDGER` names a ledger that is ready.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import httpx

from bench.corpora import corpus, why_missing
from bench.ledger.speed import STORIES, WORKERS, stories_of
from bench.table import Outcome, Row, Skipped, Table
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.promises import ExpectationQuery

NAME = "pages"
READERS, EACH = 20, 10
DOCUMENTS = "10000"
KILO = 1_000
NOTES = (
    f"{READERS} readers at once, each asks {EACH} times for the same page, over loopback, on the cores of"
    " the server; whole answers, by the clock.",
    "First: the first time anybody asks, alone. What costs much is then kept until the ledger changes.",
)


def measure() -> list[Outcome]:
    """One row a page, and one of the beginning."""
    ready = os.environ.get("SAYSO_LEDGER")
    if ready:
        return [_measured(Path(ready))]
    path = corpus(STORIES)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(STORIES))]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "stories.jsonl")
        file.write_text("\n".join(stories_of(path, int(os.environ.get("SAYSO_STORIES", DOCUMENTS)))), "utf-8")
        with Ledger(Path(folder, "ledger.db")) as ledger:
            for _ in ledger.add(str(file), workers=WORKERS):
                pass
        return [_measured(Path(folder, "ledger.db"))]


def _measured(ledger: Path) -> Table:
    with Ledger(ledger, read_only=True) as held:
        documents, claims = held.count_documents(), held.count_claims()
        paths = _paths(held)
    began = perf_counter()
    with _served(ledger) as address:
        rows, weight = asyncio.run(_rows(address, paths, began))
    data = f"A ledger of {documents:,} documents and {claims:,} claims."
    heavy = f"The start page weighs {weight / KILO:.0f} kB with style sheet, script and icon."
    return Table(name=NAME, title="The pages", data=data, rows=rows, notes=(heavy, *NOTES))


def _paths(ledger: Ledger) -> dict[str, str]:
    """One of each kind of page: of claims the one in most documents, of sources the one that says most."""
    claim = ledger.claims(ClaimQuery(limit=1), weighed=False).claims[0]
    source = ledger.sources(limit=1)[0]
    due = ledger.expectations(ExpectationQuery(limit=1)).total
    return {
        "start": "/", "documents": "/documents", "reader": f"/documents/{claim.statements[0].document}",
        "claims": "/claims", "claim": f"/claims/{claim.id}", "sources": "/sources",
        "source": f"/sources/{source.id}", f"promises ({due:,})": "/expectations", "timeline": "/timeline",
        "search": "/search?q=factory", "review": "/review", "log": "/log", "check": "/check",
        "/api/claims": "/api/claims",
    }  # fmt: skip


@contextmanager
def _served(ledger: Path) -> Iterator[str]:
    """`sayso serve` in a process of its own: its address with the key."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--no-open", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = (re.search(r"http://\S+", line) for line in server.stdout)
            yield next(match[0] for match in found if match)
        finally:
            server.terminate()


async def _rows(address: str, paths: dict[str, str], began: float) -> tuple[list[Row], int]:
    async with httpx.AsyncClient(
        base_url=address.partition("/?")[0], follow_redirects=True, timeout=120
    ) as client:
        start = (await client.get(address)).text
        rows: list[Row] = [_row("sayso serve, to its first page", [perf_counter() - began], None, 0)]
        weight = len(start.encode())
        for asset in re.findall(r'(?:href|src)="(/static/[^"]+)"', start):
            weight += len((await client.get(asset)).content)
        for name, path in paths.items():
            rows.append(await _page(client, name, path))
    return rows, weight


async def _page(client: httpx.AsyncClient, name: str, path: str) -> Row:
    began = perf_counter()
    answer = await client.get(path)
    first = perf_counter() - began
    answer.raise_for_status()
    seconds: list[float] = []

    async def reader() -> None:
        for _ in range(EACH):
            asked = perf_counter()
            (await client.get(path)).raise_for_status()
            seconds.append(perf_counter() - asked)

    await asyncio.gather(*(reader() for _ in range(READERS)))
    return _row(name, seconds, first, len(answer.content))


def _row(name: str, seconds: list[float], first: float | None, size: int) -> Row:
    """Milliseconds: half of the answers come within p50, nineteen of twenty within p95."""
    cut = quantiles(seconds, n=20) if len(seconds) > 1 else [seconds[0]] * 19
    return {
        "page": name, "p50, ms": round(cut[9] * 1e3), "p95, ms": round(cut[18] * 1e3),
        "first, ms": round(first * 1e3) if first is not None else None, "kB": round(size / KILO) or None,
    }  # fmt: skip
