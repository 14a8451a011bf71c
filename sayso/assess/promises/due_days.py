"""Days that a printed time leaves to its reader: of which year it is, and where a length ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import msgspec

from sayso.assess.promises.promise_words import first_match, says
from sayso.assess.promises.telling import Telling
from sayso.lang.loading import load
from sayso.model import Time

WEEK_DAYS = 7
YEAR_MONTHS = 12
LONGEST = 365  # units; more is a figure of speech


def dated_length(time: Time, telling: Telling, language: str) -> Time:
    """A due length ("within six weeks") with its last day, counted from publication; else as it is.

    Without a day of publication, and where it hangs on something else ("of the harvest"), it has no days.
    """
    if time.role != "due" or time.from_ or time.to or telling.published is None:
        return time
    found = first_match(time.text, "length", language)
    behind = telling.text.partition(time.text)[2]
    if found is None or says(behind, "hanging", language):
        return time
    count = _count(found[1].lower(), language)
    last = _after(telling.published, count, found[2].lower()) if count else None
    return msgspec.structs.replace(time, to=last) if last else time


def _count(word: str, language: str) -> int:
    """The number of units that a word says; 0 for none."""
    if word.isdecimal():
        return min(int(word), LONGEST)
    small: dict[str, int] = load(language, "linking")["number_words"]["words"]
    parts = word.split("-")
    return 1 if word in {"a", "an"} else sum(small[part] for part in parts) if set(parts) <= set(small) else 0


def _after(day: str, count: int, unit: str) -> str | None:
    """The day so many days, weeks, months or years after another; None outside of the calendar."""
    try:
        start = date.fromisoformat(day[:10])
        if unit in {"day", "week"}:
            return (start + timedelta(days=count * (WEEK_DAYS if unit == "week" else 1))).isoformat()
        months = start.year * 12 + start.month - 1 + count * (YEAR_MONTHS if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()
    except (OverflowError, ValueError):
        return None


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
