"""Benches that print and judge for themselves: run by their `main()`, their figures taken from `--json`."""

import contextlib
import importlib
import io
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.table import Outcome, Row, Skipped, Table

TITLES = {
    "times": "Times: found and placed on the calendar",
    "factuality": "Factuality: how sure, beside always saying that it happened",
    "factuality_cues": "Cues: found by the lexicon alone",
    "sources": "Sources: whom “he” and “the ministry” stand for, beside the last name",
}
DATA = {
    "times": "WikiWars (even documents for development, odd for the figure), GUM Wikinews, SCATE phrases.",
    "factuality": "Development parts of UW, MEANTIME, UDS-IH2: Pearson’s r, mean absolute error on −3 … 3.",
    "factuality_cues": "PolNeAR dev and the first half of MPQA.",
    "sources": "GUM Wikinews and the first half of MPQA.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a bench printed, its exit code (1: below a floor), and its figures; None where it had no data."""

    printed: str
    code: int
    figures: dict[str, Any] | None


def run(name: str) -> Ran:
    """Runs `bench.read.NAME`; its own errors are raised."""
    module = importlib.import_module(f"bench.read.{name}")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "figures.json")
        printed = io.StringIO()
        quiet = contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed)
        with _arguments(name, "--json", str(out)), quiet[0], quiet[1]:
            code = module.main()
        figures = json.loads(out.read_text(encoding="utf-8")) if out.exists() else None
    return Ran(printed=printed.getvalue().strip(), code=code, figures=figures)


def measure(name: str) -> list[Outcome]:
    """The figures of `bench.read.NAME` as a table."""
    ran = run(name)
    if ran.figures is None:
        return [Skipped(name=name, why=ran.printed or "skipped")]
    rows: list[Row] = [{"figure": key, "value": value} for key, value in flat(ran.figures)]
    return [Table(name=name, title=TITLES[name], data=DATA[name], rows=rows)]


def flat(figures: dict[str, Any], before: str = "") -> Iterator[tuple[str, float | int | str]]:
    """Nested figures as "outer inner" and value, in their order."""
    for key, value in figures.items():
        name = f"{before} {key}".strip()
        if isinstance(value, dict):
            yield from flat(value, name)
        else:
            yield name, value


@contextlib.contextmanager
def _arguments(*given: str) -> Iterator[None]:
    kept, sys.argv = sys.argv, list(given)
    try:
        yield
    finally:
        sys.argv = kept
