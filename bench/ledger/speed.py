"""A state agency's year into one ledger: documents a second, growth, and how fast the ledger answers.

KCNA's stories of 2011 under $SAYSO_DATA; `SAYSO_STORIES=1000,3000` (the default) says how many.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.corpora import corpus, why_missing
from bench.table import Cell, Outcome, Row, Skipped, Table
from sayso.pipeline.ledger import Ledger

NAME = "ledger-speed"
STORIES = "kcna/kcna_2011_stories.jsonl.gz"
SIZES = "1000,3000"
PASSES, WORKERS = 9, 2
DAY = re.compile(r"/(\d{4}-\d\d-\d\d)")
ONE = "The Foreign Ministry said on Monday that talks would resume, number {}. It denied that a dam broke."
NOTES = (
    f"Added by {WORKERS} workers, ledger and originals on disk, fsync after each document.",
    f"Answers in process, warm: the median of {PASSES}; adding one: the median of 3, the network loaded.",
)


def measure() -> list[Outcome]:
    """One row a size; the growth between neighbours as a note."""
    path = corpus(STORIES)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(STORIES))]
    sizes = sorted(int(size) for size in os.environ.get("SAYSO_STORIES", SIZES).split(","))
    stories = stories_of(path, sizes[-1])
    rows = [row(stories[:size]) for size in sizes]
    powers = [
        f"{a['documents']} to {b['documents']}: {growth(a, b):.2f} ({growth(a, b, 'CPU seconds'):.2f} of CPU)"
        for a, b in pairwise(rows)
    ]
    grown = f"Time grows with this power of the number of documents, {'; '.join(powers) or 'one size only'}."
    data = f"KCNA, the first {sizes[-1]} stories of 2011 of the file, each on the day in its address."
    return [Table(name=NAME, title="A ledger of many stories", data=data, rows=rows, notes=(grown, *NOTES))]


def stories_of(path: Path, most: int) -> list[str]:
    """The first stories as lines of JSON, paragraphs put back.

    The data give every story the day 1970-01-01; its own day stands in its address.
    """
    found: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = json.loads(line)
            if told["story"] and len(found) < most:
                text = told["story"].replace(", ,  ", "\n\n")
                made = {"id": str(number), "text": text, "publisher": "KCNA", "published": day_of(told)}
                found.append(json.dumps(made))
    return found


def day_of(told: Mapping[str, str]) -> str | None:
    """The day of a story, as its address has it; None for none."""
    found = DAY.search(told.get("index.link") or "")
    return found[1] if found else None


def row(stories: Sequence[str]) -> Row:
    """Adds the stories to a new ledger, and asks it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "stories.jsonl")
        source.write_text("\n".join(stories), encoding="utf-8")
        with Ledger(str(Path(folder, "kcna.db"))) as held:
            before = processor_seconds()
            seconds = timed(lambda: sum(1 for _ in held.add(str(source), workers=WORKERS)))
            spent = processor_seconds() - before
            claim = held.claims().claims[0].id
            return {
                "documents": len(stories),
                "seconds": round(seconds, 1),
                "documents/s": round(len(stories) / seconds, 2),
                "CPU seconds": round(spent, 1),
                "claims": held.count_claims(),
                "claims page ms": milliseconds(held.claims),
                "claim ID ms": milliseconds(lambda: held.claim_view(claim)),
                "search ms": milliseconds(lambda: held.search("rice harvest")),
                "add one s": round(adding_one(held, Path(folder)), 3),
            }


def adding_one(held: Ledger, folder: Path) -> float:
    """Seconds to add one more document, the median of three; one goes before, which loads the network."""
    spent: list[float] = []
    for number in range(4):
        path = folder / f"one-{number}.txt"
        path.write_text(ONE.format(number), encoding="utf-8")
        start = perf_counter()
        list(held.add(str(path), publisher="A", published="2012-01-05"))
        spent.append(perf_counter() - start)
    return median(spent[1:])


def timed(act: Callable[[], object]) -> float:
    """Seconds by the clock."""
    start = perf_counter()
    act()
    return perf_counter() - start


def milliseconds(act: Callable[[], object]) -> float:
    """The median of several passes."""
    return round(1000 * median(timed(act) for _ in range(PASSES)), 2)


def processor_seconds() -> float:
    """What this process and its ended children have spent on the processors."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def growth(a: Mapping[str, Cell], b: Mapping[str, Cell], of: str = "seconds") -> float:
    """The power with which seconds grow from `a` to `b`."""
    times, counts = (
        float(b[of] or 1) / float(a[of] or 1),
        float(b["documents"] or 1) / float(a["documents"] or 1),
    )
    return math.log(times) / math.log(counts)
