"""Rumours of 2020: do they hold, from which sites support and deny them; without fact-checkers' sites.

Split by the day of the first report: the first 60 % are for development (features, how fast old ones fade),
the rest is measured. A rumour is forecast from those that were first reported so many days before it.
Half-life (of 1.5 to 7 days) and spread (1 or 2) are those with the least calibration error on the later half
of the development part, .072.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.assess.data import RUMOURS
from bench.assess.peers import PEERS
from bench.assess.scoring import between, brier_of, draw, ece_of, interval
from bench.corpora import corpus, json_lines, why_missing
from bench.table import Cell, Outcome, Row, Skipped, Table
from sayso.assess.fitting import fitted
from sayso.assess.told import Told

NAME = "rumours"
DEVELOPED = 0.6
HALF_LIFE_DAYS = 3.0
STANCES = {
    "support": "supports", "suppport": "supports", "deny": "denies", "comment": "comments",
    "coment": "comments", "query": "asks", "querry": "asks",
}  # fmt: skip
CHECKERS = (
    "poynter", "politifact", "snopes", "fact", "boomlive", "altnews", "leadstories", "africacheck",
    "chequeado", "maldita", "newtral", "teyit", "truth", "vishvasnews", "newsmobile", "webqoof", "verafiles",
    "aosfatos",
    "lupa", "correctiv", "mimikama", "hoax", "animalpolitico", "colombiacheck", "tfc-taiwan", "mygopen",
    "cofacts", "stopfake", "rumor", "piaui", "logically", "healthfeedback", "sciencefeedback", "euvsdisinfo",
    "verify", "debunk", "open.online",
)  # fmt: skip
EXPECTED = (0.0, 0.5, 0.5, 0.5, 0.5, 0.5)
SPREAD = (2.0, 2.0, 2.0, 2.0, 2.0, 2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rumour:
    """One rumour with the sites of each stance, the day it was first reported, and whether it holds."""

    id: str
    day: int
    holds: bool
    sites: dict[str, frozenset[str]]


def measure(*, peers: bool = True) -> list[Outcome]:
    """Ours three ways, and the peers, on the later 40 %."""
    path = corpus(RUMOURS)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(RUMOURS))]
    rumours = load(path)
    cut = int(DEVELOPED * len(rumours))
    later = rumours[cut:]
    outcomes = [rumour.holds for rumour in later]
    said = {
        "sayso, resolved after 7 days": rolling(rumours, cut, 7),
        "sayso, resolved after 1 day": rolling(rumours, cut, 1),
        "sayso, learnt once": once(rumours, cut),
        **(by_peers(later) if peers else {}),
    }
    rows: list[Row] = [
        {"system": name, **row_of(list(zip(forecasts, outcomes, strict=True)))}
        for name, forecasts in said.items()
    ]
    first = said["sayso, resolved after 7 days"]
    draw(NAME, zip(first, outcomes, strict=True), "Rumours: probability that it holds")
    data = f"{len(later)} later rumours, {cut} earlier ones; sites that check facts left out."
    return [Table(name=NAME, title="Rumours: which hold", data=data, rows=rows)]


def load(path: Path) -> list[Rumour]:
    """Dated rumours that hold or do not and that a site other than a checker's speaks of, by day."""
    found = (rumour for row in json_lines(path) if (rumour := read(row)))
    return sorted(found, key=lambda rumour: (rumour.day, rumour.id))


def read(row: dict[str, Any]) -> Rumour | None:
    """One row; None where it has no outcome, no day, or nothing but checkers."""
    reports = [each for each in row["reports"] if each["stance"] in STANCES and not checks(each["url"])]
    days = [day for each in reports if (day := day_of(each["date"]))]
    if row["label"] not in {"T", "F"} or not days:
        return None
    sites: dict[str, set[str]] = defaultdict(set)
    for each in reports:
        sites[STANCES[each["stance"]]].add(urlsplit(each["url"]).netloc.lower())
    return Rumour(
        id=str(row["id"]).zfill(6), day=min(days), holds=row["label"] == "T",
        sites={stance: frozenset(found) for stance, found in sites.items()},
    )  # fmt: skip


def checks(url: str) -> bool:
    """Whether a page is a fact-checker's."""
    parts = urlsplit(url)
    site, path = parts.netloc.lower(), parts.path.lower()
    return any(word in site for word in CHECKERS) or "fact-check" in path or "factcheck" in path


def day_of(printed: str | None) -> int | None:
    """A day's number; None where it is missing or not of those years."""
    if not printed or not "2000" < printed < "2021":
        return None
    try:
        return date.fromisoformat(printed).toordinal()
    except ValueError:
        return None


def lines_of(rumour: Rumour) -> list[float]:
    """A constant; whether any site supports, denies, comments, asks; and how many more support than deny."""
    support, deny, comment, ask = (
        len(rumour.sites.get(stance, ())) for stance in ("supports", "denies", "comments", "asks")
    )
    more = math.log(support + 0.5) - math.log(deny + 0.5)
    return [1.0, float(support > 0), -float(deny > 0), float(comment > 0), float(ask > 0), more]


def rolling(rumours: Sequence[Rumour], cut: int, days: int) -> list[float]:
    """Each later rumour from those first reported `days` before; in three days old ones fade by half."""
    weights: dict[int, tuple[float, ...]] = {}
    found = []
    for rumour in rumours[cut:]:
        if rumour.day not in weights:
            known = [other for other in rumours if other.day <= rumour.day - days]
            counts = [0.5 ** ((rumour.day - other.day) / HALF_LIFE_DAYS) for other in known]
            weights[rumour.day] = learnt(known, counts)
        found.append(forecast(rumour, weights[rumour.day]))
    return found


def once(rumours: Sequence[Rumour], cut: int) -> list[float]:
    """Each later rumour from all of the earlier part, none newer."""
    weights = learnt(rumours[:cut], ())
    return [forecast(rumour, weights) for rumour in rumours[cut:]]


def learnt(known: Sequence[Rumour], counts: Sequence[float]) -> tuple[float, ...]:
    rows = [lines_of(rumour) for rumour in known]
    return fitted(rows, [rumour.holds for rumour in known], EXPECTED, SPREAD, counts)


def forecast(rumour: Rumour, weights: Sequence[float]) -> float:
    odds = math.fsum(a * b for a, b in zip(lines_of(rumour), weights, strict=True))
    return 1 / (1 + math.exp(-odds))


def by_peers(later: Sequence[Rumour]) -> dict[str, list[float]]:
    """Each peer on "yes" against "no" by site; .5 where no site takes a side."""
    words = {"supports": "yes", "denies": "no"}
    told = [
        Told(item=rumour.id, source=site, value=word)
        for rumour in later for stance, word in words.items() for site in sorted(rumour.sites.get(stance, ()))
    ]  # fmt: skip
    found: dict[str, list[float]] = {}
    for name, peer in PEERS.items():
        shares = peer(told)
        if shares is not None:
            found[name] = [share_of_yes(shares.get(rumour.id, {})) for rumour in later]
    return found


def share_of_yes(values: Mapping[str, float]) -> float:
    if not values:
        return 0.5
    return min(1.0, max(0.0, values["yes"] if "yes" in values else 1 - values["no"]))


def row_of(pairs: Sequence[tuple[float, bool]]) -> dict[str, Cell]:
    return {
        "Brier": round(brier_of(pairs), 4), "95 %": between(*interval(pairs, brier_of)),
        "ECE": round(ece_of(pairs), 4), "95 % ": between(*interval(pairs, ece_of)),
    }  # fmt: skip
