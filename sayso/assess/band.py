"""The band: what the probability would be, in 80 of 100 draws of what is not known exactly.

Drawn are what each source is worth, what its denial weighs, what claims of the class are worth, and whether
each origin is one of its own. All claims are drawn with the same numbers, so that a band depends on nothing
but its claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from sayso.assess.terms import Term
from sayso.assess.weights import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 200
LOW, HIGH = 0.10, 0.90
UNBOUND = 1e9
BATCH = 2000  # claims whose draws are held at once: 2,000 times 200 numbers a column


class Drawn(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One quantity that is drawn: normal with `mean` and `spread` (decibans), held between `low` and `high`,
    and there only in `p` of the draws.
    """

    mean: float
    spread: float
    p: float = 1.0
    low: float = -UNBOUND
    high: float = UNBOUND


def drawn_of(terms: Sequence[Term], counts: Sequence[float]) -> list[Drawn]:
    """What is drawn for the terms of a claim, `counts` being what each counts; [] where none counts.

    The weightiest origin is always there; each other in the share of draws in which it is one of its own.
    """
    w = weights()
    found: list[Drawn] = []
    alone = {True: True, False: True}
    for term, count in zip(terms, counts, strict=True):
        if not count:
            continue
        sure = 1.0 if alone[term.supports] or term.hand else min(term.p_own, w.spread.own_origin)
        if not term.hand:
            alone[term.supports] = False
        if not term.recorded:
            sure = w.lineage_share
        mean = count / w.lineage_share if not term.recorded else count
        most = 0.0 if not term.supports else UNBOUND
        least = w.denial.interested_most if term.interested else -UNBOUND
        found.append(Drawn(mean=mean, spread=term.spread, p=sure, low=least, high=most))
    return found


def bands(bases: Sequence[float], drawn: Sequence[Sequence[Drawn]], seed: int) -> list[tuple[float, float]]:
    """The tenth and the ninetieth percentile of each claim's log-odds, in decibans; [] for no claims.

    `bases` are the priors in decibans. The same seed gives the same bands, in whatever batches.
    """
    found: list[tuple[float, float]] = []
    for start in range(0, len(bases), BATCH):
        found += _batch(bases[start : start + BATCH], drawn[start : start + BATCH], seed)
    return found


def _batch(bases: Sequence[float], drawn: Sequence[Sequence[Drawn]], seed: int) -> list[tuple[float, float]]:
    import numpy as np

    normal, _ = _column(seed, 0)
    sums = np.asarray(bases)[:, None] + weights().spread.class_decibans * normal[None, :]
    for column in range(max(map(len, drawn), default=0)):
        rows = [row for row, each in enumerate(drawn) if column < len(each)]
        normal, uniform = _column(seed, column + 1)
        table = np.array([
            (d.mean, d.spread, d.p, d.low, d.high) for d in (drawn[row][column] for row in rows)
        ])  # fmt: skip
        mean, spread, p, low, high = (table[:, i, None] for i in range(5))
        values = np.clip(mean + spread * normal[None, :], low, high)
        sums[rows] += np.where(uniform[None, :] < p, values, 0.0)
    ends = (int(LOW * (DRAWS - 1)), int(HIGH * (DRAWS - 1)))
    parted = np.partition(sums, ends, axis=1)
    return [
        (float(low), float(high)) for low, high in zip(parted[:, ends[0]], parted[:, ends[1]], strict=True)
    ]


@lru_cache(maxsize=256)
def _column(seed: int, column: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The normal and the uniform numbers by which the quantity at a place is drawn."""
    import numpy as np

    generator = np.random.default_rng([seed, column])
    return generator.standard_normal(DRAWS), generator.random(DRAWS)
