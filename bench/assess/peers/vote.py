"""The vote: a value's share of the sources of its item. And the shape that all peers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.assess.told import Told

Shares = Mapping[str, Mapping[str, float]]
Claims = dict[str, dict[str, list[str]]]


def claims_of(told: Iterable[Told]) -> Claims:
    """By item and value the sources, sorted, each once."""
    found: dict[str, dict[str, set[str]]] = {}
    for one in told:
        found.setdefault(one.item, {}).setdefault(one.value, set()).add(one.source)
    return {
        item: {value: sorted(sources) for value, sources in sorted(values.items())}
        for item, values in sorted(found.items())
    }


def vote(told: Iterable[Told]) -> Shares:
    """The share of each value."""
    return {
        item: {value: len(sources) / sum(map(len, values.values())) for value, sources in values.items()}
        for item, values in claims_of(told).items()
    }


def normal(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores made to sum to 1; even where all are 0."""
    total = sum(scores.values())
    return {key: score / total if total else 1 / len(scores) for key, score in scores.items()}
