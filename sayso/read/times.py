"""Times in a text: expressions with their days, grain, and what they lack."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.time_calendar import Interval
from sayso.read.time_grammar import grammar, read_items
from sayso.read.time_resolve import Scene, grain_of, is_relative, place
from sayso.read.time_tense import lean_of
from sayso.read.time_values import Beyond, Calendar, Clock, Length, Part, Repeat, Vague, Value
from sayso.read.time_words import Item, islands

BREAK = re.compile(r"\n[^\S\n]*\n")
STORY_YEARS = 2  # a text whose years lie further back than this tells of long ago


def find_times(
    text: str, anchor: date | None, language: str = "en", within: Span | None = None, *, whole: bool = True
) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` (or of a part of it), in order, never overlapping; () where none is.

    `anchor` is the day the text was published; without it nothing relative is resolved and
    `anchored` says so. Spans leave the preposition outside ("2021" in "since 2021"), as TimeML does,
    and keep a range in one piece ("between February and May"). The preposition opens an end: since X
    runs from X to the anchor; until and by X to the end of X; before X ends the day before; after X
    begins the day after. `whole` False gives the parts as TIMEX2 annotates them: no joint ranges and
    no opened ends. Linear in the length of `text`. UsageError for an unknown language.
    """
    scope = within or Span(0, len(text))
    found = list(_read(text, scope, language, whole))
    scene = Scene(anchor=anchor)
    telling = _tells_of_long_ago([item.value for item, _ in found], anchor)
    breaks = [match.end() for match in BREAK.finditer(text, scope.start, scope.end)] if found else []
    paragraph, out = -1, []
    for item, led_by in found:
        here = bisect_right(breaks, item.start)
        if here != paragraph and not telling:
            scene.told = {}
        paragraph = here
        out.append(_resolved(text, item, led_by if whole else "", scene, language, telling))
    return tuple(out)


def _read(text: str, scope: Span, language: str, whole: bool) -> Iterator[tuple[Item, str]]:
    """The expressions with the class of the preposition before each ("" for none)."""
    kinds, openers = grammar(language).expressions, grammar(language).openers
    for island in islands(text, scope.start, scope.end, language):
        items = read_items(island, language, ranges=whole)
        for index, item in enumerate(items):
            if item.kind in kinds:
                before = [other.kind for other in items[max(0, index - 3) : index]]
                while before and before[-1] in ("APPROX", "MORE", "THAN"):
                    before.pop()
                yield item, before[-1] if before and before[-1] in openers else ""


def _tells_of_long_ago(values: list[Value], anchor: date | None) -> bool:
    """Whether the text is a story: three years or more are printed and half of them lie far behind."""
    years = [value.year for value in values if isinstance(value, Calendar) and value.year]
    return anchor is not None and len(years) >= 3 and median(years) < anchor.year - STORY_YEARS


def _resolved(text: str, item: Item, led_by: str, scene: Scene, language: str, telling: bool) -> TimeExpression:
    value: Value = item.value
    span = Span(item.start, item.end)
    relative = is_relative(value)
    found: Interval | None = None
    if not relative or scene.anchor is not None:
        scene.lean = lean_of(text, span, language, led_by=led_by) if relative else "past"
        scene.story = _story(scene) if telling else None
        found = place(value, scene, language)
    first, last = _opened(found, led_by, value, scene) if found else (None, None)
    if found:
        scene.tell(found)
    return TimeExpression(
        span=span, first=first, last=last, grain=found.grain if found else grain_of(value), relative=relative,
        anchored=found is not None or not relative, vague=isinstance(value, Vague) or _shapeless(value),
        duration=isinstance(value, Length),
    )  # fmt: skip


def _shapeless(value: Value) -> bool:
    return isinstance(value, Part) and isinstance(value.of, Vague)


def _story(scene: Scene) -> date | None:
    latest = [found for found in scene.told.values() if found.grain in ("day", "week", "month", "season", "year")]
    return latest[-1].first if latest else None


def _opened(found: Interval, led_by: str, value: Value, scene: Scene) -> tuple[date | None, date | None]:
    """The ends after the preposition has its say."""
    anchor = scene.anchor
    if led_by == "SINCE":
        return found.first, anchor if anchor and anchor >= found.first else None
    if led_by in ("BY", "UNTIL"):
        return (anchor if anchor and anchor <= found.last else None), found.last
    if led_by == "BEFORE":
        end = found.last if isinstance(value, Part) and value.name == "end" else found.first - timedelta(days=1)
        return (anchor if anchor and anchor <= end else None), end
    if led_by == "AFTER":
        return found.last + timedelta(days=1), None
    return found.first, found.last
