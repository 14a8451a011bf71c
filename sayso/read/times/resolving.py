"""Values → days: interval arithmetic from an anchor, the text's last dates and the way the clause leans."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.lang.loading import load
from sayso.model.time import Grain
from sayso.read.times import calendar
from sayso.read.times.calendar import GRAINS, RANK, Interval, one_day
from sayso.read.times.tense import Lean
from sayso.read.times.values import (
    Between,
    Beyond,
    Calendar,
    Clip,
    Clock,
    Length,
    Nth,
    Part,
    Repeat,
    Shift,
    Stretch,
    Vague,
    Value,
    Years,
)  # fmt: skip

BIDDEN_FACTOR = 3


@dataclass(slots=True)
class Scene:
    """What is known where an expression stands: the anchor, the last dates told, the lean of the clause.

    `told`: the latest interval of each grain in this paragraph; `story`: the time at which a text
    that tells of long ago stands, for dates without a year; None in news.
    """

    anchor: date | None
    lean: Lean = "past"
    story: Interval | None = None
    told: dict[Grain, Interval] = field(default_factory=dict)

    def base(self, kind: str, unit: str) -> date | None:
        """The day that an expression counts from; None where the text gives none fine enough."""
        if self.anchor is None:
            return None
        if kind == "anchor" and self.story is None:
            return self.anchor
        fitting = [
            found for grain, found in self.told.items() if RANK[grain] <= RANK[GRAINS.get(unit, "day")]
        ]
        if not fitting and kind == "anchor":
            return self.anchor
        return fitting[-1].first if fitting else None

    def tell(self, found: Interval) -> None:
        """Keep `found` as the latest of its grain, and as the latest of all."""
        self.told.pop(found.grain, None)
        self.told[found.grain] = found


def is_relative(value: Value) -> bool:
    """Whether a value needs an anchor or a date before it."""
    match value:
        case Calendar():
            return not value.year
        case Part() | Nth() | Clip():
            return is_relative(value.of)
        case Between():
            return is_relative(value.start) and is_relative(value.end)
        case Shift() | Stretch() | Clock():
            return True
        case _:
            return False


def grain_of(value: Value) -> Grain:
    """The grain of a value without placing it."""
    match value:
        case Shift() | Stretch() | Length() | Repeat() | Vague() | Beyond():
            return GRAINS.get(value.unit, "none")
        case Part() | Clip():
            return grain_of(value.of)
        case Between():
            return grain_of(value.end)
        case Nth():
            return "day" if value.weekday is not None else GRAINS.get(value.unit or "", "none")
        case Years():
            return value.grain
        case Calendar():
            return _calendar_grain(value)
    return "day"


def _calendar_grain(value: Calendar) -> Grain:
    if value.day or value.feast or value.weekday is not None:
        return "day"
    named: list[tuple[object, Grain]] = [
        (value.month, "month"), (value.season, "season"), (value.quarter, "quarter"), (value.half, "half"),
    ]  # fmt: skip
    return next((grain for given, grain in named if given), "year")


def place(value: Value, scene: Scene, language: str = "en") -> Interval | None:
    """The days of a value, or None where it has none here (no anchor, vague, outside of the calendar)."""
    try:
        return _place(value, scene, language)
    except (ValueError, OverflowError):
        return None


def _place(value: Value, scene: Scene, language: str) -> Interval | None:
    match value:
        case Calendar():
            return _calendar(value, scene)
        case Years():
            return Interval(date(value.first, 1, 1), date(value.last, 12, 31), value.grain)
        case Shift():
            return _shift(value, scene)
        case Stretch():
            return _stretch(value, scene)
        case Between():
            return _between(value, scene, language)
        case Clock():
            day = scene.told.get("day")
            return day if scene.anchor else None
        case Part() | Nth() | Clip():
            inner = _place(value.of, scene, language)
            return inner and _inside(value, inner, scene, language)
    return None


def _inside(value: Part | Nth | Clip, inner: Interval, scene: Scene, language: str) -> Interval | None:
    if isinstance(value, Part):
        return share(inner, value.name, language)
    if isinstance(value, Nth):
        return _nth(value, inner)
    anchor = scene.anchor
    if anchor is None or not inner.first <= anchor <= inner.last:
        return inner
    if value.side < 0:
        return Interval(inner.first, max(inner.first, anchor - timedelta(days=1)), inner.grain)
    return Interval(min(inner.last, anchor + timedelta(days=1)), inner.last, inner.grain)


def share(inner: Interval, name: str, language: str) -> Interval:
    """A named share of an interval: by months where it has at least two, else by days."""
    if name.startswith("quarter"):
        low, high = (int(name[-1]) - 1) * 25, int(name[-1]) * 25
    else:
        low, high = load(language, "time")["shares"][name]
    months = (inner.last.year - inner.first.year) * 12 + inner.last.month - inner.first.month + 1
    if months > 1 and inner.first.day == 1:
        step = max(1, months // 12) if months > 24 else 1
        begin, stop = (round(months * part / 100 / step) * step for part in (low, high))
        first = calendar.add(inner.first, begin, "month")
        if name == "end":
            first = calendar.add(inner.first, months - step, "month")
        if name == "start":
            stop = max(step, 1)
        last = calendar.add(inner.first, stop, "month") - timedelta(days=1)
        grain: Grain = "half" if (stop - begin, months) == (6, 12) else inner.grain
        return Interval(first, last, grain)
    days = (inner.last - inner.first).days + 1
    skipped, kept = round(days * low / 100), max(round(days * high / 100), 1)
    start = inner.first + timedelta(days=min(skipped, days - 1))
    return Interval(start, max(start, inner.first + timedelta(days=kept - 1)), inner.grain)


def _nth(value: Nth, inner: Interval) -> Interval | None:
    if value.weekday is not None:
        start = inner.first if value.ordinal > 0 else inner.last
        day = calendar.weekday_near(start, value.weekday, "future" if value.ordinal > 0 else "past")
        found = one_day(day + timedelta(weeks=value.ordinal - 1 if value.ordinal > 0 else 0))
    else:
        found = _nth_units(value, inner)
    return found if inner.first <= found.first and found.last <= inner.last else None


def _nth_units(value: Nth, inner: Interval) -> Interval:
    unit = value.unit or "day"
    grain = GRAINS.get(unit, "day")
    if value.ordinal > 0:
        first = calendar.add(inner.first, (value.ordinal - 1) * value.count, unit)
        return Interval(first, calendar.add(first, value.count, unit) - timedelta(days=1), grain)
    after = inner.last + timedelta(days=1)
    return Interval(calendar.add(after, -value.count, unit), inner.last, grain)


def _shift(value: Shift, scene: Scene) -> Interval | None:
    base = scene.base(value.base, value.unit)
    if base is None:
        return None
    if value.unit == "weekend":
        return _weekend(value, base, scene)
    if value.unit in ("hour", "minute"):
        days_back = -(-abs(value.count) // 24)
        return (
            one_day(base - timedelta(days=days_back))
            if (value.unit, value.count < 0) == ("hour", True)
            else None
        )
    return calendar.around(calendar.add(base, value.count, value.unit), value.unit)


def _weekend(value: Shift, base: date, scene: Scene) -> Interval:
    """This weekend lies behind or ahead as the clause leans; the last one ended before today."""
    this = calendar.around(base, "weekend")
    if value.count < 0 or (scene.lean == "past" and base < this.first):
        this = Interval(this.first - timedelta(days=7), this.last - timedelta(days=7), "week")
    return this


def _stretch(value: Stretch, scene: Scene) -> Interval | None:
    base = scene.base(value.base, value.unit)
    if base is None or value.unit in ("hour", "minute"):
        return None
    other = calendar.add(base, value.count, value.unit)
    first, last = (other, base) if value.count < 0 else (base, other)
    return Interval(first, last, GRAINS[value.unit])


def _between(value: Between, scene: Scene, language: str) -> Interval | None:
    """The end decides where both ends lack a year, the end with a year where only one has it."""
    start, end = value.start, value.end
    if is_relative(start) and isinstance(start, Calendar | Part):
        ending = _place(end, scene, language)
        before = replace(scene, anchor=ending.last, story=None, lean="past") if ending else None
        beginning = _place(start, before, language) if before else None
    else:
        beginning = _place(start, scene, language)
        after = replace(scene, anchor=beginning.first, story=None, lean="future") if beginning else None
        ending = (
            _place(end, after if isinstance(end, Calendar | Part) else scene, language) if after else None
        )
    if beginning is None or ending is None or beginning.first > ending.last:
        return None
    return Interval(beginning.first, ending.last, ending.grain)


def _calendar(value: Calendar, scene: Scene) -> Interval | None:
    if value.year:
        return _in_year(value, value.year)
    base = scene.base(value.base, _calendar_grain(value)) if value.turn is not None else scene.anchor
    if value.base == "text" and base is None and value.year != 0:
        base = scene.anchor
    if base is None:
        return None
    if value.year == 0:
        origin = scene.base(value.base, "year")
        return _in_year(value, origin.year + (value.turn or 0)) if origin else None
    if value.turn is None and scene.story is not None:
        return _near_story(value, scene, scene.story)
    if scene.lean == "bidden":
        return _bidden(value, base, scene)
    return _nearby(value, base, scene)


def _nearby(value: Calendar, base: date, scene: Scene) -> Interval | None:
    if _comes_yearly(value):
        return _chosen(value, base, scene)
    if value.weekday is not None:
        return _weekday(value, base, scene)
    return _day_of_month(value, base, scene)


def _bidden(value: Calendar, base: date, scene: Scene) -> Interval | None:
    """What was to be done lies ahead, unless the one behind is far nearer: no "June" is eleven months off."""
    ahead = _nearby(value, base, replace(scene, lean="future"))
    behind = _nearby(value, base, replace(scene, lean="past"))
    if ahead is None or behind is None:
        return ahead or behind
    return behind if _distance(behind, base) * BIDDEN_FACTOR < _distance(ahead, base) else ahead


def _comes_yearly(value: Calendar) -> bool:
    return bool(value.month or value.season or value.quarter or value.half or value.feast)


def _in_year(value: Calendar, year: int) -> Interval:
    if value.day and value.month:
        return one_day(date(year, value.month, value.day))
    if value.month:
        return calendar.months_from(year, value.month, 1, "month")
    if value.feast:
        return one_day(calendar.feast(year, value.feast))
    if value.season:
        return calendar.season(year, value.season)
    if value.quarter:
        return calendar.months_from(year, value.quarter * 3 - 2, 3, "quarter")
    if value.half:
        return calendar.months_from(year, value.half * 6 - 5, 6, "half")
    return calendar.months_from(year, 1, 12, "year")


def _candidates(value: Calendar, base: date) -> list[Interval]:
    found = []
    for year in range(max(base.year - 4, 1), min(base.year + 5, 9998)):
        try:
            found.append(_in_year(value, year))
        except ValueError:
            continue
    return found


def _chosen(value: Calendar, base: date, scene: Scene) -> Interval | None:
    """The one of the neighbouring years that the words, or else the lean of the clause, ask for."""
    found = _candidates(value, base)
    if value.turn == 0 and value.season == "winter":  # one winter lies in two years
        return min(found, key=lambda one: _distance(one, base), default=None)
    if value.turn == 0:
        return next((one for one in found if one.first.year == base.year), None)
    begun = [one for one in found if one.first <= base]
    if value.turn == -1:
        return max((one for one in begun if one.last < base), default=None)
    if value.turn == 1:
        return min((one for one in found if one.first > base), default=None)
    if scene.lean in ("near", "unsaid"):
        return min(found, key=lambda one: _distance(one, base), default=None)
    if scene.lean == "past":
        return max(begun, default=None)
    return min((one for one in found if one.last >= base), default=None)


def _distance(found: Interval, base: date) -> int:
    return max((found.first - base).days, (base - found.last).days, 0)


def _near_story(value: Calendar, scene: Scene, story: Interval) -> Interval | None:
    """In a story of long ago: inside the time last told, else the next step on or a much shorter one back."""
    if _comes_yearly(value):
        found = _candidates(value, story.first)
        return min(found, key=lambda one: _steps(one, story), default=None)
    base = scene.told.get("day", story)
    if value.weekday is not None:
        return (
            one_day(calendar.weekday_near(base.first, value.weekday, "future"))
            if base.grain == "day"
            else None
        )
    return _in_year(Calendar(month=story.first.month, day=value.day), story.first.year)


def _steps(found: Interval, story: Interval) -> int:
    """Days from the story to `found`; a step back counts for more."""
    ahead, back = (found.first - story.last).days, (story.first - found.last).days
    return max(ahead, back + 40 if back > 0 else 0, 0)


def _weekday(value: Calendar, base: date, scene: Scene) -> Interval:
    weekday = value.weekday or 0
    if value.turn == -1:
        return one_day(calendar.weekday_near(base - timedelta(days=1), weekday, "past"))
    if value.turn == 1:
        return one_day(calendar.weekday_near(base + timedelta(days=1), weekday, "future"))
    return one_day(calendar.weekday_near(base, weekday, "past" if scene.lean == "unsaid" else scene.lean))


def _day_of_month(value: Calendar, base: date, scene: Scene) -> Interval | None:
    """ "The 15th": of this month, of the one before or after as the clause leans.

    Of what is past it is the one nearest to the day told before: "on 11 July", "she put it at the 12th".
    """
    told = scene.told.get("day")
    ahead = scene.lean == "future"
    centre = told.first if told and not ahead else base
    found = []
    for step in (-2, -1, 0, 1, 2):
        month = calendar.around(calendar.add(centre.replace(day=1), step, "month"), "month").first
        if value.day and value.day <= (calendar.add(month, 1, "month") - timedelta(days=1)).day:
            found.append(one_day(month.replace(day=value.day)))
    if ahead:
        return min((one for one in found if one.first >= base), default=None)
    if told or scene.lean in ("near", "unsaid"):
        return min(found, key=lambda one: _distance(one, centre), default=None)
    return max((one for one in found if one.first <= base), default=None)
