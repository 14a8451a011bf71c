"""Days that a printed time leaves to its reader: of which year it is."""

from __future__ import annotations

from datetime import date

import msgspec

from sayso.model import Time


def nearest_year(time: Time, day: str) -> Time:
    """A recalled time of which no year is printed, in the year in which it lies nearest to `day`."""
    end = time.to or time.from_
    if end is None or not _yearless(time, end):
        return time
    here = date.fromisoformat(day[:10])
    back = _moved(end, -1)
    if back and abs(date.fromisoformat(back) - here) < abs(date.fromisoformat(end) - here):
        return msgspec.structs.replace(time, from_=_moved(time.from_, -1), to=_moved(time.to, -1))
    return time


def coming(time: Time, day: str) -> Time:
    """A time of which no year is printed and that has passed, in the next year: the day that is given."""
    end = time.to or time.from_
    if end is None or end >= day or not _yearless(time, end):
        return time
    return msgspec.structs.replace(time, from_=_moved(time.from_, 1), to=_moved(time.to, 1))


def _yearless(time: Time, end: str) -> bool:
    """Whether it is a day or months of no printed year, and no "last" or "next" says which it is."""
    relative = any(word in time.text.lower() for word in ("next", "this", "coming", "last"))
    if relative or (any(char.isdigit() for char in time.text) and end[:4] in time.text):
        return False
    return time.grain in {"day", "month", "quarter", "half"}


def _moved(day: str | None, years: int) -> str | None:
    if day is None:
        return None
    year, rest = int(day[:4]) + years, day[4:]
    return f"{year:04}{'-02-28' if rest == '-02-29' else rest}"
