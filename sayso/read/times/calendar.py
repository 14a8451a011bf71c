"""Days, weeks, months, seasons … as inclusive intervals, and steps between them."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from sayso.model.time import Grain

GRAINS: dict[str, Grain] = {
    "hour": "day", "minute": "day", "day": "day", "weekend": "week", "week": "week", "fortnight": "week",
    "month": "month", "quarter": "quarter", "season": "season", "half": "half", "year": "year",
    "decade": "decade", "century": "none",
}  # fmt: skip
RANK = {
    "day": 0,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "none": 9,
}
SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
FEASTS = {
    "easter": 0,
    "easter monday": 1,
    "good friday": -2,
    "pentecost": 49,
    "pentecost monday": 50,
}  # days from it
DAYS_OF = {"minute": 0, "hour": 0, "day": 1, "weekend": 7, "week": 7, "fortnight": 14}


class Interval(NamedTuple):
    """Inclusive days with their grain."""

    first: date
    last: date
    grain: Grain


def months_from(year: int, month: int, length: int, grain: Grain) -> Interval:
    """`length` months from the first of `month` on; ValueError outside of the years 1 to 9998."""
    start = year * 12 + month - 1
    if start // 12 < MINYEAR or (start + length) // 12 > MAXYEAR:
        raise ValueError("outside of the calendar")
    after = date((start + length) // 12, (start + length) % 12 + 1, 1)
    return Interval(date(start // 12, start % 12 + 1, 1), after - timedelta(days=1), grain)


def one_day(day: date) -> Interval:
    """A single day."""
    return Interval(day, day, "day")


def season(year: int, name: str) -> Interval:
    """The meteorological season of the north; a winter begins in December of `year`."""
    return months_from(year, SEASON_START[name], 3, "season")


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gregorian computus of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast(year: int, name: str) -> date:
    """The day of a feast of `FEASTS` in a year; KeyError for another name."""
    return easter(year) + timedelta(days=FEASTS[name])


def add(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units; a day that the month lacks becomes its last."""
    if unit in DAYS_OF:
        return day + timedelta(days=count * DAYS_OF[unit])
    index = day.year * 12 + day.month - 1 + count * MONTHS_OF[unit]
    month = months_from(index // 12, index % 12 + 1, 1, "month")
    return month.first.replace(day=min(day.day, month.last.day))


def around(day: date, unit: str) -> Interval:
    """The unit that `day` lies in: weeks run from Monday, centuries from the year ending in 01."""
    if unit in ("day", "hour", "minute"):
        return one_day(day)
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday())
        start = monday + timedelta(days=5) if unit == "weekend" else monday
        return Interval(start, monday + timedelta(days=6), "week")
    if unit == "season":
        after_winter = day.month > 2
        return (
            months_from(day.year, day.month // 3 * 3, 3, "season")
            if after_winter
            else season(day.year - 1, "winter")
        )
    if unit == "decade":
        return months_from(day.year - day.year % 10, 1, 120, "decade")
    if unit == "century":
        return months_from((day.year - 1) // 100 * 100 + 1, 1, 1200, "none")
    length = MONTHS_OF[unit]
    return months_from(day.year, (day.month - 1) // length * length + 1, length, GRAINS[unit])


def weekday_near(day: date, weekday: int, lean: str) -> date:
    """The given weekday (Monday 0) at or before `day`, at or after it, or nearest ("near")."""
    back = (day.weekday() - weekday) % 7
    if back == 0 or lean == "past":
        return day - timedelta(days=back)
    if lean == "future" or back > 3:
        return day + timedelta(days=7 - back)
    return day - timedelta(days=back)
