"""Labels on a line that never meet: each to the right of its staff, higher where another is in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.show.pictures.ink import SMALL_PX
from sayso.show.pictures.measure import ELLIPSIS, fit, width_px

LEVELS, LEVEL_PX, LEAST_PX, LONGEST_PX = 4, 17.0, 44.0, 190.0
MOST = 100  # places that are tried, so that time stays small


@dataclass(frozen=True, slots=True)
class Flag:
    """A label at a place, so many levels above the line (0: right on it)."""

    x: float
    level: int
    text: str


def flags(places: Sequence[tuple[float, str]], right: float) -> list[Flag]:
    """The labels that find room, from left to right, given in the order of their importance.

    From the right to the left, a label goes over those that it reaches, so that no staff runs through a
    label; one that would need a fifth level, or push another there, or that leaves `right`, is left out.
    """
    kept: list[Flag] = []
    for x, text in places[:MOST]:
        label = fit(text, min(LONGEST_PX, right - x - 4), SMALL_PX)
        if label == ELLIPSIS or (label.endswith(ELLIPSIS) and right - x < LEAST_PX):
            continue
        tried = _raised([*kept, Flag(x, 0, label)])
        if all(flag.level < LEVELS for flag in tried):
            kept = tried
    return kept


def _raised(given: Sequence[Flag]) -> list[Flag]:
    """The labels, each on the lowest level on which it reaches no other's staff or words."""
    found: list[Flag] = []
    for flag in sorted(given, key=lambda each: (-each.x, each.text)):
        needed = flag.x + 4 + width_px(flag.text, SMALL_PX) + 6
        over = [each.level for each in found if each.x < needed]
        found.append(Flag(flag.x, max(over, default=-1) + 1, flag.text))
    return found[::-1]
