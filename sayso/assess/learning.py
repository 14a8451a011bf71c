"""EM over reports with resolved claims clamped (Dawid & Skene 1979, one coin a source): worlds and measures.

What comes of it for open claims is an estimate beside the records, which learn from resolved claims alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from sayso.assess.beta import Beta
from sayso.assess.records import NO_PRIORS, counts_of, pools_of
from sayso.assess.report import Report, kinds_of, stands

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUNDS = 50
CLOSE = 1e-6
MOST_ACCURATE, LEAST_ACCURATE = 0.99, 0.01
NO_ONE: Mapping[str, bool] = {}


class Learnt(msgspec.Struct, frozen=True, kw_only=True):
    """What EM makes of reports: `claims` the probability of each, `sources` the accuracy of each.

    `voted`: the sources came out worse than chance on the whole, and the vote was taken instead.
    """

    claims: Mapping[str, float]
    sources: Mapping[str, float]
    voted: bool = False


class _Table(msgspec.Struct, frozen=True, kw_only=True):
    """Reports as columns: numbers of source and claim, +1 or -1 for the stance, and the weight."""

    source: NDArray[np.int64]
    claim: NDArray[np.int64]
    sign: NDArray[np.float64]
    weight: NDArray[np.float64]


def infer(
    reports: Iterable[Report], resolved: Mapping[str, bool] = NO_ONE, *,
    priors: Mapping[str, Beta] = NO_PRIORS, holds: float = 0.5,
) -> Learnt:  # fmt: skip
    """The probability of every claim that is reported, resolved ones clamped to 1 or 0; nothing for nothing.

    `holds` in (0, 1): the share of claims that hold before anyone speaks. A claim without a report that
    counts is at it. Where the accuracy of the sources, weighed by their reports, falls under .5, the vote is
    taken: the labels may have been exchanged. The order of reports does not matter.
    """
    import numpy as np

    given = list(reports)
    claims = sorted({report.claim for report in given})
    if not claims:
        return Learnt(claims={}, sources={})
    kinds = kinds_of(given)
    sources = list(kinds)
    table = _table(given, sources, claims)
    pools = pools_of(kinds, counts_of(given, resolved), priors)
    prior = [pools[kinds[source]] for source in sources]
    clamp = np.array([float(resolved[claim]) if claim in resolved else np.nan for claim in claims])
    p, accuracy = _run(table, prior, clamp, holds)
    mean = float(np.average(accuracy[table.source], weights=table.weight)) if len(table.source) else 1.0
    voted = mean < 0.5
    if voted:
        p = _clamped(_vote(table, len(claims)), clamp)
    return Learnt(
        claims=dict(zip(claims, map(float, p), strict=True)),
        sources=dict(zip(sources, map(float, accuracy), strict=True)), voted=voted,
    )  # fmt: skip


def _table(given: list[Report], sources: list[str], claims: list[str]) -> _Table:
    import numpy as np

    place = {source: n for n, source in enumerate(sources)}
    number = {claim: n for n, claim in enumerate(claims)}
    kept = stands(given).values()
    return _Table(
        source=np.array([place[r.source] for r in kept], dtype=np.int64),
        claim=np.array([number[r.claim] for r in kept], dtype=np.int64),
        sign=np.array([1.0 if r.supports else -1.0 for r in kept]),
        weight=np.array([r.weight for r in kept]),
    )


def _run(
    table: _Table, prior: list[Beta], clamp: NDArray[np.float64], holds: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Accuracies start at what their kind has; probabilities follow, and so on until they stand."""
    import numpy as np

    alpha = np.array([each.alpha for each in prior])
    beta = np.array([each.beta for each in prior])
    base = np.log(holds / (1 - holds))
    accuracy = alpha / (alpha + beta)
    p = np.full(len(clamp), holds)
    seen = np.bincount(table.source, table.weight, minlength=len(prior))
    for _ in range(ROUNDS):
        held = np.clip(accuracy, LEAST_ACCURATE, MOST_ACCURATE)
        says = table.sign * table.weight * np.log(held / (1 - held))[table.source]
        odds = base + np.bincount(table.claim, says, minlength=len(clamp))
        before, p = p, _clamped(1 / (1 + np.exp(-np.clip(odds, -500, 500))), clamp)
        agrees = np.where(table.sign > 0, p[table.claim], 1 - p[table.claim]) * table.weight
        right = np.bincount(table.source, agrees, minlength=len(prior))
        accuracy = (alpha + right) / (alpha + beta + seen)
        if np.abs(p - before).max() < CLOSE:
            break
    return p, accuracy


def _clamped(p: NDArray[np.float64], clamp: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    return np.where(np.isnan(clamp), p, clamp)


def _vote(table: _Table, claims: int) -> NDArray[np.float64]:
    """The share of reports that support, with one more on either side."""
    import numpy as np

    yes = np.bincount(table.claim, table.weight * (table.sign > 0), minlength=claims)
    return np.asarray((yes + 1) / (np.bincount(table.claim, table.weight, minlength=claims) + 2))
