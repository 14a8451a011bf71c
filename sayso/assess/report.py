"""Report: that a named source says a claim or denies it, as learning sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

Side = Literal["supports", "denies"]


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One source on one claim. `source` is its key ("" for an anonymous one, of whom nothing is kept).

    `kind` is the kind of source within which it is pooled. `weight` in [0, 1]: how much of it is its own; 0
    for a copy, which counts nothing.
    """

    source: str
    kind: str
    claim: str
    stance: Side = "supports"
    weight: float = 1.0

    @property
    def supports(self) -> bool:
        """Whether it says the claim."""
        return self.stance == "supports"


def settled(outcomes: Iterable[tuple[str, bool]]) -> dict[str, bool]:
    """What claims came out as, without those of which two outcomes are given; {} for none.

    >>> settled([("a", True), ("b", True), ("b", False)])
    {'a': True}
    """
    found: dict[str, set[bool]] = {}
    for claim, holds in outcomes:
        found.setdefault(claim, set()).add(holds)
    return {claim: sides.pop() for claim, sides in sorted(found.items()) if len(sides) == 1}


def stands(reports: Iterable[Report]) -> dict[tuple[str, str], Report]:
    """By source and claim the one report that counts: the heaviest.

    None of a source that both says and denies the claim, of an anonymous source, or of a copy.
    """
    found: dict[tuple[str, str], Report] = {}
    torn: set[tuple[str, str]] = set()
    for report in reports:
        if not report.source or report.weight <= 0:
            continue
        place = (report.source, report.claim)
        known = found.get(place)
        if known is not None and known.stance != report.stance:
            torn.add(place)
        if known is None or (report.weight, report.kind) > (known.weight, known.kind):
            found[place] = report
    return {place: found[place] for place in sorted(found) if place not in torn}


def kinds_of(reports: Iterable[Report]) -> Mapping[str, str]:
    """The kind of each named source, the commonest of those given, ties by name.

    Copies have a say only where a source has nothing but copies.
    """
    counted: dict[str, dict[str, tuple[int, int]]] = {}
    for report in reports:
        if report.source:
            kinds = counted.setdefault(report.source, {})
            own, copies = kinds.get(report.kind, (0, 0))
            kinds[report.kind] = (own + 1, copies) if report.weight > 0 else (own, copies + 1)
    return {source: _commonest(kinds) for source, kinds in sorted(counted.items())}


def _commonest(kinds: Mapping[str, tuple[int, int]]) -> str:
    own = {kind: count for kind, (count, _) in kinds.items() if count}
    counts = own or {kind: copies for kind, (_, copies) in kinds.items()}
    return min(counts, key=lambda kind: (-counts[kind], kind))
