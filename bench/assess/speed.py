"""How fast claims are weighed, and how that grows: made cases of ten statements each, one process.

`python -m bench.assess.speed`; `SAYSO_CASES=10000,100000` (the default) says how many.
"""

from __future__ import annotations

import math
import os
from itertools import pairwise
from random import Random
from time import perf_counter, process_time
from typing import get_args

from bench.table import Outcome, Row, Table, plain
from sayso.assess.assessing import assess_all
from sayso.assess.case import Case, FirstHand, Side, Voice
from sayso.model import Certainty, Record, SourceKind

NAME = "assess-speed"
SIZES = "10000,100000"
STATEMENTS = 10  # a case
SOURCES = 2000
PORTION = 5000  # cases that are there at once, as a ledger would hand them over
HANDS: tuple[FirstHand, ...] = ("", "", "named", "self", "contact", "direct")
HEDGES: tuple[Certainty, ...] = ("CT", "CT", "CT", "PR", "PS", "U")
NOTE = (
    "Lines, sentences, each origin left out and the band included; making the cases is not. One process, one"
    " thread."
)


def measure() -> list[Outcome]:
    """One row a size, with the power of growth between neighbours as a note."""
    sizes = sorted(int(size) for size in os.environ.get("SAYSO_CASES", SIZES).split(","))
    rows = [row(size) for size in sizes]
    grown = "; ".join(f"{a['claims']} to {b['claims']}: {growth(a, b):.2f}" for a, b in pairwise(rows))
    notes = (f"Time grows with this power of the number of claims, {grown or 'one size only'}.", NOTE)
    data = f"Made cases, {STATEMENTS} statements each, {SOURCES} sources, half of them with a record."
    return [Table(name=NAME, title="Weighing many claims", data=data, rows=rows, notes=notes)]


def row(size: int) -> Row:
    """Weighs so many cases in portions."""
    random, known = Random(7), records()
    seconds, used, lines = 0.0, 0.0, 0
    for start in range(0, size, PORTION):
        portion = [made(random, start + at) for at in range(min(PORTION, size - start))]
        began, cpu = perf_counter(), process_time()
        lines += sum(len(found.lines) for found in assess_all(portion, known))
        seconds, used = seconds + perf_counter() - began, used + process_time() - cpu
    return {
        "claims": size,
        "statements": size * STATEMENTS,
        "seconds": round(seconds, 1),
        "CPU-seconds": round(used, 1),
        "claims/s": round(size / seconds),
        "lines": lines,
    }


def growth(a: Row, b: Row) -> float:
    """With which power of the number of claims the CPU time grows between two rows."""
    return math.log(_number(b, "CPU-seconds") / _number(a, "CPU-seconds")) / math.log(
        _number(b, "claims") / _number(a, "claims")
    )


def _number(row: Row, name: str) -> float:
    return max(1e-3, float(row[name] or 0))


def records() -> dict[str, Record]:
    """Records of every second source."""
    return {
        f"source {at}": Record(
            source=f"source {at}", kind="media", right=at % 17, wrong=5, band=(0.4, 0.9), prior=False,
            accuracy=(at % 17 + 6) / (at % 17 + 15),
        )
        for at in range(0, SOURCES, 2)
    }  # fmt: skip


def made(random: Random, number: int) -> Case:
    """A case of ten statements: one to four origins, of which one may deny and one may have no lineage."""
    voices = [_voice(random, f"{number}/{at}") for at in range(STATEMENTS)]
    cuts = sorted(random.sample(range(1, STATEMENTS), random.randint(0, 3)))
    parts = [tuple(voices[a:b]) for a, b in pairwise([0, *cuts, STATEMENTS])]
    sides = [_side(random, part) for part in parts]
    denial = tuple(sides[2:3])
    loose = [Side(origin="no recorded origin", recorded=False, voices=sides[3].voices)] if sides[3:] else []
    return Case(claim=f"c:{number}", support=(*sides[:2], *loose), denial=denial)


def _side(random: Random, voices: tuple[Voice, ...]) -> Side:
    name = f"source {random.randrange(SOURCES)}"
    return Side(origin=name, key=name, source=name, voices=voices)


def _voice(random: Random, id: str) -> Voice:
    return Voice(
        statement=f"s:{id}", document=f"d:{id}", kind=random.choice(get_args(SourceKind)),
        anonymous=random.random() < 0.3, hedge=random.choice(HEDGES), depth=random.choice((0, 0, 1, 2)),
        first_hand=random.choice(HANDS), specific=random.choice(((), ("number",), ("number", "day"))),
        hearsay=random.random() < 0.1, derived=random.random() < 0.3, interested=random.random() < 0.5,
    )  # fmt: skip


if __name__ == "__main__":
    for outcome in measure():
        if isinstance(outcome, Table):
            print(plain(outcome))
