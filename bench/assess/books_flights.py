"""Books and flights: which of the values that sites give is the true one, beside the peers.

Choices were made on the items with hash half 0 (books) and on books alone: flights have no say in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from bench.assess.data import BOOKS, FLIGHTS, Known, books, flights, half
from bench.assess.peers import PEERS
from bench.assess.scoring import draw, first_values, scored
from bench.corpora import why_missing
from bench.table import Outcome, Row, Skipped, Table
from sayso.assess.values import weigh_values

RESOLVED, DRAWS = 20, 5
NOTE = (
    "Brier of the first value's share. Intervals: bootstrap over items. Peers are our own, Dawid-Skene"
    " crowd-kit's (each value of an item a yes or no), in the same run."
)
Shares = Mapping[str, Mapping[str, float]]


def names_within(a: str, b: str) -> bool:
    """Whether a list of authors is part of a longer one."""
    return set(a.split()) < set(b.split())


def measure_books(*, peers: bool = True) -> list[Outcome]:
    """All items, and those that had no say in any choice."""
    known = books()
    if known is None:
        return [Skipped(name="books", why=why_missing(BOOKS))]
    systems = systems_of(known, names_within, peers=peers)
    held = {item: value for item, value in known.truth.items() if half(item)}
    draw("books", first_values(systems["sayso"], known.truth), "Books: share of the first value")
    rows = rows_of(systems, {"all": known.truth, "held out": held})
    data = f"{len(known.truth)} books of known authors (as family names), {len(held)} of them held out."
    return [
        Table(
            name="books", title="Books: whose list of authors is right", data=data, rows=rows, notes=(NOTE,)
        )
    ]


def measure_flights(*, peers: bool = True) -> list[Outcome]:
    """All items without any resolved, and with twenty resolved that are not measured."""
    known = flights()
    if known is None:
        return [Skipped(name="flights", why=why_missing(FLIGHTS))]
    systems = systems_of(known, None, peers=peers)
    draw("flights", first_values(systems["sayso"], known.truth), "Flights: share of the first value")
    rows = rows_of(systems, {"all": known.truth})
    pairs = [pair for seed in range(DRAWS) for pair in with_resolved(known, seed)]
    rows.append({"system": "sayso, 20 resolved", "on": f"others, {DRAWS} draws", **scored(pairs)})
    data = f"{len(known.truth)} times of 100 flights at {len({one.source for one in known.told})} sites."
    notes = (NOTE, "Nothing was chosen on flights.")
    return [Table(name="flights", title="Flights: whose time is right", data=data, rows=rows, notes=notes)]


def with_resolved(known: Known, seed: int) -> list[tuple[float, bool]]:
    """What is said of all items but twenty drawn ones, which are resolved."""
    drawn = set(Random(seed).sample(sorted(known.truth), RESOLVED))
    found = weigh_values(known.told, {item: known.truth[item] for item in drawn}).values
    return first_values(found, {item: value for item, value in known.truth.items() if item not in drawn})


def systems_of(known: Known, part_of: Callable[[str, str], bool] | None, *, peers: bool) -> dict[str, Shares]:
    """What each system makes of it, by name; ours first."""
    found: dict[str, Shares] = {"sayso": weigh_values(known.told, part_of=part_of).values}
    if part_of is not None:
        found["sayso, parts gainsay the whole"] = weigh_values(known.told).values
    for name, peer in PEERS.items() if peers else ():
        shares = peer(known.told)
        if shares is not None:
            found[name] = shares
    return found


def rows_of(systems: Mapping[str, Shares], sides: Mapping[str, Mapping[str, str]]) -> list[Row]:
    """A row a side and system."""
    return [
        {"system": name, "on": side, **scored(first_values(shares, truth))}
        for side, truth in sides.items() for name, shares in systems.items()
    ]  # fmt: skip
