"""Conflicting values of one slot: which has what support (POPACCU; Dong, Saha & Srivastava 2012).

A source gives the true value as often as its accuracy says; else it gives a false one, and false ones are as
popular as they are seen to be. That none of the values is true stays possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from sayso.assess.beta import Beta
from sayso.assess.told import Told, first_told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUNDS = 30
CLOSE = 1e-6
PRIOR = Beta(alpha=8.0, beta=2.0)
NONE_OF_THEM = 1.0
MOST_ACCURATE, LEAST_ACCURATE = 0.99, 0.05
NOBODY: Mapping[str, Beta] = {}
NOTHING: Mapping[str, str] = {}
PART = 0.2  # the share of tellings by which a source that knows the true value gives only part of it
MOST_VALUES = 200  # of an item, among which parts are looked for
PartOf = Callable[[str, str], bool]


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What conflicting values come to. `values`: by item the probability of each value; what is missing to 1
    is that none of them is true. `sources`: the accuracy of each, in (0, 1).
    """

    values: Mapping[str, Mapping[str, float]]
    sources: Mapping[str, float]


class _Grid(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings as columns; a place is an item's value."""

    source: NDArray[np.int64]
    place: NDArray[np.int64]
    weight: NDArray[np.float64]
    item: NDArray[np.int64]
    items: int
    sources: int


def weigh_values(
    told: Iterable[Told], resolved: Mapping[str, str] = NOTHING, *, priors: Mapping[str, Beta] = NOBODY,
    prior: Beta = PRIOR, part_of: PartOf | None = None,
) -> Weighed:  # fmt: skip
    """The probability of every value that is given, by item; nothing for nothing.

    `resolved`: the true value of resolved items; they teach accuracies and never move. `priors`: what
    is known of sources, `prior` for all others. `part_of(a, b)`: whether who says a says part of b ("at
    least 40" of "50"), and so does not gainsay it. A copy (`weight` 0) changes nothing; neither does order.
    """
    import numpy as np

    rows = first_told(told)
    if not rows:
        return Weighed(values={}, sources={})
    items, sources = sorted({row.item for row in rows}), sorted({row.source for row in rows})
    places = sorted({(row.item, row.value) for row in rows})
    grid = _grid(rows, items, sources, places)
    fixed = np.array([_fixed(item, value, resolved) for item, value in places])
    before = [priors.get(source, prior) for source in sources]
    parts = _parts(places, part_of) if part_of else []
    p, accuracy = _run(grid, before, fixed, parts)
    values: dict[str, dict[str, float]] = {item: {} for item in items}
    for (item, value), share in zip(places, p, strict=True):
        values[item][value] = float(share)
    return Weighed(values=values, sources=dict(zip(sources, map(float, accuracy), strict=True)))


def _fixed(item: str, value: str, resolved: Mapping[str, str]) -> float:
    return float("nan") if item not in resolved else float(resolved[item] == value)


def _grid(rows: list[Told], items: list[str], sources: list[str], places: list[tuple[str, str]]) -> _Grid:
    import numpy as np

    of_item = {item: n for n, item in enumerate(items)}
    of_source = {source: n for n, source in enumerate(sources)}
    of_place = {place: n for n, place in enumerate(places)}
    return _Grid(
        source=np.array([of_source[row.source] for row in rows], dtype=np.int64),
        place=np.array([of_place[row.item, row.value] for row in rows], dtype=np.int64),
        weight=np.array([row.weight for row in rows]),
        item=np.array([of_item[item] for item, _ in places], dtype=np.int64),
        items=len(items), sources=len(sources),
    )  # fmt: skip


def _parts(places: list[tuple[str, str]], part_of: PartOf) -> list[tuple[int, int]]:
    """Pairs of places of one item of which the first says part of the second."""
    of_item: dict[str, list[int]] = {}
    for n, (item, _) in enumerate(places):
        of_item.setdefault(item, []).append(n)
    return [
        (a, b)
        for numbers in of_item.values() if len(numbers) <= MOST_VALUES
        for a in numbers for b in numbers
        if a != b and part_of(places[a][1], places[b][1])
    ]  # fmt: skip


def _run(
    grid: _Grid, before: list[Beta], fixed: NDArray[np.float64], parts: list[tuple[int, int]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    import numpy as np

    alpha, beta = (np.array([getattr(each, side) for each in before]) for side in ("alpha", "beta"))
    accuracy = alpha / (alpha + beta)
    seen = np.bincount(grid.source, grid.weight, minlength=grid.sources)
    popular, unheard = _popularity(grid)
    pairs = np.array(parts, dtype=np.int64).reshape(-1, 2)
    p = np.zeros(len(grid.item))
    for _ in range(ROUNDS):
        spared, knew = _spared(grid, accuracy, pairs)
        last, p = p, shares(grid, accuracy, popular + spared, unheard, fixed)
        fits = p + np.bincount(pairs[:, 0], knew * p[pairs[:, 1]], minlength=len(p))
        right = np.bincount(grid.source, grid.weight * fits[grid.place], minlength=grid.sources)
        accuracy = (alpha + right) / (alpha + beta + seen)
        if np.abs(p - last).max() < CLOSE:
            break
    return p, accuracy


def _popularity(grid: _Grid) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How well all else is explained as false, with each value as the true one; and with none."""
    import numpy as np

    count = np.bincount(grid.place, grid.weight, minlength=len(grid.item)).astype(np.float64)
    total = np.bincount(grid.item, count, minlength=grid.items).astype(np.float64)
    rest = total[grid.item] - count
    return -_times_log(count) - _times_log(np.maximum(rest, 0.0)), -_times_log(total)


def _spared(
    grid: _Grid, accuracy: NDArray[np.float64], pairs: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each place gains since those who say part of it do not gainsay it, ln(1 + knew/false) of each; and
    by pair how likely it is, were the whole true, that who said the part knew it.
    """
    import numpy as np

    if not len(pairs):
        return np.zeros(len(grid.item)), np.zeros(0)
    held = np.clip(accuracy, LEAST_ACCURATE, MOST_ACCURATE)[grid.source]
    count = np.bincount(grid.place, grid.weight, minlength=len(grid.item))
    total = np.bincount(grid.item, count, minlength=grid.items)[grid.item]
    odds = np.bincount(grid.place, grid.weight * held / (1 - held), minlength=len(grid.item)) / count
    part, whole = pairs[:, 0], pairs[:, 1]
    ratio = PART * odds[part] * (total[part] - count[whole]) / count[part]
    gained = np.bincount(whole, count[part] * np.log1p(ratio), minlength=len(grid.item))
    return np.asarray(gained, dtype=np.float64), ratio / (1 + ratio)


def _times_log(x: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    return np.asarray(x * np.log(np.where(x > 0, x, 1.0)))


def shares(
    grid: _Grid, accuracy: NDArray[np.float64], popular: NDArray[np.float64], unheard: NDArray[np.float64],
    fixed: NDArray[np.float64],
) -> NDArray[np.float64]:  # fmt: skip
    """The probability of each place at these accuracies; those of a resolved item are what it is."""
    import numpy as np

    held = np.clip(accuracy, LEAST_ACCURATE, MOST_ACCURATE)
    says = grid.weight * np.log(held / (1 - held))[grid.source]
    score = popular + np.bincount(grid.place, says, minlength=len(grid.item))
    none = unheard + np.log(NONE_OF_THEM)
    most = none.copy()
    np.maximum.at(most, grid.item, score)
    raised = np.exp(score - most[grid.item])
    total = np.bincount(grid.item, raised, minlength=grid.items) + np.exp(none - most)
    return np.where(np.isnan(fixed), raised / total[grid.item], fixed)
