"""Numbers and times of day that marks part: "9,000", "2.5", "18:50"."""

import re

from sayso.model import Span

REACH_CHARS = 24  # of a number with its marks
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")
NUMBER = re.compile(
    r"(?<![\w.,:])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}[.,:]\d{1,2})(?!\d|[.,:]\d)"
)


def number_around(text: str, offset: int) -> Span | None:
    """The number inside which an offset falls, as in "9 | ,000"; None where there is none.

    Not one whose first part has four digits: in "2024.31" a year ends a sentence, and a note stands behind.
    """
    beside = text[max(0, offset - 1) : offset + 1]
    if len(beside) < 2 or not all(c.isdigit() or c in ".,:" for c in beside):
        return None
    first = max(0, offset - REACH_CHARS)
    for match in NUMBER.finditer(text, first, offset + REACH_CHARS):
        if match.start() < offset < match.end():
            return Span(*match.span())
    return None


def is_clock(text: str, number: Span) -> bool:
    """Whether a number may be a time of day: "18:50", "9.10"."""
    return CLOCK.fullmatch(text, number.start, number.end) is not None
