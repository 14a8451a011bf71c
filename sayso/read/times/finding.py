"""Times in a text: expressions with their days, grain, and what they lack."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from sayso.lang.loading import load
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.times.bounds import bound_of, opened
from sayso.read.times.calendar import Interval, add
from sayso.read.times.grammar import grammar, read_items
from sayso.read.times.resolving import Scene, grain_of, is_relative, place
from sayso.read.times.tense import is_moved, lean_of
from sayso.read.times.values import (
    Calendar,
    Clock,
    Length,
    Part,
    Repeat,
    Shift,
    Vague,
    Value,
)  # fmt: skip
from sayso.read.times.words import Item, islands, lexicon

BREAK = re.compile(r"\n[^\S\n]*\n")
QUOTED = re.compile(r"“[^“”\n]*”?")
AFTER_EVENT = re.compile(r"\s(?:after|before) (?:the|its|his|her|their) [^\W\d_]+")
OF_EVENT = re.compile(r"\s(?:of|after|from|before|following|once|when|if)\b")
WORD = re.compile(r"[^\W\d_]+")
LIMITS = ("day", "week", "month", "year")  # units that a promise counts in
RANKED_CHARS = 60
RANKED_WORDS = 7  # from "the first visit" to "in two years"
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
    found = list(read_items_of(text, scope, language, whole))
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
        time = _resolved(text, item, opener, scene, language, telling=telling, whole=whole)
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
    if isinstance(value, Length) and time.duration:
        counted = value.count is not None or len(words) > 2
        return AFTER_EVENT.search(" ".join(words)) is not None or (opener is not None and counted)
    if isinstance(value, Clock):
        return value.part == "clock"
    if isinstance(value, Vague):
        return len(words) - (opener is not None) > 1
    return not isinstance(value, Repeat)


def read_items_of(text: str, scope: Span, language: str, whole: bool) -> Iterator[tuple[Item, Item | None]]:
    """The expressions with the preposition before each (None for none); () where there is none."""
    kinds, openers = grammar(language).expressions, grammar(language).openers
    for island in islands(text, scope.start, scope.end, language):
        items = read_items(island, language, ranges=whole and not _is_moved(text, island, scope, language))
        for index, item in enumerate(items):
            if item.kind in kinds and not _in_a_name(text, item, language):
                before = items[max(0, index - 3) : index]
                while before and before[-1].kind in ("APPROX", "MORE", "THAN"):
                    before.pop()
                if [one.kind for one in before[-2:]] == ["IN", "LEAST"]:
                    del before[-2:]  # "until at least October"
                yield item, before[-1] if before and before[-1].kind in openers else None


def _is_moved(text: str, island: Sequence[Item], scope: Span, language: str) -> bool:
    """Whether something is moved "from May to October": two times and no range."""
    return is_moved(text[max(scope.start, island[0].start - MOVED_CHARS) : island[0].start], language)


def _in_a_name(text: str, item: Item, language: str) -> bool:
    """ "Orlan Today", "The Tomorrow Fund": a day from today with a capital inside a row of capitals."""
    if isinstance(item.value, Calendar) and item.value.feast:
        before = NAME_BEFORE.search(text, max(0, item.start - NAME_CHARS), item.start)
        known = before is not None and before.group().strip() in lexicon(language).words
        return (before is not None and not known) or NAME_BEHIND.match(text, item.end) is not None
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
    text: str, item: Item, opener: Item | None, scene: Scene, language: str, *, telling: bool, whole: bool
) -> TimeExpression:
    value: Value = item.value
    opener = opener if whole else None
    point = point_of(text, item, language) if whole and opener is None and scene.anchor else None
    span = _span(text, item, opener)
    found: Interval | None = None
    if scene.anchor is not None or not is_relative(value):
        scene.lean = lean_of(text, span, language) if is_relative(point or value) or opener else "past"
        scene.story = _story(scene) if telling else None
        value = point if point and scene.lean not in ("past", "unsaid") else value
        found = place(value, scene, language)
    led_by, start = bound_of(text, item, opener, language) if whole else ("", span.start)
    first, last = opened(found, led_by, value) if found else (None, _limit(text, item, opener, scene))
    if found:
        scene.tell(found)
    relative = is_relative(value)
    return TimeExpression(
        span=Span(start, span.end), first=first, last=last, grain=found.grain if found else grain_of(value),
        relative=relative, anchored=found is not None or not relative,
        vague=isinstance(value, Vague) or _shapeless(value), duration=isinstance(value, Length),
    )  # fmt: skip


def point_of(text: str, item: Item, language: str = "en") -> Value | None:
    """The time so far ahead, where a length behind "in" can be one; None where it cannot.

    "Ready in two years", and neither "the first visit in two years" nor "in two years of drought".
    """
    value: Value = item.value
    if not isinstance(value, Length) or not value.count or value.unit not in LIMITS:
        return None
    words = load(language, "time")["counted_in"]
    before = WORD.findall(text[max(0, item.start - RANKED_CHARS) : item.start].lower())
    if before[-1:] != [words["in"]] or OF_EVENT.match(text, item.end):
        return None
    near = before[-RANKED_WORDS:-1]
    ranked = any(word in words["ranked"] or word.endswith(words["ranked_ending"]) for word in near)
    return None if ranked else Shift(unit=value.unit, count=value.count)


def _limit(text: str, item: Item, opener: Item | None, scene: Scene) -> date | None:
    """The last day of "within three days", where that lies ahead of the day of publication."""
    ahead = scene.anchor is not None and scene.lean not in ("past", "unsaid")
    return limit_of(text, item, opener, scene.anchor) if ahead and scene.anchor else None


def limit_of(text: str, item: Item, opener: Item | None, said: date) -> date | None:
    """The last day of "within three days" as said on a day; None for all else, and beyond the calendar."""
    value: Value = item.value
    if not isinstance(value, Length) or value.count is None or opener is None or opener.kind != "WITHIN":
        return None
    if OF_EVENT.match(text, item.end) or value.unit not in LIMITS:
        return None
    try:
        return add(said, value.count, value.unit)
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
