"""What each operation of the time grammar makes of the items it is given."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sayso.read.times.calendar import FEASTS
from sayso.read.times.values import (
    Base,
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
from sayso.read.times.words import Item

Parts = Sequence[Item]
MONTHS = ("MON", "MAY", "MONS")
UNITS = ("DAYU", "MONTHU", "YEARU", "CENTURY", "OTHERU", "UNITS", "HOUR", "QUARTER")
NUMERALS = ("NUMBER", "DAY", "NUM", "NUMW", "TENS", "FEW", "BIG", "A", "HALFA")
PLACES = ("Point", "Year", "Years", "Month", "Dated", "Season", "Wday", "Quarter", "Half", "Unit", "Vague")
TURNS = ("LAST", "NEXT", "THIS", "PREVIOUS", "FOLLOWING", "THAT", "PAST")
IN_TEXT = ("PREVIOUS", "FOLLOWING", "THAT")
LONG_UNITS = {"decade": 10, "century": 100}
LARGEST_COUNT = 10_000


def pick(parts: Parts, *kinds: str) -> Any:
    """The value of the first item of one of these classes; None where there is none."""
    return next((item.value for item in parts if item.kind in kinds), None)


def has(parts: Parts, *kinds: str) -> bool:
    """Whether an item of one of these classes is there."""
    return any(item.kind in kinds for item in parts)


def place(parts: Parts) -> Value | None:
    """The last time among the items; "the year", "the month" stand for the anchor's or the text's."""
    found = [item.value for item in parts if item.kind in PLACES]
    if found:
        return found[-1]  # type: ignore[no-any-return]
    unit = [item.value for item in parts if item.kind in UNITS]
    return Shift(unit=unit[-1], count=0) if unit else None


def count_of(parts: Parts) -> int | None:
    """How many; None where the words do not say it ("a few")."""
    value = pick(parts, *NUMERALS)
    if isinstance(value, str):
        value = value.replace(",", "")
        value = int(value) if value.isdigit() else None
    return value if isinstance(value, int) and value <= LARGEST_COUNT else None


def base_of(parts: Parts) -> Base:
    """Whether "the next day" counts from the text's last date and "next week" from the anchor."""
    if has(parts, *IN_TEXT):
        return "text"
    counted = has(parts, *NUMERALS) or has(parts, "UNITS")
    return "text" if has(parts, "THE") and has(parts, "NEXT") and not counted else "anchor"


def _make_sum(parts: Parts) -> int:
    return sum(item.value for item in parts if isinstance(item.value, int))


def _make_product(parts: Parts) -> int | None:
    numbers = [item.value for item in parts]
    return None if None in numbers else numbers[0] * numbers[1]


def _make_few(parts: Parts) -> Any:
    return "few"


def _make_iso(parts: Parts) -> Value | None:
    year, month, day = (int(part) for part in pick(parts, "ISO").split("-"))
    return _calendar(year, month, day)


def _make_slash(parts: Parts) -> Value | None:
    """Year first, or where only one of day and month can be the month; the attacks of 9/11; else none."""
    text = pick(parts, "SLASH")
    if text == "9/11":
        return Calendar(year=2001, month=9, day=11)
    numbers = [int(part) for part in text.replace(".", "/").split("/")]
    if len(numbers) == 2:
        return None
    if numbers[0] > 999:
        return _calendar(*numbers)
    first, second, year = numbers
    if year < 1000:
        return None
    if "." in text or first > 12 or first == second:
        return _calendar(year, second, first)
    return _calendar(year, first, second) if second > 12 else Vague(unit="day")


def _calendar(year: int, month: int, day: int) -> Value | None:
    plausible = 1 <= month <= 12 and 1 <= day <= 31 and year > 0
    return Calendar(year=year, month=month, day=day) if plausible else None


def _make_year(parts: Parts) -> Value | None:
    year = pick(parts, "YEAR", "FYEAR", "NUM")
    return Calendar(year=year) if year and year < 9999 else None


def _make_short_year(parts: Parts) -> Value | None:
    """'99 is 1999; up to 29 the years of this century."""
    short = pick(parts, "SHORT")
    return Calendar(year=short + (2000 if short < 30 else 1900))


def _make_era(parts: Parts) -> Value | None:
    """Juche 110 is 2021: the era's year nought plus its number; a year in brackets decides."""
    year = pick(parts, "YEAR") or pick(parts, "ERA") + pick(parts, "DAY", "NUM")
    return Calendar(year=year) if year < 2200 else None


def _make_beyond(parts: Parts) -> Value:
    return Beyond()


def _make_century(parts: Parts) -> Value | None:
    number = pick(parts, "ORD", "NTH")
    if has(parts, "BC"):
        return Beyond(unit="century")
    return Years(first=number * 100 - 99, last=number * 100, grain="none") if number and number < 90 else None


def _make_decade(parts: Parts) -> Value | None:
    year = pick(parts, "DECADE", "DECADEW")
    if year % 100 == 0 and year < 2000:  # "the 1800s" are a century, "the 2000s" ten years
        return Years(first=year, last=year + 99, grain="none")
    return Years(first=year, last=year + 9, grain="decade")


def _make_fields(parts: Parts) -> Value | None:
    """Month, day, weekday, season as far as they are printed."""
    day = pick(parts, "DAY", "NTH", "NUMBER")
    day = pick(parts, "ORD") if day is None and has(parts, *MONTHS) else day
    if day is not None and not 1 <= day <= 31:
        return None
    return Calendar(
        month=pick(parts, *MONTHS),
        day=day,
        weekday=pick(parts, "WEEKDAY", "WD"),
        season=pick(parts, "SEASON", "FALL"),
    )


def _make_day_range(parts: Parts) -> Value | None:
    first, last = [item.value for item in parts if item.kind in ("DAY", "NTH")]
    month = pick(parts, *MONTHS)
    if not 1 <= first < last <= 31:
        return None
    return Between(start=Calendar(month=month, day=first), end=Calendar(month=month, day=last))


def _make_year_range(parts: Parts) -> Value | None:
    """1957–60: the second year takes its century from the first."""
    first, short = pick(parts, "YEAR"), pick(parts, "DAY", "NUM")
    last = first - first % 100 + short
    return (
        Between(start=Calendar(year=first), end=Calendar(year=last)) if short < 100 and first < last else None
    )


def _make_feast(parts: Parts) -> Value:
    if has(parts, "NEW"):
        return Calendar(month=12, day=31) if has(parts, "EVE") else Calendar(month=1, day=1)
    return Calendar(month=12, day=24 if has(parts, "EVE") else 25)


def _make_moving_feast(parts: Parts) -> Value | None:
    """Easter, Good Friday, Easter Monday; no "Easter Thursday", no "good Saturday"."""
    name, weekday = pick(parts, "EASTER", "GOOD"), pick(parts, "WEEKDAY")
    names = {4: name if has(parts, "GOOD") else None, 0: f"{name} monday", 6: name, None: name}
    known = names.get(weekday)
    return Calendar(feast=known) if known in FEASTS else None


def _make_quarter(parts: Parts) -> Value | None:
    number = pick(parts, "QYEAR", "ORD", "NTH")
    return Calendar(quarter=number) if 1 <= number <= 4 else None


def _make_half(parts: Parts) -> Value | None:
    number = pick(parts, "HYEAR", "ORD", "NTH") or 2
    return Calendar(half=number) if number in (1, 2) else None


def _make_today(parts: Parts) -> Value:
    return Shift(unit="day", count=pick(parts, "TODAY"))


def _make_day_beyond(parts: Parts) -> Value:
    return Shift(unit="day", count=pick(parts, "TODAY") * 2)


def _make_stretch(parts: Parts) -> Value | None:
    """The past four years, the next two weeks; "the following two days" count from the text's date."""
    direction = pick(parts, *TURNS) or -1
    unit = pick(parts, *UNITS)
    if unit is None:
        return Vague()
    number = count_of(parts) if has(parts, *NUMERALS) else 1
    return Stretch(unit=unit, count=number * direction, base=base_of(parts)) if number else Vague(unit=unit)


def _make_turned_unit(parts: Parts) -> Value | None:
    unit = pick(parts, *UNITS, "HALF")
    if unit == "half" and not has(parts, "LAST", "NEXT", "THIS"):
        return None
    base: Base = "anchor" if has(parts, "THIS") else base_of(parts)
    return Shift(unit=unit, count=pick(parts, *TURNS), base=base)


def _make_this_unit(parts: Parts) -> Value | None:
    """The unit in which it is said: "within the week" ends with it."""
    return Shift(unit=pick(parts, *UNITS), count=0, base="anchor")


def _make_turned_calendar(parts: Parts) -> Value | None:
    inner = next((item.value for item in parts if isinstance(item.value, Calendar)), None)
    value = _make_feast(parts) if has(parts, "CHRISTMAS") else inner or _make_fields(parts)
    if not isinstance(value, Calendar):
        return None
    return replace(value, turn=pick(parts, *TURNS), base=base_of(parts))


def _make_turned_part(parts: Parts) -> Value:
    """This morning is today, last night was yesterday; the following evening counts in the text."""
    return Shift(unit="day", count=pick(parts, *TURNS), base=base_of(parts))


def _make_joined(parts: Parts) -> Value | None:
    """A day, month, season … set into a year: "6 May" with "2021", "spring" with "last year"."""
    inner = [item.value for item in parts if item.kind in ("Dated", "Month", "Season", "Quarter", "Half")]
    years = [item.value for item in parts if item.kind in ("Year", "Unit")]
    unit = pick(parts, "YEARU")
    year = years[-1] if years else Shift(unit=unit, count=0) if unit else None
    return set_in(inner[-1], year) if inner and year is not None else None


def set_in(value: Value, year: Value) -> Value | None:
    """`value` with its year; a year that is itself relative is kept as the outer time."""
    if isinstance(value, Between):
        start, end = set_in(value.start, year), set_in(value.end, year)
        return Between(start=start, end=end) if start and end else None
    if isinstance(year, Calendar) and isinstance(value, Calendar) and year.year and not year.month:
        return replace(value, year=year.year)
    if isinstance(year, Shift) and year.unit == "year":
        return Part(of=year, name="calendar") if not isinstance(value, Calendar) else _in_shifted(value, year)
    return None


def _in_shifted(value: Calendar, year: Shift) -> Value:
    return replace(value, turn=year.count, base=year.base, year=0)


def _make_part(parts: Parts) -> Value | None:
    name = pick(parts, "EARLY", "LATE", "MID", "START", "END", "LATTER", "TURNING")
    inner = _make_decade(parts) if has(parts, "DECADE", "DECADEW") else place(parts)
    name = "start" if name == "turn" else name
    return Part(of=inner, name=name) if inner is not None else None


def _make_fraction(parts: Parts) -> Value | None:
    number = pick(parts, "ORD", "NTH") or (4 if has(parts, "QUARTER") else 2)
    inner = place([item for item in parts if item.kind != "QUARTER"])
    if inner is None:
        return None
    if has(parts, "QUARTER"):
        return Part(of=inner, name=f"quarter {number}") if 1 <= number <= 4 else None
    return Part(of=inner, name="first half" if number == 1 else "second half") if number <= 2 else None


def _make_nth(parts: Parts) -> Value | None:
    """The last week of August, the first three months of 2021, the first Monday of May."""
    ordinal = pick(parts, "ORD", "NTH", "LAST", "FINAL")
    cut = next(index for index, item in enumerate(parts) if item.kind in ("OF", "IN"))
    inner, weekday = place(parts[cut:]), pick(parts[:cut], "Wday")
    number = count_of(parts[:cut]) if has(parts[:cut], *NUMERALS) else 1
    if inner is None or ordinal is None:
        return None
    if number is None:
        return Vague()
    if isinstance(weekday, Calendar):
        return Nth(of=inner, ordinal=ordinal, count=1, weekday=weekday.weekday)
    return Nth(of=inner, ordinal=ordinal, count=number, unit=pick(parts[:cut], *UNITS))


def _make_clocked(parts: Parts) -> Value | None:
    """A clock time belongs to the day it is on."""
    return place(parts)


def _make_clock(parts: Parts) -> Value:
    return Clock()


def _make_part_of_day(parts: Parts) -> Value:
    return Clock(part=pick(parts, "PART", "DAYTIME") or "day")


def _make_clip(parts: Parts) -> Value | None:
    inner = place(parts)
    side = pick(parts, "EARLIER", "LATER")
    if inner is None or inner == Shift(unit="day", count=0):
        return inner
    return Clip(of=inner, side=side) if isinstance(inner, Shift | Calendar) else None


def _make_nothing(parts: Parts) -> Value:
    return Vague()


def _shifted(parts: Parts, sign: int, base: Base) -> Value:
    unit, number = pick(parts, *UNITS), count_of(parts) if has(parts, *NUMERALS) else None
    if number and unit in LONG_UNITS:
        unit, number = "year", number * LONG_UNITS[unit]
    return Shift(unit=unit, count=sign * number, base=base) if number else Vague(unit=unit)


def _make_ago(parts: Parts) -> Value:
    return _shifted(parts, -1, "anchor")


def _make_ahead(parts: Parts) -> Value:
    return _shifted(parts, 1, "anchor")


def _make_after_text(parts: Parts) -> Value:
    """Two days later, a day earlier, the day before: from the last date of the text."""
    sign = 1 if has(parts, "LATER", "AFTER") else -1
    if has(parts, "THE") and not has(parts, *NUMERALS):
        return Shift(unit=pick(parts, *UNITS), count=sign, base="text")
    return _shifted(parts, sign, "text")


def _make_repeat(parts: Parts) -> Value:
    unit = pick(parts, *UNITS, "SETW")
    return Repeat(unit=unit or ("day" if has(parts, "PART", "WEEKDAYS", "Wday") else "year"))


def _make_length(parts: Parts) -> Value:
    return Length(unit=pick(parts, *UNITS), count=count_of(parts) if has(parts, *NUMERALS) else None)


def _make_longish(parts: Parts) -> Value:
    return Length(unit="none", count=None)


def _make_vague(parts: Parts) -> Value:
    return Vague(unit=pick(parts, *UNITS) or "none")


def _make_between(parts: Parts) -> Value | None:
    ends = [item for item in parts if item.kind in (*PLACES, "DAY")]
    if len(ends) != 2:
        return None
    start, end = ends[0].value, ends[1].value
    if ends[0].kind == "DAY":
        start = replace(end, day=start, weekday=None) if isinstance(end, Calendar) and start <= 31 else None
    if not isinstance(start, Calendar | Part | Shift | Nth | Years | Clip | Beyond) or isinstance(end, Vague):
        return None
    return Between(start=start, end=end)


OPERATIONS: dict[str, Callable[[Parts], Any]] = {
    name.removeprefix("_make_"): function
    for name, function in list(globals().items())
    if name.startswith("_make_")
}
