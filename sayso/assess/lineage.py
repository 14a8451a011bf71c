"""How much of each report is its own, from what is known of whom it had it from. Fails closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from sayso.assess.report import Report

Lineage = Literal["own", "copy", "unknown"]
UNKNOWN_SHARE = 0.35  # about one third of online news is original (Cagé, Hervé & Viaud 2020)
NEXT_UNKNOWN = 1 / 3  # each further report of unknown lineage, against the one before: together never one
NEXT = 0.5  # each further source without a record that says to have it first-hand, against the one before


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A report with its lineage: `own` where it is printed that it was had first-hand, `copy` where it is
    known whom it is from, else `unknown`.
    """

    report: Report
    lineage: Lineage = "unknown"


def own_reports(lines: Iterable[Line], recorded: Iterable[str] = ()) -> list[Report]:
    """The reports with their weights, in an order of their own; [] for none.

    A copy weighs 0. Of what has no recorded lineage the first of a claim and stance weighs .35, each further
    one a third of that before, together never one: any number of them may go back to one. What is had
    first-hand weighs 1 where the source is among `recorded` (it has a record); of others the first weighs 1,
    each further one half of that before, since anybody can write that somebody told him.
    """
    known = frozenset(recorded)
    first: dict[tuple[str, str], int] = {}
    unknown: dict[tuple[str, str], int] = {}
    found: list[Report] = []
    for line in sorted(lines, key=_order):
        report, place = line.report, (line.report.claim, line.report.stance)
        weight = 0.0
        if line.lineage == "own" and report.source in known:
            weight = 1.0
        elif line.lineage == "own":
            weight = NEXT ** first.get(place, 0)
            first[place] = first.get(place, 0) + 1
        elif line.lineage == "unknown":
            weight = UNKNOWN_SHARE * NEXT_UNKNOWN ** unknown.get(place, 0)
            unknown[place] = unknown.get(place, 0) + 1
        found.append(msgspec.structs.replace(report, weight=report.weight * weight))
    return found


def _order(line: Line) -> tuple[str, str, str, str, float]:
    report = line.report
    return (report.claim, report.stance, report.source, line.lineage, -report.weight)


def with_records(resolved_counts: Mapping[str, int], fewest: int) -> frozenset[str]:
    """The sources of which at least `fewest` claims are resolved."""
    return frozenset(source for source, count in resolved_counts.items() if count >= fewest)
