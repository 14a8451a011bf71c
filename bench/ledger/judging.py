"""How long a judgement takes on a large ledger: made, revoked, listed, handed on.

KCNA's stories of 2011 under $SAYSO_DATA, read by rules; `SAYSO_JUDGED=3000` (the default) says how many.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.corpora import corpus, why_missing
from bench.ledger.speed import STORIES, stories_of, timed
from bench.table import Outcome, Row, Skipped, Table
from sayso.pipeline.ledger import Ledger
from sayso.pipeline.querying import ClaimQuery

NAME = "judging"
SIZE = "3000"
PASSES = 5
SIGNED = {"by": "R. Ames", "why": "the desk compared them"}
EVIDENCE = {
    "kind": "customs", "reference": "table 4", "stance": "supports", "strength": "weak",
    "text": "Six crates.",
}  # fmt: skip


def measure() -> list[Outcome]:
    """One row a matter: seconds to judge and to revoke, with every claim that it touches made anew."""
    path = corpus(STORIES)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(STORIES))]
    size = int(os.environ.get("SAYSO_JUDGED", SIZE))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "stories.jsonl")
        source.write_text("\n".join(stories_of(path, size)), encoding="utf-8")
        with Ledger(str(Path(folder, "kcna.db"))) as held:
            list(held.add(str(source), rules=True, workers=1))
            rows = rows_of(held)
    data = f"KCNA, the first {size} stories of 2011, read by rules; the claims in most documents."
    notes = (f"In process, warm; the median of {PASSES}. `list`, `export`, `replay`: all that was decided.",)
    return [Table(name=NAME, title="Judging on a large ledger", data=data, rows=rows, notes=notes)]


def rows_of(held: Ledger) -> list[Row]:
    """The rows: each matter on the claims in most documents, then what concerns all judgements."""
    claims = held.claims(ClaimQuery(limit=2 * PASSES)).claims
    pairs = list(zip(claims[::2], claims[1::2], strict=True))
    names = [source.name for source in held.sources(limit=PASSES)]
    calls: Mapping[str, Sequence[tuple[tuple[str, ...], Mapping[str, Any]]]] = {
        "same": [((a.id, b.id), {}) for a, b in pairs],
        "not-same": [((a.id, a.statements[-1].proposition), {}) for a, _ in pairs],
        "stance": [((b.statements[0].proposition, a.id), {"stance": "denies"}) for a, b in pairs],
        "origin": [((a.statements[-1].id,), {"origin": "own"}) for a, _ in pairs],
        "kind": [((name,), {"kind": "organization"}) for name in names],
        "outcome": [((a.id,), {"outcome": "holds"}) for a, _ in pairs],
        "evidence": [((a.id,), EVIDENCE) for a, _ in pairs],
    }
    rows = [_row(held, what, asked) for what, asked in calls.items()]
    for name, act in (("list", held.judgements), ("export", held.export_judgements)):
        rows.append({"what": name, "judge s": round(timed(act), 3), "revoke s": None})
    export = held.export_judgements()
    rows.append({"what": "replay", "judge s": round(timed(lambda: held.replay(export)), 3), "revoke s": None})
    return rows


def _row(held: Ledger, what: str, asked: Sequence[tuple[tuple[str, ...], Mapping[str, Any]]]) -> Row:
    made: list[float] = []
    taken: list[float] = []
    for targets, value in asked:
        start = perf_counter()
        id = held.judge(what, targets, value, **SIGNED).id
        made.append(perf_counter() - start)
        taken.append(timed(partial(held.revoke, id, **SIGNED)))
    return {"what": what, "judge s": round(median(made), 3), "revoke s": round(median(taken), 3)}
