"""A reading with the standing corrections of people put in, and pinned where a newer reader differs. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.model import Mapped, Statement
from sayso.repair.applying import Page, added, corrected
from sayso.repair.corrections import Correction, fits
from sayso.repair.mapping import map_readings
from sayso.repair.nesting import encloses, nested

PLACES = frozenset({"source", "cue", "content"})
Readings = Mapping[str, Sequence[Statement]]


class Repaired(msgspec.Struct, frozen=True, kw_only=True):
    """The statements that are shown, the exact map from the reader's own, and what could not be put in.

    `lines` has every statement that a person touched: from its id in the reading that the correction was
    made on to the id that it has now (None: judged to be no statement), and those that a person added (from
    the id that they had first, where they were corrected since).
    `applied`: the judgements that were put in; `orphans`: (judgement, why) for those that were not.
    """

    statements: tuple[Statement, ...]
    lines: tuple[Mapped, ...]
    applied: tuple[str, ...]
    orphans: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Pins:
    """What people left: for each root its statement before and now (None: none), and what went wrong."""

    before: dict[str, Statement] = field(default_factory=dict)
    now: dict[str, Statement | None] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    readings: dict[str, str] = field(default_factory=dict)
    orphans: list[tuple[str, str]] = field(default_factory=list)


def repaired(page: Page, base: str, readings: Readings, corrections: Sequence[Correction]) -> Repaired:
    """The reading `base` with the corrections put in; `readings` has it and those corrections were made on.

    A statement that a person touched is pinned: it is the one of the reading that its first standing
    correction was made on, with the corrections put in, whatever `base` makes of its place. A statement of
    `base` gives way where all that it stands for in that older reading was touched. The order of the
    corrections is that in which they were made. Without corrections everything is as the reader has it.
    """
    pins = _pins(page, base, readings, corrections)
    statements = readings[base]
    gone = _displaced(base, readings, pins)
    kept = [s for s in statements if s.id not in gone]
    taken = {s.id for s in kept}
    for root, now in list(pins.now.items()):
        if now is None:
            continue
        if now.id in taken:
            kept = [s for s in kept if s.id != now.id]
        taken.add(now.id)
        _put_in(kept, now, root)
    parents = _parents(kept, statements, gone, pins)
    stays = {now.id: _stays(pins, root, readings) for root, now in pins.now.items() if now is not None}
    moved = {pins_id: stays[pins_id] for pins_id in stays if pins_id in pins.moved}
    lost = {judgement for judgement, _ in pins.orphans}
    return Repaired(
        statements=nested(kept, page.publisher, moved, parents) if pins.now else tuple(statements),
        lines=tuple(_lines(pins)),
        applied=tuple(one.judgement for one in corrections if one.judgement not in lost),
        orphans=tuple(pins.orphans),
    )


def _pins(page: Page, base: str, readings: Readings, corrections: Sequence[Correction]) -> _Pins:
    pins = _Pins()
    by_root: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        if not fits(one.given, page.text):
            pins.orphans.append((one.judgement, "its places are not in this text"))
        elif one.root is None:
            _pin_added(page, one, pins)
        else:
            by_root[one.root].append(one)
    for root, every in by_root.items():
        _pin(page, root, every, base, readings, pins)
    return pins


def _pin_added(page: Page, one: Correction, pins: _Pins) -> None:
    statement = added(page, one)
    if statement.id in pins.before:
        pins.orphans.append((one.judgement, "the same statement was added before"))
        return
    pins.before[statement.id] = pins.now[statement.id] = statement
    pins.readings[statement.id] = one.given.reading
    pins.by_hand.add(statement.id)
    pins.moved.add(statement.id)


def _pin(
    page: Page, root: str, every: Sequence[Correction], base: str, readings: Readings, pins: _Pins
) -> None:
    """Pins one statement of a reader, or one that was added."""
    if root not in pins.before:
        name = _holding(root, [*(one.given.reading for one in every), base, *sorted(readings)], readings)
        if name is None:
            pins.orphans += [(one.judgement, "its statement is not there") for one in every]
            return
        pins.before[root] = next(s for s in readings[name] if s.id == root)
        pins.readings[root] = name
    before = pins.before[root]
    if any(one.what == "not-a-statement" for one in every):
        pins.now[root] = None
        return
    now = corrected(page, before, every)
    if not (now.source.spans or now.content.spans or now.cue):
        _refuse(root, every, "nothing of the statement would be printed", pins)
        return
    same = next((r for r, other in pins.now.items() if other and other.id == now.id and r != root), None)
    if same is not None:
        _refuse(root, every, f"it makes the same statement as {same}", pins)
        return
    pins.now[root] = now
    if any(one.what in PLACES for one in every):
        pins.moved.add(now.id)
        pins.moved.discard(root)


def _refuse(root: str, every: Sequence[Correction], why: str, pins: _Pins) -> None:
    """Leaves a statement as it was: as the reader has it, or as it was added."""
    pins.orphans += [(one.judgement, why) for one in every]
    if root not in pins.by_hand:
        del pins.before[root], pins.readings[root]


def _holding(root: str, names: Iterable[str], readings: Readings) -> str | None:
    """The first of these readings that has the statement."""
    return next((name for name in names if any(s.id == root for s in readings.get(name, ()))), None)


def _displaced(base: str, readings: Readings, pins: _Pins) -> dict[str, str]:
    """The statements of the base that give way, each with a touched one that it stands for.

    They give way where all that they stand for in the reading that was corrected was touched.
    """
    gone = {s.id: s.id for s in readings[base] if s.id in pins.before}
    for name in sorted(set(pins.readings.values()) - {base}):
        by_hand = [pins.before[id] for id in sorted(pins.by_hand) if pins.readings[id] == name]
        older = [*readings.get(name, ()), *by_hand]
        befores: dict[str, set[str]] = defaultdict(set)
        for line in map_readings(older, readings[base]):
            if line.before and line.after:
                befores[line.after].add(line.before)
        touched = {root for root, reading in pins.readings.items() if reading == name}
        gone.update({after: min(every) for after, every in befores.items() if every <= touched})
    return gone


def _put_in(kept: list[Statement], now: Statement, root: str) -> None:
    """Puts a pinned statement where it stands in the order of reading."""
    at = next((n for n, s in enumerate(kept) if _place(s) > _place(now)), len(kept))
    kept.insert(at, now)


def _place(s: Statement) -> tuple[int, int]:
    spans = (s.cue.spans if s.cue else ()) or s.content.spans or s.source.spans
    return (spans[0].start, -spans[-1].end) if spans else (0, 0)


def _parents(
    kept: Sequence[Statement], base: Sequence[Statement], gone: Mapping[str, str], pins: _Pins
) -> dict[str, str | None]:
    """What each statement that is shown stood inside, in terms of those that are shown."""
    there = {s.id for s in kept}
    within = {**{s.id: s.within for s in base}, **{root: s.within for root, s in pins.before.items()}}
    now_of = {root: now.id for root, now in pins.now.items() if now}
    root_of = {now: root for root, now in now_of.items()}
    now_of |= {id: now_of[root] for id, root in gone.items() if root in now_of}

    def shown(id: str | None) -> str | None:
        """The statement that is shown for one, or for what was around it."""
        seen: set[str] = set()
        while id is not None and id not in seen:
            seen.add(id)
            if id in now_of:
                return now_of[id]
            if id in there:
                return id
            id = within.get(id)
        return None

    found = {s.id: shown(within.get(root_of.get(s.id, s.id))) for s in kept}
    return {id: None if parent == id else parent for id, parent in found.items()}


def _stays(pins: _Pins, root: str, readings: Readings) -> bool:
    """Whether the reader put a statement inside another for a reason that places do not show."""
    before = pins.before[root]
    around = next(
        (s for s in readings.get(pins.readings[root], ()) if s.id == before.within), None
    )  # fmt: skip
    return around is not None and not encloses(around, before)


def _lines(pins: _Pins) -> Iterable[Mapped]:
    for root, now in pins.now.items():
        if root not in pins.before:
            continue
        if now is None:
            yield Mapped(kind="dropped", before=root, after=None)
        elif root in pins.by_hand:
            yield Mapped(kind="added", before=None if now.id == root else root, after=now.id)
        else:
            yield Mapped(kind="changed", before=root, after=now.id)
