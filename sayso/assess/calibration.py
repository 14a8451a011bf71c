"""Calibration: whether what is said to be 70 in 100 holds in 70 of 100 (Brier 1950; Naeini et al. 2015)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

BINS = 10


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """The forecasts from `low` up to `high`: how many, their mean (both in [0, 1]), the share that held."""

    low: float
    high: float
    count: int
    mean: float
    share: float


def brier(forecasts: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The mean squared error, in [0, 1]; .25 for always saying .5. ValueError for none.

    >>> brier([0.8, 0.2], [True, False])
    0.04
    """
    if not outcomes:
        raise ValueError("no forecasts to measure")
    errors = ((p - holds) ** 2 for p, holds in zip(forecasts, outcomes, strict=True))
    return round(math.fsum(errors) / len(outcomes), 12)


def bins(forecasts: Sequence[float], outcomes: Sequence[bool], number: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal width that have a forecast, lowest first; () for none."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for p, holds in zip(forecasts, outcomes, strict=True):
        found.setdefault(min(number - 1, int(p * number)), []).append((p, holds))
    return tuple(
        Bin(
            low=place / number, high=(place + 1) / number, count=len(inside),
            mean=math.fsum(p for p, _ in inside) / len(inside), share=sum(h for _, h in inside) / len(inside),
        )
        for place, inside in sorted(found.items())
    )  # fmt: skip


def expected_calibration_error(forecasts: Sequence[float], outcomes: Sequence[bool]) -> float:
    """ECE: how far the mean forecast lies from the share that held, over ten bins by count; in [0, 1].

    ValueError for none.
    """
    if not outcomes:
        raise ValueError("no forecasts to measure")
    return math.fsum(b.count * abs(b.mean - b.share) for b in bins(forecasts, outcomes)) / len(outcomes)
