"""What CI holds of weighing: small drawn worlds anywhere, the public sets where they are."""

from __future__ import annotations

from collections.abc import Mapping

from bench.assess import books_flights, population, rumours, worlds
from bench.table import Cell, Outcome, Skipped

SEEDS = 8
OURS = "sayso"


def world_figures() -> dict[str, dict[str, Cell]]:
    """By world the mean gain in Brier over the vote, and ECE; and what a flood moves."""
    found: dict[str, dict[str, Cell]] = {}
    for name, setting in worlds.WORLDS.items():
        made = [worlds.make(setting, seed) for seed in range(SEEDS)]
        pairs = [worlds.open_pairs(world, worlds.weighed(world)) for world in made]
        vote = [worlds.open_pairs(world, worlds.voted(world)) for world in made]
        row = worlds.row_of(pairs, vote)
        lost = row["against the vote"]
        found[name] = {"gain": -lost if isinstance(lost, float) else None, "ECE": row["ECE"]}
    moved: Mapping[str, Cell] = {name: worlds.flood(lineage) for name, lineage in worlds.FLOODS.items()}
    return {**found, "a flood of 20": dict(moved)}


def public_figures() -> tuple[dict[str, dict[str, Cell]], str | None]:
    """Our rows of the public sets by name; and why there are none, where one is missing."""
    outcomes: dict[str, list[Outcome]] = {
        "books": books_flights.measure_books(peers=False),
        "flights": books_flights.measure_flights(peers=False),
        "population": population.measure(), "rumours": rumours.measure(peers=False),
    }  # fmt: skip
    found: dict[str, dict[str, Cell]] = {}
    for name, tables in outcomes.items():
        for table in tables:
            if isinstance(table, Skipped):
                return {}, table.why
            for row in table.rows:
                if str(row["system"]).startswith(OURS):
                    found[f"{name}: {row['system']}, {row.get('on', 'all')}"] = dict(row)
    return found, None
