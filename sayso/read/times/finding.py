"""Times in a text: expressions with their days, grain, and what they lack."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median

from msgspec.structs import replace

from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.times.calendar import Interval, add
from sayso.read.times.grammar import grammar, read_items
from sayso.read.times.resolving import Scene, grain_of, is_relative, place
from sayso.read.times.tense import is_moved, lean_of
from sayso.read.times.values import (
    Between,
    Calendar,
    Clip,
    Clock,
    Length,
    Nth,
    Part,
    Repeat,
    Shift,
    Vague,
    Value,
)  # fmt: skip
from sayso.read.times.words import Item, islands

BREAK = re.compile(r"\n[^\S\n]*\n")
QUOTED = re.compile(r"“[^“”\n]*”?")
ONE_DAY = timedelta(days=1)
AFTER_EVENT = re.compile(r"\s(?:after|before) (?:the|its|his|her|their) [^\W\d_]+")
OF_EVENT = re.compile(r"\s(?:of|after|from|before|following|once|when|if)\b")
LIMITS = ("day", "week", "month", "year")  # units that a promise counts in
PREPOSITION_CHARS = 12
NAME_CHARS = 40
MOVED_CHARS = 60  # from "postponed" to "from May to October"
NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]*\s\Z")
NAME_BEHIND = re.compile(r"\s[A-Z]")
STORY_LENGTH = 5
STORY_STEP_YEARS = 3
STORY_YEARS = 2  # a text whose years lie further back than this tells of long ago


def find_times(
    text: str,
    anchor: date | None,
    language: str = "en",
    within: Span | None = None,
    *,
    whole: bool = True,
    lengths: bool = False,
) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` (or of a part of it), in order, never overlapping; () where none is.

    `anchor` is the day the text was published; without it nothing relative is resolved and
    `anchored` says so. Spans hold the preposition that opens an end ("since 2021", "by May") but not
    "in" or "on", and keep a range in one piece ("between February and May"). Since X begins with X and
    has no last day; until and by X run to the end of X; before X ends the day before; after X begins
    the day after. What a quotation leaves to its own words ("the same day") takes no day from outside.
    Lengths, habits, bare adverbs ("now") and parts of the day answer no "when?" and are left out,
    unless `lengths` is True. `whole` False gives everything as TIMEX2 annotates it: no prepositions, no
    joint ranges and no opened ends. Linear in the length of `text`. UsageError for an unknown language.
    """
    scope = within or Span(0, len(text))
    found = list(_read(text, scope, language, whole))
    scene = Scene(anchor=anchor)
    telling = _tells_of_long_ago([item.value for item, _ in found], anchor)
    breaks = [match.end() for match in BREAK.finditer(text, scope.start, scope.end)] if found else []
    quotes = [match.span() for match in QUOTED.finditer(text, scope.start, scope.end)] if found else []
    voice, out, outer = (-1, -1), [], scene.told
    for item, opener in found:
        here = (bisect_right(breaks, item.start), _quote_at(quotes, item.start) if whole else -1)
        if here != voice and not telling:
            outer = {} if here[0] != voice[0] else outer
            scene.told = outer if here[1] < 0 else {}
        voice = here
        time = _resolved(text, item, opener if whole else None, scene, language, telling)
        if lengths or not whole or _answers_when(item.value, time, text, opener):
            out.append(time)
    return tuple(out)


def _quote_at(quotes: list[tuple[int, int]], place: int) -> int:
    """The number of the quotation around `place`, -1 for none."""
    index = bisect_right(quotes, (place, place)) - 1
    return index if index >= 0 and place < quotes[index][1] else -1


def _answers_when(value: Value, time: TimeExpression, text: str, opener: Item | None) -> bool:
    """Whether a time tells when, and not how long ("for 30 days"), how often, "now" or "at night"."""
    words = text[time.span.start : time.span.end].split()
    if isinstance(value, Length):
        counted = value.count is not None or len(words) > 2
        return AFTER_EVENT.search(" ".join(words)) is not None or (opener is not None and counted)
    if isinstance(value, Clock):
        return value.part == "clock"
    if isinstance(value, Vague):
        return len(words) - (opener is not None) > 1
    return not isinstance(value, Repeat)


def _read(text: str, scope: Span, language: str, whole: bool) -> Iterator[tuple[Item, Item | None]]:
    """The expressions with the preposition before each (None for none)."""
    kinds, openers = grammar(language).expressions, grammar(language).openers
    for island in islands(text, scope.start, scope.end, language):
        items = read_items(island, language, ranges=whole and not _is_moved(text, island, scope, language))
        for index, item in enumerate(items):
            if item.kind in kinds and not _in_a_name(text, item):
                before = items[max(0, index - 3) : index]
                while before and before[-1].kind in ("APPROX", "MORE", "THAN"):
                    before.pop()
                yield item, before[-1] if before and before[-1].kind in openers else None


def _is_moved(text: str, island: Sequence[Item], scope: Span, language: str) -> bool:
    """Whether something is moved "from May to October": two times and no range."""
    return is_moved(text[max(scope.start, island[0].start - MOVED_CHARS) : island[0].start], language)


def in_the_past(text: str, time: TimeExpression, anchor: date | None, language: str = "en") -> TimeExpression:
    """The same expression as of something that lies behind: nobody said in a March to come that …

    Unchanged where it lies behind already, or where nothing anchors it.
    """
    if anchor is None or not time.relative or time.first is None or time.first <= anchor:
        return time
    for item, opener in _read_again(text, time, language):
        found = place(item.value, Scene(anchor=anchor, lean="past"), language)
        if found and found.first <= anchor:
            first, last = _opened(found, opener, item.value)
            return replace(time, first=first, last=last)
    return time


def _read_again(text: str, time: TimeExpression, language: str) -> Iterator[tuple[Item, Item | None]]:
    """What an expression was made of; a month is one only behind its preposition."""
    scope = Span(max(0, time.span.start - PREPOSITION_CHARS), time.span.end)
    for item, opener in _read(text, scope, language, True):
        if item.end == time.span.end:
            yield item, opener


def counted_from(text: str, time: TimeExpression, said: date, language: str = "en") -> TimeExpression:
    """The same expression as of something that lay ahead when it was said.

    "In March it promised flour by the first of May" means that year's May. Unchanged for what counts from
    a day by itself ("next week"), for what has a year, and where it would come out later.
    """
    bound = time.last or time.first
    if not time.relative or bound is None:
        return time
    for item, opener in _read_again(text, time, language):
        found = place(item.value, Scene(anchor=said, lean="future"), language)
        if _is_of_the_calendar(item.value) and found and said <= found.last < bound:
            first, last = _opened(found, opener, item.value)
            return replace(time, first=first, last=last)
    return time


def _is_of_the_calendar(value: Value) -> bool:
    if isinstance(value, Part | Nth | Clip):
        return _is_of_the_calendar(value.of)
    if isinstance(value, Between):
        return _is_of_the_calendar(value.start) and _is_of_the_calendar(value.end)
    return isinstance(value, Calendar)


def _in_a_name(text: str, item: Item) -> bool:
    """ "Orlan Today", "The Tomorrow Fund": a day from today with a capital inside a row of capitals."""
    if not (isinstance(item.value, Shift) and text[item.start].isupper()) or text[item.start + 1].isupper():
        return False
    if " " in text[item.start : item.end]:
        return False
    before = NAME_BEFORE.search(text, max(0, item.start - NAME_CHARS), item.start)
    behind = NAME_BEHIND.match(text, item.end) and text[max(0, item.start - 4) : item.start].lower() == "the "
    return before is not None or bool(behind)


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
    text: str, item: Item, opener: Item | None, scene: Scene, language: str, telling: bool
) -> TimeExpression:
    value: Value = item.value
    span = _span(text, item, opener)
    relative = is_relative(value)
    found: Interval | None = None
    if not relative or scene.anchor is not None:
        scene.lean = lean_of(text, span, language) if relative or opener else "past"
        scene.story = _story(scene) if telling else None
        found = place(value, scene, language)
    first, last = _opened(found, opener, value) if found else (None, _limit(text, item, opener, scene))
    if found:
        scene.tell(found)
    return TimeExpression(
        span=span, first=first, last=last, grain=found.grain if found else grain_of(value), relative=relative,
        anchored=found is not None or not relative, vague=isinstance(value, Vague) or _shapeless(value),
        duration=isinstance(value, Length),
    )  # fmt: skip


def _limit(text: str, item: Item, opener: Item | None, scene: Scene) -> date | None:
    """The last day of "within three days", where that lies ahead of the day of publication."""
    value: Value = item.value
    counted = isinstance(value, Length) and value.count is not None and opener and opener.kind == "WITHIN"
    if not counted or scene.anchor is None or scene.lean not in ("future", "near"):
        return None
    if OF_EVENT.match(text, item.end) or not isinstance(value, Length) or value.unit not in LIMITS:
        return None
    try:
        return add(scene.anchor, value.count or 0, value.unit)
    except (ValueError, OverflowError):
        return None  # outside of the calendar


def _span(text: str, item: Item, opener: Item | None) -> Span:
    """The words with their preposition; a length goes on to the event it counts from."""
    event = AFTER_EVENT.match(text, item.end) if opener is None and isinstance(item.value, Length) else None
    return Span(opener.start if opener else item.start, event.end() if event else item.end)


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


def _opened(found: Interval, opener: Item | None, value: Value) -> tuple[date | None, date | None]:
    """The ends after the preposition has its say."""
    led_by = opener.kind if opener else ""
    if led_by == "SINCE":
        return found.first, None
    if led_by in ("BY", "UNTIL") or (led_by == "WITHIN" and isinstance(value, Shift)):
        return None, found.last
    if led_by == "BEFORE":
        to_its_end = (isinstance(value, Part) and value.name == "end") or found.first == date.min
        return None, found.last if to_its_end else found.first - ONE_DAY
    if led_by == "AFTER":
        return found.last + ONE_DAY, None
    return found.first, found.last
