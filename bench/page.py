"""docs/benchmarks.json and the page made from it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.corpora import ROOT
from bench.machine import words
from bench.table import Outcome, Table, markdown

FIGURES = ROOT / "docs" / "benchmarks.json"
PAGE = ROOT / "docs" / "explanation" / "figures.md"
HEAD = """# Figures: how good, how fast

Made by `python -m bench --write` from `docs/benchmarks.json`; not written by hand.
Shares lie between 0 and 1. The public corpora are not part of the project: without them, only what
is measured on the project's own documents can be measured again.
"""


def as_json(outcomes: Iterable[Outcome], machine: Mapping[str, object]) -> list[dict[str, Any]]:
    """The tables as they are stored, each with its machine; what was skipped or is private is not."""
    return [
        {"name": one.name, "title": one.title, "data": one.data, "machine": dict(machine),
         "rows": one.rows, "notes": list(one.notes)}
        for one in outcomes if isinstance(one, Table)
    ]  # fmt: skip


def merged(
    old: Iterable[dict[str, Any]], new: Iterable[dict[str, Any]], order: Iterable[str]
) -> list[dict[str, Any]]:
    """Old tables with the new ones in their place, in the order of the benches."""
    places = {name: n for n, name in enumerate(order)}
    fresh = list(new)
    ran = {bench_of(table["name"], places) for table in fresh}
    kept = [table for table in old if bench_of(table["name"], places) not in ran]
    return sorted([*kept, *fresh], key=lambda table: places.get(bench_of(table["name"], places), len(places)))


def bench_of(table: str, benches: Iterable[str]) -> str:
    """The bench that a table is of."""
    return table if table in set(benches) else table.split(" ")[0]


def page(tables: Iterable[dict[str, Any]]) -> str:
    """The Markdown page: each table with the machine that it was measured on."""
    parts = [HEAD]
    for stored in tables:
        notes = (*stored["notes"], f"Measured on {words(stored['machine'])}.")
        told = {field: stored[field] for field in ("name", "title", "data", "rows")}
        parts.append(markdown(Table(**told, notes=notes)))
    return "\n".join(parts)


def write(outcomes: Iterable[Outcome], machine: Mapping[str, object], order: Iterable[str]) -> list[Path]:
    """Stores the tables beside those of benches that did not run, and makes the page anew."""
    old = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else []
    tables = merged(old, as_json(outcomes, machine), order)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(tables, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(tables), encoding="utf-8")
    return [FIGURES, PAGE]
