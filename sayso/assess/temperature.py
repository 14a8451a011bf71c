"""Temperature: what log-odds must be divided by to be right as often as they say (Guo et al. 2017)."""

from __future__ import annotations

import math
from collections.abc import Sequence

COLDEST, HOTTEST = 0.25, 8.0
LEAST = 1e-6


def temperature(forecasts: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The temperature in [.25, 8] of least log loss on held-out resolved claims; 1 for none.

    It is drawn towards 1 as if by one more claim (log T normal with deviation 1), so that few claims change
    little. To be taken after learning and never inside it, where it feeds on itself.
    """
    if not outcomes:
        return 1.0
    odds = [log_odds(p) for p in forecasts]
    ways = [
        math.exp(step / 40)
        for step in range(round(40 * math.log(COLDEST)), round(40 * math.log(HOTTEST)) + 1)
    ]
    return min(ways, key=lambda t: _loss(odds, outcomes, t) + 0.5 * math.log(t) ** 2)


def tempered(p: float, t: float) -> float:
    """A probability at a temperature: 1 changes nothing, more draws it towards .5."""
    return 1 / (1 + math.exp(-log_odds(p) / t))


def log_odds(p: float) -> float:
    """The natural log-odds of a probability, held a little off 0 and 1."""
    held = min(1 - LEAST, max(LEAST, p))
    return math.log(held / (1 - held))


def _loss(odds: Sequence[float], outcomes: Sequence[bool], t: float) -> float:
    signed = (x / t if holds else -x / t for x, holds in zip(odds, outcomes, strict=True))
    return math.fsum(max(-x, 0.0) + math.log1p(math.exp(-abs(x))) for x in signed)
