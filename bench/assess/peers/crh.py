"""CRH (Li et al. 2014) for categories (0/1 loss, weighted vote) and for amounts (normalised loss)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import pstdev

from bench.assess.peers.vote import Shares, claims_of, normal
from sayso.assess.told import Told

ROUNDS = 10


def crh(told: Iterable[Told]) -> Shares:
    """The weighted share of each value."""
    claims = claims_of(told)
    weight: dict[str, float] = defaultdict(lambda: 1.0)
    shares: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        shares = {
            item: normal({v: sum(weight[s] for s in sources) for v, sources in values.items()})
            for item, values in claims.items()
        }
        losses: dict[str, list[float]] = defaultdict(list)
        for item, values in claims.items():
            best = max(sorted(values), key=lambda value: shares[item][value])
            for value, sources in values.items():
                for source in sources:
                    losses[source].append(float(value != best))
        weight.update(weights_of(losses))
    return shares


def weights_of(losses: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """-log of each source's mean loss over the largest one, as in the paper; a little above 0."""
    means = {source: (sum(found) + 0.05) / (len(found) + 0.1) for source, found in losses.items()}
    most = max(means.values())
    return {source: -math.log(min(0.999, mean / (most * 1.001))) for source, mean in means.items()}


def crh_amounts(told: Sequence[tuple[str, str, float]]) -> dict[str, float]:
    """The weighted median of (item, source, amount), losses over each item's deviation."""
    items: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for item, source, amount in told:
        items[item].append((source, amount))
    spread = {item: pstdev([a for _, a in given]) or 1.0 for item, given in items.items()}
    weight: dict[str, float] = defaultdict(lambda: 1.0)
    found: dict[str, float] = {}
    for _ in range(ROUNDS):
        found = {
            item: weighted_median([(a, weight[s]) for s, a in given]) for item, given in sorted(items.items())
        }
        losses: dict[str, list[float]] = defaultdict(list)
        for item, source, amount in told:
            losses[source].append(abs(amount - found[item]) / spread[item])
        weight.update(weights_of(losses))
    return found


def weighted_median(given: Sequence[tuple[float, float]]) -> float:
    """The lowest amount with at least half of the weight at or under it."""
    half, at = sum(weight for _, weight in given) / 2, 0.0
    for amount, weight in sorted(given):
        at += weight
        if at >= half - 1e-12:
            return amount
    raise ValueError("nothing given")
