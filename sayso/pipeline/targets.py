"""What a judgement made on an earlier reading is about now: carried by the map between readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model import Proposition, Spans, touches
from sayso.repair.mapping import map_readings
from sayso.store.rows import ReadingRow
from sayso.store.store import Store


def current_targets(store: Store, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each id that a judgement may name, the ids that it stands for in what is shown now.

    A statement or proposition that is shown is itself: `(id,)`. One of an earlier reading of the same text
    is carried through the map between the readings: the statements that stand in its place, or of these
    the propositions that share most of its words; several where it was split. () where nothing stands in
    its place: whoever hangs on it is orphaned. What is carried (the answer is not `(id,)`) is to be shown
    so: "made on an earlier reading". A document is itself while it is there; the text of another version
    is another document, and nothing is carried from one to the other. Names and other ids stay themselves.
    """
    every = tuple(dict.fromkeys(ids))
    there = store.among_shown(every)
    return {id: (id,) if id in there else tuple(_now(store, id)) for id in every}


def _now(store: Store, id: str) -> Sequence[str]:
    if id.startswith("p:"):
        statement = store.statement_of(id)
        return _propositions(store, id, statement) if statement else ()
    if id.startswith("s:"):
        return _statements(store, id)
    if id.startswith("d:"):
        return (id,) if store.documents_listed([id]) else ()
    return (id,)


def _statements(store: Store, id: str) -> Sequence[str]:
    rows = store.readings_holding(id)
    if not rows:
        return ()
    document = rows[0].document
    shown = store.shown(document)
    there = {s.id for s in store.statements(document)}
    if shown is None or id in there:
        return (id,) if id in there else ()
    pins = _pins(store, document, shown.base, shown.reading)
    if id in pins:
        return pins[id]
    row = next((row for row in reversed(rows) if row.base is None), rows[-1])
    found: dict[str, None] = {}
    for before in _as_read(store, id, row):
        steps = _steps(store, document, before, row.base or row.reading, shown.base)
        found.update(dict.fromkeys(now for step in steps for now in pins.get(step, (step,))))
    return [now for now in found if now in there]


def _pins(store: Store, document: str, base: str, reading: str) -> Mapping[str, Sequence[str]]:
    """What people touched in the reading that is shown: from the id before to that of now, or to nothing."""
    lines = store.reading_map(document, base, reading) if base != reading else ()
    return {line.before: (line.after,) if line.after else () for line in lines if line.before}


def _as_read(store: Store, id: str, row: ReadingRow) -> Iterator[str]:
    """The statement as a reader read it: itself, or what a correction made it of."""
    if row.base is None:
        yield id
        return
    for line in store.reading_map(row.document, row.base, row.reading):
        if line.after == id and line.before:
            yield line.before


def _steps(store: Store, document: str, id: str, older: str, newer: str) -> Iterator[str]:
    """From a statement of one reading by a reader to those that stand in its place in another."""
    if older == newer:
        yield id
        return
    sides = [store.statements(document, name) for name in (older, newer)]
    for line in map_readings(*sides):
        if line.before == id and line.after:
            yield line.after


def _propositions(store: Store, id: str, statement: str) -> Sequence[str]:
    old = _clause(store, id, statement)
    found: list[str] = []
    for target in store.statements_by_id(_statements(store, statement)).values():
        best = max(target.propositions, key=lambda part: _rank(old, part), default=None)
        if best is not None and touches(best.spans, old.spans):
            found.append(best.id)
    return found


def _clause(store: Store, id: str, statement: str) -> Proposition:
    """A proposition as the newest reading that parts its statement so has it."""
    parts = (
        part
        for row in reversed(store.readings_holding(statement))
        for s in store.statements(row.document, row.reading)
        for part in s.propositions
    )
    return next(part for part in parts if part.id == id)


def _rank(old: Proposition, part: Proposition) -> tuple[bool, int, str]:
    return part.id == old.id, _shared(old.spans, part.spans), part.id


def _shared(left: Spans, right: Spans) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
