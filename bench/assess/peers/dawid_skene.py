"""Dawid & Skene (1979) from crowd-kit, where it is installed: is this value the true one, yes or no.

Values differ by item, so that each value of an item is a task on which the item's sources vote.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable
from typing import Any

from bench.assess.peers.vote import Shares, claims_of, normal
from sayso.assess.told import Told


def dawid_skene(told: Iterable[Told]) -> Shares | None:
    """The share of each value; None where crowd-kit is not installed."""
    claims = claims_of(told)
    rows = [
        (f"{item}\t{value}", source, int(source in sources))
        for item, values in claims.items() for value, sources in values.items()
        for source in sorted({s for each in values.values() for s in each})
    ]  # fmt: skip
    found = binary(rows)
    if found is None:
        return None
    return {
        item: normal({value: found.get(f"{item}\t{value}", 0.0) for value in values})
        for item, values in claims.items()
    }


def binary(rows: list[tuple[str, str, int]], rounds: int = 50) -> dict[str, float] | None:
    """By task the probability of 1, from (task, worker, 0 or 1); None where crowd-kit is not installed."""
    if importlib.util.find_spec("crowdkit") is None:
        return None
    pandas: Any = importlib.import_module("pandas")
    aggregation: Any = importlib.import_module("crowdkit.aggregation")
    frame = pandas.DataFrame(rows, columns=["task", "worker", "label"])
    shares = aggregation.DawidSkene(n_iter=rounds).fit_predict_proba(frame)
    return {str(task): float(p) for task, p in shares.get(1, shares.iloc[:, -1]).items()}
