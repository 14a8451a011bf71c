"""TruthFinder (Yin, Han, Yu 2008), without implication between values."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from bench.assess.peers.vote import Shares, claims_of
from sayso.assess.told import Told

DAMPING, START, ROUNDS = 0.3, 0.9, 20


def truthfinder(told: Iterable[Told]) -> Shares:
    """The confidence of each value."""
    claims = claims_of(told)
    trust: dict[str, float] = defaultdict(lambda: START)
    confidence: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        confidence = {
            item: {value: _confidence(trust[s] for s in sources) for value, sources in values.items()}
            for item, values in claims.items()
        }  # fmt: skip
        given: dict[str, list[float]] = defaultdict(list)
        for item, values in claims.items():
            for value, sources in values.items():
                for source in sources:
                    given[source].append(confidence[item][value])
        for source, found in given.items():
            trust[source] = sum(found) / len(found)
    return confidence


def _confidence(trusts: Iterable[float]) -> float:
    score = sum(-math.log(max(1e-9, 1 - trust)) for trust in trusts)
    return 1 / (1 + math.exp(-DAMPING * score))
