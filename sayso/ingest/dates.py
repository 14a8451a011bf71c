"""Dates of publication, as files and pages write them: ISO days or nothing, never a guess."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T|\Z)")
DAY_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)")
MONTH_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
LONGEST_CHARS = 64


def iso_date(value: str) -> str | None:
    """The day that `value` begins with, as YYYY-MM-DD, or None where it names no whole day.

    Reads ISO 8601 dates and date-times (the day as printed, whatever the time zone), YYYY/MM/DD,
    RFC 5322 dates and days with an English month name. What needs a guess is not read: 05/06/2021,
    "May 2021", "yesterday". The empty string gives None.
    """
    words = " ".join(value[:LONGEST_CHARS].split())
    for pattern in (ISO, SLASHED, COMPACT):
        if match := pattern.match(words):
            return _day(match[1], match[2], match[3])
    if match := DAY_FIRST.match(words):
        return _day(match[3], _month(match[2]), match[1])
    if match := MONTH_FIRST.match(words):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(MONTHS.index(short) + 1) if short in MONTHS else "0"


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
