"""Conflicting quantities of one slot: the weighted median of all that is given (CRH; Li et al. 2014).

A source's weight is the logarithm of how rarely it is off. Amounts are compared by ratio, so that a slip of
a digit counts as one; an open end ("at least 40") is off only where the truth lies outside of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

ROUNDS = 10
MOST_OFF = 1.0  # in natural logarithms: further off is no worse
PRIOR_COUNT = 2.0
SUREST, LOOSEST = 1e-3, 0.99


class Measured(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One source's amount for one item: from `low` to `high`, an end that is open is None.

    `source` "" is an anonymous one: all of these share one weight, and none is known again. `weight` in
    [0, 1]: 0 for a copy. `line` names the statement in which it stands.
    """

    item: str
    source: str
    low: float | None
    high: float | None
    weight: float = 1.0
    line: str = ""


class Estimates(msgspec.Struct, frozen=True, kw_only=True):
    """What amounts come to: by item one amount that somebody gave; by source how far it is off on average,
    in natural logarithms.
    """

    amounts: Mapping[str, float]
    off: Mapping[str, float]


def weigh_quantities(told: Iterable[Measured]) -> Estimates:
    """The amount of every item that has one, and how far each source is off; nothing for nothing.

    Copies and amounts with two open ends count nothing. A source with few amounts is held near the mean of
    all. The order of what is told does not matter; neither does a copy.
    """
    rows = sorted(
        {row for row in told if row.weight > 0 and not (row.low is None and row.high is None)}, key=_key
    )
    items: dict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        items[row.item].append(row)
    amounts = {item: median(given, [row.weight for row in given]) for item, given in items.items()}
    off: dict[str, float] = {}
    for _ in range(ROUNDS):
        off = _off(rows, amounts)
        weight = {source: -math.log(min(LOOSEST, max(SUREST, each))) for source, each in off.items()}
        before, amounts = amounts, {
            item: median(given, [row.weight * weight[row.source] for row in given])
            for item, given in items.items()
        }  # fmt: skip
        if amounts == before:
            break
    return Estimates(amounts=amounts, off=off)


def _key(row: Measured) -> tuple[str, str, float, float, float, str]:
    low, high = (math.inf if end is None else end for end in (row.low, row.high))
    return (row.item, row.source, low, high, row.weight, row.line)


def _off(rows: Sequence[Measured], amounts: Mapping[str, float]) -> dict[str, float]:
    """How far each source is off, drawn towards the mean of all as if by two more amounts."""
    seen: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        seen[row.source].append(min(MOST_OFF, gap(row, amounts[row.item])))
    every = [each for found in seen.values() for each in found]
    mean = math.fsum(every) / len(every) if every else 0.0
    return {
        source: (math.fsum(found) + PRIOR_COUNT * mean) / (len(found) + PRIOR_COUNT)
        for source, found in sorted(seen.items())
    }


def gap(row: Measured, amount: float) -> float:
    """How far an amount lies outside of what a source gives, as a difference of logarithms; 0 inside.

    >>> gap(Measured(item="i", source="s", low=40, high=None), 50)
    0.0
    """
    at = scaled(amount)
    below = 0.0 if row.low is None else scaled(row.low) - at
    above = 0.0 if row.high is None else at - scaled(row.high)
    return max(0.0, below, above)


def scaled(amount: float) -> float:
    """The logarithm of one more than an amount, with its sign, so that 0 and below have one."""
    return math.copysign(math.log1p(abs(amount)), amount)


def median(given: Sequence[Measured], weights: Sequence[float]) -> float:
    """The amount that is given and off least in all, ties to the lower: of exact ones the weighted median."""
    ends = sorted({end for row in given for end in (row.low, row.high) if end is not None})
    if len(ends) > 1:
        return _least(ends, given, weights)
    return ends[0]


def _least(ends: Sequence[float], given: Sequence[Measured], weights: Sequence[float]) -> float:
    """Along the sorted ends the loss falls while more weight lies above than below."""
    rise: dict[float, float] = defaultdict(float)
    slope = 0.0
    for row, weight in zip(given, weights, strict=True):
        if row.low is not None:
            slope -= weight
            rise[row.low] += weight
        if row.high is not None:
            rise[row.high] += weight
    for end in ends:
        slope += rise[end]
        if slope >= -1e-9:
            return end
    return ends[-1]
