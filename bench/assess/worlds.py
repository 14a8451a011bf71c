"""Worlds in which it is known what holds and who had it from whom: origins weighed, beside votes and peers.

Drawn, not written: claims that hold or do not, sources of some accuracy, copies that are seen or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from bench.assess.peers import PEERS
from bench.assess.scoring import brier_of, draw, ece_of
from bench.table import Outcome, Row, Table
from sayso.assess.learning import infer
from sayso.assess.lineage import Line, Lineage, own_reports, with_records
from sayso.assess.records import FEWEST
from sayso.assess.report import Report
from sayso.assess.told import Told

NAME = "weighing-worlds"
SEEDS, CLAIMS, SOURCES, RESOLVED = 40, 150, 40, 0.2
FLOODED = 20
PEER_SEEDS = 5  # ACCUCOPY is slow
Pairs = list[tuple[float, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a world is drawn: reports of its own a claim, copies, how many of these are seen, weak favourites.

    `marked`: how many reports of their own say so; `weak`: how many sources are right in .35 only;
    `favoured`: copies are of the weak; `flood`: a weak source's report is copied so often without credit.
    """

    own: tuple[int, int]
    copies: tuple[int, int]
    seen: float
    marked: float = 0.7
    weak: float = 0.1
    favoured: bool = False
    flood: int = 0


WORLDS: Mapping[str, Setting] = {
    "benign": Setting(own=(1, 4), copies=(0, 4), seen=1.0),
    "woozle": Setting(own=(3, 3), copies=(7, 7), seen=0.7, weak=0.4, favoured=True),
    "mixed": Setting(own=(1, 5), copies=(0, 6), seen=0.5, weak=0.25),
    "no edges": Setting(own=(1, 4), copies=(0, 6), seen=0.0, weak=0.2),
    "flood": Setting(own=(2, 4), copies=(0, 2), seen=0.3, weak=0.3, flood=FLOODED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is reported, what holds, and what of it is resolved."""

    lines: tuple[Line, ...]
    truth: Mapping[str, bool]
    resolved: Mapping[str, bool]


def make(setting: Setting, seed: int) -> World:
    """A world; the same setting and seed make the same one."""
    dice = Random(seed)
    accuracy = {
        f"s{n}": 0.35 if dice.random() < setting.weak else dice.uniform(0.6, 0.9) for n in range(SOURCES)
    }
    truth = {f"c{n}": dice.random() < 0.5 for n in range(CLAIMS)}
    lines = [line for claim, holds in truth.items() for line in story(setting, claim, holds, accuracy, dice)]
    resolved = {claim: holds for claim, holds in truth.items() if dice.random() < RESOLVED}
    return World(lines=tuple(lines), truth=truth, resolved=resolved)


def story(
    setting: Setting, claim: str, holds: bool, accuracy: Mapping[str, float], dice: Random
) -> Iterable[Line]:
    """The reports on one claim."""
    sources = dice.sample(sorted(accuracy), k=min(SOURCES, dice.randint(*setting.own)))
    own = [(source, holds == (dice.random() < accuracy[source])) for source in sources]
    for source, says in own:
        yield line(source, claim, says, "own" if dice.random() < setting.marked else "unknown")
    weak = sorted(own, key=lambda told: accuracy[told[0]])[:2] if setting.favoured else own
    others = [source for source in sorted(accuracy) if source not in sources]
    for source in dice.sample(others, k=dice.randint(*setting.copies)):
        yield line(source, claim, dice.choice(weak)[1], "copy" if dice.random() < setting.seen else "unknown")
    if setting.flood and dice.random() < 0.3:
        says = min(own, key=lambda told: accuracy[told[0]])[1]
        yield from (line(f"flood{n} {claim}", claim, says, "unknown") for n in range(setting.flood))


def line(source: str, claim: str, says: bool, lineage: Lineage) -> Line:
    """One report."""
    report = Report(source=source, kind="media", claim=claim, stance="supports" if says else "denies")
    return Line(report=report, lineage=lineage)


def weighed(world: World) -> Mapping[str, float]:
    """Ours: origins, with what resolved claims say of sources."""
    counts = Counter(one.report.source for one in world.lines if one.report.claim in world.resolved)
    return infer(own_reports(world.lines, with_records(counts, FEWEST)), world.resolved).claims


def by_reports(world: World) -> Mapping[str, float]:
    """The same without lineage: each report counts."""
    return infer([one.report for one in world.lines], world.resolved).claims


def voted(world: World) -> dict[str, float]:
    """The share of support, with one more on either side (the better of two votes)."""
    yes = Counter(one.report.claim for one in world.lines if one.report.supports)
    all_ = Counter(one.report.claim for one in world.lines)
    return {claim: (yes[claim] + 1) / (all_[claim] + 2) for claim in world.truth}


def by_peer(peer: Callable[[Iterable[Told]], Mapping[str, Mapping[str, float]] | None], world: World) -> (
    dict[str, float] | None
):  # fmt: skip
    """A peer on the same reports, "yes" against "no"."""
    told = [
        Told(item=r.claim, source=r.source, value="yes" if r.supports else "no")
        for r in (one.report for one in world.lines)
    ]
    shares = peer(told)
    if shares is None:
        return None
    return {
        claim: min(1.0, max(0.0, values["yes"] if "yes" in values else 1 - values["no"]))
        for claim, values in shares.items()
    }


def open_pairs(world: World, found: Mapping[str, float]) -> Pairs:
    """What is said of the claims that are not resolved."""
    return [(found[c], holds) for c, holds in world.truth.items() if c not in world.resolved and c in found]


def measure() -> list[Outcome]:
    """A row a world and system, and what a flood moves."""
    rows: list[Row] = []
    for name, setting in WORLDS.items():
        rows += rows_of(name, [make(setting, seed) for seed in range(SEEDS)])
    data = f"{SEEDS} seeds a world, {CLAIMS} claims and {SOURCES} sources each, one claim in five resolved."
    note = "Against the vote: mean difference of Brier over seeds with its 95 % interval; below 0 is better."
    fair = "Ours knows lineage and resolved claims; vote and peers see who says what, and no more."
    table = Table(name=NAME, title="Worlds: what holds", data=data, rows=rows, notes=(note, fair))
    return [table, flood_table()]


def rows_of(name: str, worlds: Sequence[World]) -> list[Row]:
    """Ours and the peers' on one kind of world."""
    systems: dict[str, list[Mapping[str, float]]] = {
        "sayso": [weighed(world) for world in worlds],
        "sayso, each report counts": [by_reports(world) for world in worlds],
        "vote": [voted(world) for world in worlds],
    }
    for peer_name, peer in PEERS.items():
        found = [by_peer(peer, world) for world in worlds[:PEER_SEEDS]] if peer_name != "vote" else []
        if found and all(each is not None for each in found):
            systems[peer_name] = [each for each in found if each is not None]
    pairs = {
        system: [open_pairs(w, f) for w, f in zip(worlds, found, strict=False)]
        for system, found in systems.items()
    }
    draw(f"worlds-{name.replace(' ', '-')}", [p for each in pairs["sayso"] for p in each], f"World: {name}")
    return [
        {"world": name, "system": system, "seeds": len(each), **row_of(each, pairs["vote"][: len(each)])}
        for system, each in pairs.items()
    ]


def row_of(pairs: Sequence[Pairs], vote: Sequence[Pairs]) -> Row:
    """Brier, its difference from the vote's with an interval over seeds, and ECE."""
    differences = np.array([brier_of(a) - brier_of(b) for a, b in zip(pairs, vote, strict=True)])
    drawn = differences[
        np.random.default_rng(0).integers(0, len(differences), (1000, len(differences)))
    ].mean(axis=1)
    every = [pair for each in pairs for pair in each]
    return {
        "Brier": round(brier_of(every), 4), "against the vote": round(float(differences.mean()), 4),
        "95 %": between_signed(float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))),
        "most": round(float(np.quantile(drawn, 0.975)), 4), "ECE": round(ece_of(every), 4),
    }  # fmt: skip


def between_signed(low: float, high: float) -> str:
    return f"{low:+.3f} to {high:+.3f}"


def flood_table() -> Table:
    """What twenty copies of one report move."""
    rows: list[Row] = [
        {"copies": kind, "largest change in p": round(flood(lineage), 4)} for kind, lineage in FLOODS.items()
    ]
    data = f"{FLOODED} copies of one report beside none to three others, by sources without a record."
    return Table(name=f"{NAME} flood", title="Flood: what copies move", data=data, rows=rows)


FLOODS: Mapping[str, Lineage] = {"seen": "copy", "hidden": "unknown", "forged as first-hand": "own"}


def flood(lineage: Lineage) -> float:
    """The largest change of the probability over what else is reported."""
    moved = 0.0
    for support in range(1, 4):
        for against in range(3):
            before = [line(f"a{n}", "c", True, "own") for n in range(support)]
            before += [line(f"b{n}", "c", False, "own") for n in range(against)]
            after = [*before, *(line(f"x{n}", "c", True, lineage) for n in range(FLOODED))]
            p, q = (infer(own_reports(lines)).claims["c"] for lines in (before, after))
            moved = max(moved, abs(q - p))
    return moved
