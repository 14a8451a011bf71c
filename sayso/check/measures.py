"""Amounts as a reader takes them: "nearly 300" is not 12, half a dozen is six, six weeks are some 41 days."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from sayso.check.matter import Figure
from sayso.check.words import first
from sayso.lang.loading import load

DIMENSIONS = ("durations", "masses", "lengths")
JUST_UNDER = 0.85  # of an amount that is "nearly" reached
OTHER_UNIT = 0.1  # how far off an amount may be that is told in another unit
HALF = re.compile(r"\bhalf(?: of)?\W+$", re.IGNORECASE)
SHORTEST_UNIT = 3


def as_meant(figures: tuple[Figure, ...], text: str, language: str = "en") -> tuple[Figure, ...]:
    """The amounts of a text: what is nearly reached is closed from below, half a dozen is halved, and
    parts of a unit are added ("a quarter of a kilo").
    """
    read = tuple(_halved(_nearly(one, language), text) for one in figures)
    return (*read, *(one for one in _parts(text, language) if all(one.text not in f.text for f in read)))


def _nearly(figure: Figure, language: str) -> Figure:
    if figure.low is not None or figure.high is None or not first(figure.text, "just_under", language):
        return figure
    return replace(figure, low=JUST_UNDER * figure.high)


def _halved(figure: Figure, text: str) -> Figure:
    """Of "half a dozen" and "half a million" the half; the words of the amount begin behind it."""
    at = text.find(figure.text) if figure.text[:2].lower() == "a " else -1
    if at < 0 or not HALF.search(text[:at]):
        return figure
    low, high = (None if end is None else end / 2 for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high)


def _parts(text: str, language: str) -> list[Figure]:
    known = load(language, "checking")["parts"]["words"]
    found = []
    for match in _part_of(language).finditer(text):
        slot = next((unit for unit in _units(language) if match[2].lower() in {unit, f"{unit}s"}), "")
        if slot:
            amount = float(known[match[1].lower()])
            found.append(Figure(low=amount, high=amount, slot=slot, text=match[0]))
    return found


@cache
def _part_of(language: str) -> re.Pattern[str]:
    words = sorted(load(language, "checking")["parts"]["words"], key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(words)})(?: of)? an? (\w+)", re.IGNORECASE)


@cache
def _units(language: str) -> dict[str, tuple[str, float]]:
    """By unit its dimension, and how many of the first unit of that it is."""
    known = load(language, "checking")
    return {
        unit: (dimension, float(size)) for dimension in DIMENSIONS
        for unit, size in known[dimension]["words"].items()
    }  # fmt: skip


@cache
def _measured(slot: str, language: str) -> tuple[str, float]:
    """The dimension and size of a unit by its stem ("gram", "tonn"); ("", 1) for what is none."""
    units = _units(language)
    if slot in units:
        return units[slot]
    near = [unit for unit in units if len(slot) >= SHORTEST_UNIT and unit.startswith(slot)]
    return units[near[0]] if near else ("", 1.0)


def comparable(a: Figure, b: Figure, language: str = "en") -> bool:
    """Whether two amounts count one thing, or measure in units of one dimension."""
    if a.slot and a.slot == b.slot:
        return True
    one, other = _measured(a.slot, language)[0], _measured(b.slot, language)[0]
    return bool(one) and one == other


def in_one_unit(draft: Figure, printed: Figure, language: str = "en") -> tuple[Figure, Figure]:
    """Both amounts in one unit; a draft's amount in another unit than the printed one is meant roughly."""
    if draft.slot == printed.slot:
        return draft, printed
    mine, theirs = (_scaled(one, _measured(one.slot, language)[1]) for one in (draft, printed))
    low = None if mine.low is None else mine.low * (1 - OTHER_UNIT)
    high = None if mine.high is None else mine.high * (1 + OTHER_UNIT)
    return replace(mine, low=low, high=high), theirs


def _scaled(figure: Figure, size: float) -> Figure:
    low, high = (None if end is None else end * size for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high)
