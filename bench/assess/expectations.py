"""Expectations: found with the right window, how they stand on four days, what was found and is none.

Gold by hand (`tests/gold/expectations`): one set of the example corpus, one of ten reports with traps. An
expectation is found where one of the program's is told in the same words; extra ones for the same words count
as false.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.table import Outcome, Row, Table
from sayso.model import Expectation
from sayso.pipeline.ledger import Ledger
from sayso.pipeline.promises import ExpectationQuery
from tests.gold_expectations import CORPORA, GoldExpectations, Place, load

NAME = "expectations"
NOTES = (
    "found: told in the same words; window: found with both ends right; status: on four days, of all.",
    "false: found, told in no words of gold, or a second one for the same; of all that were found.",
)
Found = dict[str, tuple[Expectation, tuple[Place, ...]]]


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one corpus, and what was wrong, a line each."""

    asked: int
    found: int
    windows: int
    days: int
    right_days: int
    all: int
    false: int
    faults: tuple[str, ...] = ()


def measure() -> list[Outcome]:
    """A row for each corpus, and one for all."""
    found = rows()
    data = f"{found[-1]['asked']} expectations in {len(CORPORA)} invented corpora, by hand."
    return [Table(name=NAME, title="Promises, schedules and forecasts", data=data, rows=found, notes=NOTES)]


def rows() -> list[Row]:
    """The figures of each corpus, and of all."""
    scores = {name: scored(load(name)) for name in CORPORA}
    return [*(row(name, one) for name, one in scores.items()), row("all", summed(list(scores.values())))]


def row(name: str, found: Scores) -> Row:
    """The figures of one corpus."""
    return {
        "texts": name, "asked": found.asked, "found": found.found / found.asked,
        "window": found.windows / found.asked, "status": found.right_days / found.days,
        "false": found.false / max(1, found.all),
    }  # fmt: skip


def summed(parts: Sequence[Scores]) -> Scores:
    """The counts of several corpora together."""
    names = ("asked", "found", "windows", "days", "right_days", "all", "false")
    return Scores(**{name: sum(getattr(part, name) for part in parts) for name in names})


def scored(truth: GoldExpectations) -> Scores:
    """Adds the corpus to a ledger of its own, and compares what it says on each of the four days."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "a.db") as ledger:
        list(ledger.add(*(str(path) for path in sorted(truth.folder.glob("*.md"))), workers=1))
        days = [found_on(ledger, day) for day in truth.dates]
        late = found_on(ledger, "2039-12-31")
    return compared(truth, days, late)


def found_on(ledger: Ledger, day: str) -> Found:
    """What the ledger expects on a day, by id, each with the places where it is told."""
    rows = ledger.expectations(ExpectationQuery(as_of=day, limit=0)).expectations
    names = {document.id: Path(document.input).stem[:4] for document in ledger.documents()}
    statements = {s.id: s for document in names for s in ledger.statements(document)}
    found: Found = {}
    for one in rows:
        places = []
        for told in one.told:
            for part in statements[told.statement].propositions:
                if part.id == told.proposition:
                    places += [Place(document=names[told.document], start=a, end=b) for a, b in part.spans]
        found[one.id] = (one, tuple(places))
    return found


def compared(truth: GoldExpectations, days: Sequence[Found], late: Found) -> Scores:
    """Counts what is right."""
    faults: list[str] = []
    found = windows = right = wrong_days = 0
    used: set[str] = set()
    for wanted in truth.expectations:
        ids = [id for id, (_, places) in late.items() if _meet(places, wanted.said)]
        best = next((id for id in ids if (late[id][0].due_from, late[id][0].due_to) in wanted.windows), None)
        chosen = best or (ids[0] if ids else None)
        found, windows = found + bool(chosen), windows + bool(best)
        if not best:
            said = f"{late[chosen][0].due_from} to {late[chosen][0].due_to}" if chosen else "not found"
            faults.append(f"{truth.name} {wanted.name}: window {said}")
        used.update([chosen] if chosen else [])
        for day, status in enumerate(wanted.status):
            stands = days[day][chosen][0].status if chosen and chosen in days[day] else "-"
            right += stands in status
            wrong_days += stands not in status
            if chosen and stands not in status:
                faults.append(
                    f"{truth.name} {wanted.name}: {stands} on {truth.dates[day]}, not {'/'.join(status)}"
                )
    false = [id for id in late if id not in used and not _meet(late[id][1], truth.also)]
    faults += [f"{truth.name} false: {late[id][0].gist[:90]}" for id in false]
    return Scores(
        asked=len(truth.expectations), found=found, windows=windows, days=right + wrong_days,
        right_days=right, all=len(late), false=len(false), faults=tuple(faults),
    )  # fmt: skip


def _meet(places: Sequence[Place], others: Sequence[Place]) -> bool:
    return any(
        a.document == b.document and max(a.start, b.start) < min(a.end, b.end) for a in places for b in others
    )


def main() -> None:
    """Prints every fault: `python -m bench.assess.expectations`."""
    import sys

    for name in CORPORA:
        for fault in scored(load(name)).faults:
            sys.stdout.write(fault + "\n")


if __name__ == "__main__":
    main()
