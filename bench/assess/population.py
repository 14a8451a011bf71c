"""Populations of cities: how often the amount that is taken is off by more than 1 %.

Choices (compared by ratio, drawn to the mean by two) were made on cities with hash half 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median_low

import numpy as np

from bench.assess.data import POPULATION, half
from bench.assess.peers.crh import crh_amounts
from bench.assess.scoring import between
from bench.corpora import corpus, why_missing
from bench.table import Outcome, Row, Skipped, Table
from sayso.assess.quantities import Measured, weigh_quantities

NAME = "population"
NEAR = 0.01
DRAWS = 1000
NO_NAME = "contributor #0 "  # an address of a network in place of a name
Amounts = Sequence[tuple[str, str, float]]


def measure() -> list[Outcome]:
    """Ours, CRH, median, vote and mean, on all cities and on the half that had no say."""
    folder = corpus(POPULATION)
    if folder is None:
        return [Skipped(name=NAME, why=why_missing(POPULATION))]
    lines = (folder / "population-new-new.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    told = [(row[0], row[1], float(row[2])) for line in lines if len(row := line.split("\t")) == 4]
    truth = known((folder / "population-gd.txt").read_text(encoding="utf-8", errors="replace"))
    truth = {item: amount for item, amount in truth.items() if item in {row[0] for row in told}}
    systems = {
        "sayso": ours(told), "CRH": crh_amounts(told), "median": by_item(told, median_low),
        "vote": by_item(told, commonest), "mean": by_item(told, fmean),
    }  # fmt: skip
    held = {item: amount for item, amount in truth.items() if half(item)}
    rows: list[Row] = [
        {"system": name, "on": side, "error at 1 %": round(float(np.mean(wrong(found, part))), 4),
         "95 %": between(*interval(wrong(found, part)))}
        for side, part in (("all", truth), ("held out", held)) for name, found in systems.items()
    ]  # fmt: skip
    data = f"{len(truth)} cities and years of known population, {len(held)} held out; {len(told):,} amounts."
    return [Table(name=NAME, title="Population: which number", data=data, rows=rows)]


def known(text: str) -> dict[str, float]:
    """By item, as the amounts name it, the true amount."""
    found = {}
    for line in text.splitlines():
        *place, year, amount = line.split(", ")
        found[f"{', '.join(place)}_{year}"] = float(amount)
    return found


def ours(told: Amounts) -> Mapping[str, float]:
    """Amounts of contributors without a name share one weight."""
    return weigh_quantities(
        Measured(
            item=item, source="" if source.startswith(NO_NAME) else source, low=amount, high=amount,
            line=str(n),
        )
        for n, (item, source, amount) in enumerate(told)
    ).amounts  # fmt: skip


def by_item(told: Amounts, of: Callable[[list[float]], float]) -> dict[str, float]:
    items: dict[str, list[float]] = {}
    for item, _, amount in told:
        items.setdefault(item, []).append(amount)
    return {item: of(amounts) for item, amounts in items.items()}


def commonest(amounts: list[float]) -> float:
    return max(sorted(set(amounts)), key=amounts.count)


def wrong(found: Mapping[str, float], truth: Mapping[str, float]) -> list[bool]:
    """Of each item whether the amount is off by more than 1 %."""
    return [abs(found[item] - amount) > NEAR * amount for item, amount in sorted(truth.items())]


def interval(wrong: Sequence[bool]) -> tuple[float, float]:
    """The middle 95 % of the error over draws of items."""
    dice = np.random.default_rng(0)
    drawn = np.asarray(wrong)[dice.integers(0, len(wrong), (DRAWS, len(wrong)))].mean(axis=1)
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))
