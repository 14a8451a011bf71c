"""What the words around a time do to its ends: "since May", "by May", "no earlier than May"."""

import re
from datetime import date, timedelta
from functools import cache

from sayso.lang.loading import load
from sayso.read.times.calendar import Interval
from sayso.read.times.values import Part, Shift, Value
from sayso.read.times.words import Item

ONE_DAY = timedelta(days=1)
REACH_CHARS = 120
AT_LEAST = "FROM_ON"  # the bound of "no earlier than": open behind


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before a time and behind it that let it begin there."""
    data = load(language, "time")["bounds"]
    before, behind = ("|".join(map(re.escape, data[name])) for name in ("no_earlier", "at_earliest"))
    return re.compile(rf"\b(?:{before})\s\Z", re.IGNORECASE), re.compile(rf",?\s(?:{behind})\b")


def bound_of(text: str, item: Item, opener: Item | None, language: str) -> tuple[str, int]:
    """Which end of a time is given ("" for both), and where the words that say so begin.

    The kind of the preposition, or FROM_ON where nothing comes before: "no earlier than June", "June at
    the earliest". "Not before June" keeps its end: until then what is denied does not happen.
    """
    start = opener.start if opener else item.start
    before, behind = _phrases(language)
    leading = before.search(text, max(0, start - REACH_CHARS), start)
    if leading:
        return AT_LEAST, leading.start()
    if opener is None and behind.match(text, item.end):
        return AT_LEAST, start
    return (opener.kind if opener else ""), start


def opened(found: Interval, led_by: str, value: Value) -> tuple[date | None, date | None]:
    """The ends after the words around the time have their say; `led_by` as `bound_of` gives it."""
    if led_by in ("SINCE", AT_LEAST):
        return found.first, None
    if led_by in ("BY", "UNTIL") or (led_by == "WITHIN" and isinstance(value, Shift)):
        return None, found.last
    if led_by == "BEFORE":
        to_its_end = (isinstance(value, Part) and value.name == "end") or found.first == date.min
        return None, found.last if to_its_end else found.first - ONE_DAY
    if led_by == "AFTER":
        return found.last + ONE_DAY, None
    return found.first, found.last
