"""What judgements made on an earlier reading are about now: carried by the map, or orphaned and listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model import Judgement, Orphan, Proposition, Spans, touches
from sayso.pipeline.correcting import orphaned
from sayso.repair.corrections import MATTERS, correction_of
from sayso.repair.mapping import map_readings
from sayso.store.rows import ReadingRow
from sayso.store.store import Store

GONE = "its statement is not in what is shown of its document, and nothing stands in its place"
UNCLEAR = "what it says cannot be understood"
UNKNOWN = "what it is about is not in this ledger"
OTHER_TEXT = "the page was captured again with another text; it was decided on the earlier one"


def current_targets(store: Store, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each id that a judgement may name, the ids that it stands for in what is shown now.

    A statement or proposition that is shown is itself: `(id,)`. One of an earlier reading of the same text
    is carried through the map between the readings: the statements that stand in its place, or of these
    the propositions that share most of its words; several where it was split. () where nothing stands in
    its place: whoever hangs on it is orphaned. What is carried (the answer is not `(id,)`) is to be shown
    so: "made on an earlier reading". A document is itself while it is there; the text of another version
    is another document, and nothing is carried from one to the other. Names and other ids stay themselves.
    """
    return {id: tuple(_now(store, id)) for id in dict.fromkeys(ids)}


def orphans(store: Store) -> tuple[Orphan, ...]:
    """The standing judgements that a person must look at again, each with why, in the order of their making.

    A correction that could not be put in, a target that nothing stands for any more, a page whose text
    changed since. None of them is moved by itself.
    """
    return tuple(one for judgement in store.judgements() if (one := _orphan(store, judgement)))


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


def _orphan(store: Store, judgement: Judgement) -> Orphan | None:
    """The judgement with why it must be looked at again; None where it stands as it was made."""
    documents = [t for t in judgement.targets if t.startswith("d:")]
    things = [t for t in judgement.targets if t.startswith(("s:", "p:"))]
    why = _of_reading(store, judgement, documents) if documents else _of_things(store, things)
    if why:
        return Orphan(judgement=judgement, why=why[0], document=why[1])
    for document in documents or [d for t in things if (d := _document_of(store, t))]:
        later = _later_version(store, document)
        if later:
            return Orphan(judgement=judgement, why=OTHER_TEXT, document=later)
    return None


Reason = tuple[str, str | None]


def _of_reading(store: Store, judgement: Judgement, documents: Sequence[str]) -> Reason | None:
    """Why a judgement that names its document does not hold, and the document."""
    if not store.documents_listed(documents):
        return UNKNOWN, None
    if judgement.what in MATTERS and correction_of(judgement) is None:
        return UNCLEAR, documents[0]
    found = ((why, d) for d in documents for id, why in orphaned(store, d) if id == judgement.id)
    return next(found, None)


def _of_things(store: Store, things: Sequence[str]) -> Reason | None:
    """Why a judgement on statements or propositions does not hold, and their document."""
    gone = (id for id, now in current_targets(store, things).items() if not now)
    found = (
        (GONE if document else UNKNOWN, document) for document in (_document_of(store, id) for id in gone)
    )
    return next(found, None)


def _document_of(store: Store, id: str) -> str | None:
    statement = store.statement_of(id) if id.startswith("p:") else id
    rows = store.readings_holding(statement) if statement else ()
    return rows[-1].document if rows else None


def _later_version(store: Store, document: str) -> str | None:
    """The last captured text of the page that a document is of, where it is another one and later."""
    kept = store.kept(document)
    if kept is None or kept.series is None:
        return None
    last = store.versions(kept.series)[-1].document
    return last.id if last.text_sha256 != kept.document.text_sha256 else None
