"""Times placed again: as of what lies behind, and as of the day on which they were said."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from sayso.lang.loading import load
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.times.bounds import bound_of, opened
from sayso.read.times.calendar import MONTHS_OF, Interval
from sayso.read.times.finding import limit_of, point_of, read_items_of
from sayso.read.times.resolving import Scene, place
from sayso.read.times.values import Between, Calendar, Clip, Length, Nth, Part, Shift, Stretch, Value
from sayso.read.times.words import Item

PREPOSITION_CHARS = 12
FOLLOWING_CHARS = 40  # by which "the 20th" is known
QUOTE_CHARS = 2000
ONE_DAY, WEEK = timedelta(days=1), timedelta(days=7)
WORD = re.compile(r"[^\W\d_]+")


def in_the_past(text: str, time: TimeExpression, anchor: date | None, language: str = "en") -> TimeExpression:
    """The same expression as of something that lies behind: nobody said in a March to come that …

    Unchanged where it lies behind already, or where nothing anchors it.
    """
    if anchor is None or not time.relative or time.first is None or time.first <= anchor:
        return time
    for item, opener in _read_again(text, time, language):
        found = place(item.value, Scene(anchor=anchor, lean="past"), language)
        if found and found.first <= anchor:
            return _with_days(text, time, item, opener, found, language)
    return time


def nearer_ahead(
    text: str, time: TimeExpression, published: date | None, language: str = "en"
) -> TimeExpression:
    """The same expression as of something that lies ahead, where that is nearer to the day of printing.

    "The premier's promise to open the border by May has delighted traders", printed in April: next month, and
    not eleven months ago. Unchanged for what has a year or lies ahead already.
    """
    if published is None or not time.relative or time.last is None or time.last >= published:
        return time
    for item, opener in _read_again(text, time, language):
        value = _meant(text, item, language)
        found = (
            place(value, Scene(anchor=published, lean="future"), language) if _is_countable(value) else None
        )
        if found and found.last - published < published - time.last:
            return _with_days(text, time, item, opener, found, language)
    return time


def counted_from(
    text: str, time: TimeExpression, said: date, language: str = "en", *, until: date | None = None,
    published: date | None = None,
) -> TimeExpression:  # fmt: skip
    """The same expression as of something that lay ahead when it was said, between `said` and `until`.

    "In March it promised flour by the first of May" means that year's May, "within ten days" so long after
    the last day on which it may have been said. Unchanged for what has a year, for a month that would come
    out later, for a "next week" that was said no one knows in which week of a month, and for what a writer
    tells in words of his own day ("said on Friday that it would open tomorrow", `published` on Sunday).
    """
    until = until or said
    for item, opener in _read_again(text, time, language):
        value = _meant(text, item, language)
        if isinstance(value, Length):
            last = limit_of(text, item, opener, until)
            return replace(time, last=last) if last else time
        if _is_the_writers(text, time.span, value, until, published, language):
            return time
        found = _placed(value, said, until, time.last or time.first, language)
        if found:
            return _with_days(text, time, item, opener, found, language)
    return time


def _read_again(text: str, time: TimeExpression, language: str) -> Iterator[tuple[Item, Item | None]]:
    """What an expression was made of; a month is one only behind its preposition."""
    scope = Span(max(0, time.span.start - PREPOSITION_CHARS), min(len(text), time.span.end + FOLLOWING_CHARS))
    for item, opener in read_items_of(text, scope, language, True):
        if item.end == time.span.end:
            yield item, opener


def _with_days(
    text: str, time: TimeExpression, item: Item, opener: Item | None, found: Interval, language: str
) -> TimeExpression:  # fmt: skip
    first, last = opened(found, bound_of(text, item, opener, language)[0], item.value)
    return replace(time, first=first, last=last, grain=found.grain)


def _meant(text: str, item: Item, language: str) -> Value:
    return point_of(text, item, language) or item.value


def _placed(value: Value, said: date, until: date, bound: date | None, language: str) -> Interval | None:
    """The days of a value as said between two days; None where they are not to be known, or not earlier."""
    if not _is_countable(value):
        return None
    after = ONE_DAY if _is_a_weekday(value) else timedelta()  # nobody says "by Friday" of the same day
    found = place(value, Scene(anchor=said + after, lean="future"), language)
    if found is None or found.last < said:
        return None
    if _is_of_the_calendar(value):
        return found if bound is not None and found.last < bound else None
    return found if found == place(value, Scene(anchor=until + after, lean="future"), language) else None


def _is_a_weekday(value: Value) -> bool:
    return (
        isinstance(value, Calendar) and value.weekday is not None and value.day is None and value.turn is None
    )


def _inner(value: Value) -> tuple[Value, ...]:
    if isinstance(value, Part | Nth | Clip):
        return _inner(value.of)
    if isinstance(value, Between):
        return (*_inner(value.start), *_inner(value.end))
    return (value,)


def _is_of_the_calendar(value: Value) -> bool:
    return all(isinstance(one, Calendar) and not _is_a_weekday(one) for one in _inner(value))


def _is_countable(value: Value) -> bool:
    """Whether a value counts from a day: the months and weekdays without a year, and what is relative."""
    return all(
        isinstance(one, Calendar | Shift | Stretch)
        and not getattr(one, "year", None)
        and one.base == "anchor"
        for one in _inner(value)
    )


def _is_the_writers(
    text: str, span: Span, value: Value, said: date, published: date | None, language: str
) -> bool:
    """Whether a writer tells what others said in words of his own day: "today", "this year".

    Not in quotation marks; not for a day or a week either where a week and more has gone by.
    """
    own = load(language, "time")["lean"]["writers_own"]
    printed = text[span.start : span.end].lower()
    if published is None or set(WORD.findall(printed)).isdisjoint(own) or _is_quoted(text, span.start):
        return False
    longer = any(isinstance(one, Shift) and one.unit in MONTHS_OF for one in _inner(value))
    return longer or isinstance(value, Calendar) or published - said < WEEK


def _is_quoted(text: str, place_: int) -> bool:
    start = max(0, place_ - QUOTE_CHARS)
    return text.rfind("“", start, place_) > text.rfind("”", start, place_)
