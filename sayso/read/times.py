"""Times in a text: expressions with their days, grain, and what they lack."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.time_calendar import Interval
from sayso.read.time_grammar import grammar, read_items
from sayso.read.time_resolve import Scene, grain_of, is_relative, place
from sayso.read.time_tense import lean_of
from sayso.read.time_values import Calendar, Length, Part, Shift, Vague, Value
from sayso.read.time_words import Item, islands

BREAK = re.compile(r"\n[^\S\n]*\n")
ONE_DAY = timedelta(days=1)
STORY_LENGTH = 5
STORY_STEP_YEARS = 3
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
    """Whether the text is a story: most years printed lie far behind, and little is told from today."""
    years = [value for value in values if isinstance(value, Calendar) and value.year]
    if anchor is None or len(years) < STORY_LENGTH:
        return False
    near = sum(isinstance(value, Shift) and value.base == "anchor" for value in values)
    dated = any(
        value.month and (value.year, value.month) >= (anchor.year - 1, anchor.month) for value in years
    )
    return (
        not dated
        and near * 5 <= len(years)
        and median(one.year or 0 for one in years) < anchor.year - STORY_YEARS
    )


def _resolved(
    text: str, item: Item, led_by: str, scene: Scene, language: str, telling: bool
) -> TimeExpression:
    value: Value = item.value
    span = Span(item.start, item.end)
    relative = is_relative(value)
    found: Interval | None = None
    if not relative or scene.anchor is not None:
        scene.lean = lean_of(text, span, language) if relative or led_by else "past"
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


def _story(scene: Scene) -> Interval | None:
    """The time last told, if it is a year or finer; a bare year far off is a comparison and moves nothing."""
    told = [found for found in scene.told.values() if found.grain not in ("decade", "none")]
    finer = [found for found in told if found.grain != "year"]
    if (
        finer
        and told[-1].grain == "year"
        and abs(told[-1].first.year - finer[-1].first.year) > STORY_STEP_YEARS
    ):
        return finer[-1]
    return told[-1] if told else None


def _opened(found: Interval, led_by: str, value: Value, scene: Scene) -> tuple[date | None, date | None]:
    """The ends after the preposition has its say."""
    anchor = scene.anchor
    if led_by == "SINCE":
        return found.first, anchor if anchor and anchor >= found.first else None
    open_now = anchor if scene.lean != "past" or (anchor and anchor < found.first) else None
    if led_by in ("BY", "UNTIL"):
        return _not_after(open_now, found.last), found.last
    if led_by == "BEFORE":
        to_its_end = (isinstance(value, Part) and value.name == "end") or found.first == date.min
        end = found.last if to_its_end else found.first - ONE_DAY
        return _not_after(open_now, end), end
    if led_by == "AFTER":
        return found.last + ONE_DAY, None
    return found.first, found.last


def _not_after(day: date | None, end: date) -> date | None:
    return day if day is not None and day <= end else None
