"""What a time expression means before it is placed: small values that nest, as the words nest."""

from dataclasses import dataclass
from typing import Literal

Base = Literal["anchor", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Fields of the calendar; without a year it needs an anchor. `turn`: last -1, this 0, next +1.

    `feast`: one that moves with Easter, by its name in `calendar.FEASTS`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str | None = None
    turn: int | None = None
    base: Base = "anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Whole years from `first` to `last`, both included: decades, centuries."""

    first: int
    last: int
    grain: Literal["decade", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The day, week, month … that lies `count` units from the anchor or from the text's last date."""

    unit: str
    count: int
    base: Base = "anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A named part of another time: early, late, end, first half …"""

    of: "Value"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nth:
    """`count` units inside another time, the `ordinal`th from its start (negative: from its end)."""

    of: "Value"
    ordinal: int
    count: int
    unit: str | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The `count` units that end (negative) or begin (positive) at the anchor or the last date."""

    unit: str
    count: int
    base: Base = "anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From the first day of one time to the last day of another."""

    start: "Value"
    end: "Value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """What of another time lies before (`side` -1) or after (+1) the anchor: "earlier this month"."""

    of: "Value"
    side: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time; `count` is None for "a few", "several" and bare plurals."""

    unit: str
    count: int | None
    of_event: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A time that comes again ("every Monday"): a grain and no place."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """No days with any anchor ("recently")."""

    unit: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """A time that the calendar of this library does not reach (before our era)."""

    unit: str = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day; it belongs to the day that the text is at."""

    part: str = "clock"


Value = (
    Calendar
    | Years
    | Shift
    | Part
    | Nth
    | Stretch
    | Between
    | Clip
    | Length
    | Repeat
    | Vague
    | Beyond
    | Clock
)
