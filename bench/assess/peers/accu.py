"""ACCU, ACCUCOPY (Dong, Berti-Équille, Srivastava 2009): false values alike likely; copying by agreement."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from bench.assess.peers.vote import Claims, Shares, claims_of
from sayso.assess.told import Told

FALSE_VALUES, START, ROUNDS = 10, 0.8, 10
COPIES, PRIOR_COPY, LEAST_SHARED = 0.8, 0.2, 3
Copying = Mapping[tuple[str, str], float]
NONE: Copying = {}


def accu(told: Iterable[Told]) -> Shares:
    """Without copying."""
    return _run(claims_of(told), copying=False)


def accucopy(told: Iterable[Told]) -> Shares:
    """With copying, found anew in each round."""
    return _run(claims_of(told), copying=True)


def _run(claims: Claims, *, copying: bool) -> dict[str, dict[str, float]]:
    accuracy: dict[str, float] = defaultdict(lambda: START)
    copies: Copying = NONE
    shares: dict[str, dict[str, float]] = {}
    for round in range(ROUNDS):
        shares = {item: _shares(values, accuracy, copies) for item, values in claims.items()}
        given: dict[str, list[float]] = defaultdict(list)
        for item, values in claims.items():
            for value, sources in values.items():
                for source in sources:
                    given[source].append(shares[item][value])
        accuracy.update({s: min(0.99, max(0.01, sum(found) / len(found))) for s, found in given.items()})
        if copying and round < ROUNDS - 1:
            copies = _copying(claims, shares, accuracy)
    return shares


def _shares(
    values: Mapping[str, list[str]], accuracy: Mapping[str, float], copies: Copying
) -> dict[str, float]:
    scores = {value: _score(sources, accuracy, copies) for value, sources in values.items()}
    most = max(scores.values())
    unseen = max(0, FALSE_VALUES + 1 - len(values))
    total = sum(math.exp(score - most) for score in scores.values()) + unseen * math.exp(-most)
    return {value: math.exp(score - most) / total for value, score in scores.items()}


def _score(sources: list[str], accuracy: Mapping[str, float], copies: Copying) -> float:
    """Each source's vote, less what it may have from those that were counted before it."""
    found, before = 0.0, list[str]()
    for source in sorted(sources, key=lambda s: (-accuracy[s], s)):
        own = 1.0
        if copies:
            for other in before:
                own *= 1 - COPIES * copies.get((min(source, other), max(source, other)), 0.0)
        a = accuracy[source]
        found += own * math.log(FALSE_VALUES * a / (1 - a))
        before.append(source)
    return found


def _copying(claims: Claims, shares: Shares, accuracy: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """How likely one of two sources copies the other, from shared true, shared false and differing values."""
    counts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for item, values in claims.items():
        said = sorted((source, value) for value, sources in values.items() for source in sources)
        for (one, a), (two, b) in combinations(said, 2):
            if one != two:
                count = counts[one, two]
                if a == b:
                    count[0] += shares[item][a]
                    count[1] += 1 - shares[item][a]
                else:
                    count[2] += 1
    return {
        pair: _posterior(count, accuracy[pair[0]], accuracy[pair[1]])
        for pair, count in counts.items() if sum(count) >= LEAST_SHARED
    }  # fmt: skip


def _posterior(count: list[float], one: float, two: float) -> float:
    true = one * two
    false = (1 - one) * (1 - two) / FALSE_VALUES
    differ = max(1e-9, 1 - true - false)
    mean = (one + two) / 2
    apart = count[0] * math.log(true) + count[1] * math.log(false) + count[2] * math.log(differ)
    copied = (
        count[0] * math.log(mean * COPIES + true * (1 - COPIES))
        + count[1] * math.log((1 - mean) * COPIES + false * (1 - COPIES))
        + count[2] * math.log(differ * (1 - COPIES))
    )
    odds = math.log(PRIOR_COPY / (1 - PRIOR_COPY)) + copied - apart
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
