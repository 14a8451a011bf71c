"""Measures how often promises are kept, and how late: `SAYSO_DATA=… python -m training.expectations.fit`."""

from __future__ import annotations

import calendar
import csv
import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

OUT = Path(__file__).parents[2] / "sayso" / "weights" / "expectations"
PROMISES = "promises_trumptracker/data.json"
FORECAST = "covax_hdx/covax_data_hxl.csv"
DELIVERIES = (
    "covax_hdx/covax_deliveries_2pacx-1vtvzu79pptfaa2syevoqfyrrjy63djwitqu0ffbxiqczoun9k9timwmrvfgg1rbsnlmgyugzseiaye2"
    "-pub-gid-1635331605-single-true-output-csv.csv"
)
TOLD, DUE = (
    date(2021, 2, 3),
    date(2021, 5, 31),
)  # the interim forecast of deliveries, and the day that it ran to
PARTS = 10  # quantiles that are kept: tenths
KEPT, DECIDED = ("Achieved", "Compromised"), ("Achieved", "Compromised", "Broken")


def main() -> None:
    """Writes `slip.json` and `made.json`; the card is for people."""
    data = Path(os.environ["SAYSO_DATA"])
    shares, asked = delivered_shares(data)
    statuses = Counter(
        one["status"] for one in json.loads((data / PROMISES).read_text(encoding="utf-8"))["promises"]
    )
    kept, decided = (sum(statuses[name] for name in names) for names in (KEPT, DECIDED))
    late = quantiles(sorted(shares))
    classes = {
        "delivery": {"p0": smoothed(len(shares), asked), "kept": len(shares), "of": asked, "quantiles": late},
        "promise": {"p0": smoothed(kept, decided), "kept": kept, "of": decided, "quantiles": late},
        "forecast": {"p0": 0.5, "kept": 0, "of": 0, "quantiles": late},
    }
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "slip.json").write_text(json.dumps({"classes": classes}, indent=1) + "\n", encoding="utf-8")
    made = {
        "recipe": {"told": TOLD.isoformat(), "due": DUE.isoformat(), "parts": PARTS},
        "material": {name: digest(data / name) for name in (PROMISES, FORECAST, DELIVERIES)},
        "files": {"slip.json": digest(OUT / "slip.json")},
    }
    (OUT / "made.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")


def delivered_shares(data: Path) -> tuple[list[float], int]:
    """For each country whose forecast amount came: when, as a share of the time; and how many were asked."""
    rows = _rows(data / FORECAST)
    wanted = {row["ISO3"]: number(row["COVAX Forecast Total"]) for row in rows}
    wanted = {country: doses for country, doses in wanted.items() if doses}
    came: dict[str, Counter[tuple[int, int]]] = {country: Counter() for country in wanted}
    for row in _rows(data / DELIVERIES):
        month = month_of(row["Date"])
        if row["Pipeline"] == "COVAX" and month and row["ISO3"] in came:
            came[row["ISO3"]][month] += int(number(row["Doses"]))
    days = [day for country, doses in wanted.items() if (day := reached(came[country], doses))]
    return [max(0.0, (day - TOLD).days / (DUE - TOLD).days) for day in days], len(wanted)


def reached(by_month: Mapping[tuple[int, int], int], doses: float) -> date | None:
    """The end of the month in which so many doses had come in all; None where they had not."""
    total = 0
    for year, month in sorted(by_month):
        total += by_month[year, month]
        if total >= doses:
            return date(year, month, calendar.monthrange(year, month)[1])
    return None


def month_of(printed: str) -> tuple[int, int] | None:
    """ "March" is of 2021, "Feb 2022" of 2022, a bare "January" of 2022 (nothing came in January 2021)."""
    words = printed.strip().lower().split()
    names = [name.lower()[:3] for name in calendar.month_name[1:]]
    if not words or words[0][:3] not in names:
        return None
    month = names.index(words[0][:3]) + 1
    return (int(words[1]) if len(words) > 1 else 2022 if month == 1 else 2021), month


def quantiles(shares: Sequence[float]) -> list[float]:
    """The shares at which 0, 1/10, … 1 of them had come (from nothing at 0, the last at its own)."""
    at = [min(len(shares) - 1, max(0, round(part / PARTS * len(shares)) - 1)) for part in range(PARTS + 1)]
    return [0.0, *(round(shares[index], 2) for index in at[1:])]


def smoothed(kept: int, of: int) -> float:
    """The mean of the posterior with a flat prior (Laplace): never 0 nor 1."""
    return round((kept + 1) / (of + 2), 3)


def number(printed: str) -> float:
    """A printed number; 0 for none."""
    return float((printed or "0").replace(",", "") or 0)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[1:]  # the line of HXL tags


if __name__ == "__main__":
    main()
