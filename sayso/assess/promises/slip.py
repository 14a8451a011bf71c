"""How likely an expectation that is still open is kept: p_t = p0·(1−F(t)) / (1 − p0·F(t)).

p0: how often such promises were kept at all; F: how late those that were kept came, as a share of the
length from the promise to its last day (a slip distribution). Both are measured on public records of
promises, by class, in `sayso/weights/expectations`. With time and no news the
probability falls, and never rises.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import date
from functools import cache
from typing import Any

from sayso.model.expectation import Expectation
from sayso.weights import weights_file

LEAST_DAYS = 30.0  # shorter promises slip by days, not by shares of their length
OPEN = frozenset({"open", "due", "overdue"})


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(weights_file("expectations", "slip.json").read_text(encoding="utf-8"))
    return found


def chance(one: Expectation) -> float | None:
    """The probability in [0, 1] that it is still kept, in time or late; None where its outcome is known, or
    where it has no last day or nobody knows when it was told.
    """
    if one.status not in OPEN or one.due_to is None or one.published is None or one.as_of is None:
        return None
    try:
        told, last, today = (date.fromisoformat(day[:10]) for day in (one.published, one.due_to, one.as_of))
    except ValueError:
        return None
    length = max(LEAST_DAYS, float((last - told).days))
    passed = (today - told).days / length
    model = _table()["classes"][_class_of(one)]
    p0, f = float(model["p0"]), came_by(passed, model["quantiles"])
    return round(p0 * (1 - f) / (1 - p0 * f), 3)


def _class_of(one: Expectation) -> str:
    if one.quantity is not None:
        return "delivery"
    return "forecast" if one.modality == "forecast" else "promise"


def came_by(share: float, quantiles: list[float]) -> float:
    """F: which part of those that were kept had come by a share of their length (1: the last day).

    `quantiles` are the shares at which 0, 1/n, …, 1 of them had come, rising; between two it is straight.
    """
    if share <= quantiles[0]:
        return 0.0
    if share >= quantiles[-1]:
        return 1.0
    at = bisect_right(quantiles, share) - 1
    low, high = quantiles[at], quantiles[at + 1]
    inside = (share - low) / (high - low) if high > low else 1.0
    return (at + inside) / (len(quantiles) - 1)
