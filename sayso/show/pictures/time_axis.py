"""A time axis: days to places, and the days that are written under it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import SMALL_PX, stroke, words
from sayso.show.pictures.measure import width_px

LABEL_PX, MARGIN_PX = 84.0, 4.0
DAYS = (1, 2, 7, 14)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000)
MONTH_DAYS = 30.4


def day(text: str | None) -> date | None:
    """The day of an ISO date; None for none and for what is no date."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` on a line from `left` to `right` (px)."""

    first: date
    last: date
    left: float
    right: float

    def x(self, when: date) -> float:
        """Where a day begins; the middle of the line where there is but one day."""
        whole = (self.last - self.first).days
        if not whole:
            return (self.left + self.right) / 2
        share = (when - self.first).days / whole
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def ticks(self) -> list[tuple[float, str]]:
        """Where a day, month or year is written, far enough apart to be read; at least one."""
        room = max(1, int((self.right - self.left) / LABEL_PX))
        days = (self.last - self.first).days / room
        step = next((each for each in DAYS if each >= days), None)
        found = self._by_days(step) if step else self._by_months(days)
        return [(self.x(when), label) for when, label in found] or [
            (self.x(self.first), self.first.isoformat())
        ]

    def _by_days(self, step: int) -> Iterator[tuple[date, str]]:
        when = self.first
        while when <= self.last:
            yield when, when.isoformat()
            if (date.max - when).days < step:
                return
            when += timedelta(days=step)

    def _by_months(self, days: float) -> Iterator[tuple[date, str]]:
        step = next((each for each in MONTHS if each * MONTH_DAYS >= days), MONTHS[-1])
        months = self.first.year * 12 + self.first.month - 1
        months += (-months) % step if self.first.day == 1 else step - months % step
        while months // 12 <= min(self.last.year, date.max.year):
            when = date(max(1, months // 12), months % 12 + 1, 1)
            if when > self.last:
                return
            yield when, f"{when.year:04}" if step >= 12 else f"{when.year:04}-{when.month:02}"
            months += step

    def drawn(
        self, top: float, bottom: float, free: tuple[float, float] = (MARGIN_PX, math.inf)
    ) -> Iterator[Markup]:
        """Thin lines at the written days from top to bottom, the days under them (18 px), in `free`."""
        written = free[0]
        for x, label in self.ticks():
            yield stroke(f"M{x:.1f} {top:.1f}V{bottom:.1f}", name="line", width=1)
            wide = width_px(label, SMALL_PX)
            start = max(MARGIN_PX, x - wide / 2)
            if start >= written and start + wide <= free[1]:
                yield words(label, start, bottom + 15, size=SMALL_PX, fill="soft")
                written = start + wide + 8


def axis(days: Iterable[date], left: float, right: float) -> Axis | None:
    """The axis that holds all the days; None for none."""
    found = sorted(days)
    return Axis(found[0], found[-1], left, right) if found else None
