"""Scores of shares for values against known truth, with bootstrap intervals, and reliability diagrams."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench.table import Cell
from sayso.assess.calibration import bins, brier, expected_calibration_error
from sayso.show.pictures import calibration, saved_svg

DRAWS = 1000
Pairs = Sequence[tuple[float, bool]]
"""What was said and whether it held."""


def first_values(
    shares: Mapping[str, Mapping[str, float]], truth: Mapping[str, str]
) -> list[tuple[float, bool]]:
    """For each item of known truth the share of its first value, and whether it is the true one.

    An item of which nothing is told counts as wrong at 0.
    """
    found = []
    for item, true in sorted(truth.items()):
        values = shares.get(item)
        if not values:
            found.append((1.0, False))
            continue
        best = max(sorted(values), key=lambda value: values[value])
        found.append((min(1.0, max(0.0, values[best])), best == true))
    return found


def accuracy(pairs: Pairs) -> float:
    """How many first values are true."""
    return sum(holds for _, holds in pairs) / len(pairs)


def brier_of(pairs: Pairs) -> float:
    """The Brier score."""
    return brier([p for p, _ in pairs], [holds for _, holds in pairs])


def ece_of(pairs: Pairs) -> float:
    """The expected calibration error."""
    return expected_calibration_error([p for p, _ in pairs], [holds for _, holds in pairs])


def interval(pairs: Pairs, score: Callable[[Pairs], float], seed: int = 0) -> tuple[float, float]:
    """The middle 95 % of the score over a thousand draws of the pairs with replacement."""
    dice = np.random.default_rng(seed)
    found = sorted(score([pairs[n] for n in dice.integers(0, len(pairs), len(pairs))]) for _ in range(DRAWS))
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def between(low: float, high: float) -> str:
    """An interval as printed.

    >>> between(0.1, 0.25)
    '.100–.250'
    """
    return "–".join(f"{end:.3f}".replace("0.", ".", 1) for end in (low, high))


def scored(pairs: Pairs) -> dict[str, Cell]:
    """Accuracy, Brier and ECE, the first two with intervals."""
    return {
        "accuracy": round(accuracy(pairs), 4), "95 %": between(*interval(pairs, accuracy)),
        "Brier": round(brier_of(pairs), 4), "95 % ": between(*interval(pairs, brier_of)),
        "ECE": round(ece_of(pairs), 4),
    }  # fmt: skip


def draw(name: str, pairs: Iterable[tuple[float, bool]], title: str) -> None:
    """Writes a reliability diagram into the folder that SAYSO_DIAGRAMS names; nowhere without it."""
    folder = os.environ.get("SAYSO_DIAGRAMS")
    if not folder:
        return
    told = list(pairs)
    svg = saved_svg(calibration(bins([p for p, _ in told], [holds for _, holds in told]), title))
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder, f"{name}.svg").write_text(svg, encoding="utf-8")
