"""Times: printed expressions and the inclusive days that they stand for."""

from datetime import date
from typing import Literal

import msgspec

from sayso.model.span import Span, Spans

Grain = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade", "none"]
TimeRole = Literal["event", "due"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """When a statement was made, where printed: inclusive days; either end may be None."""

    spans: Spans
    text: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time of a proposition: inclusive days as ISO dates; what is vague or unanchored has neither."""

    spans: Spans
    text: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    role: TimeRole = "event"
    grain: Grain = "none"


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """What the time grammar finds: where, the interval, its grain, and why an end may be missing.

    `first` and `last` are inclusive days, either may be None. `relative`: it needs an anchor;
    `anchored`: everything it needed was there; `vague`: no days could be given with any anchor
    ("recently"); `duration`: a length and not a place in time ("for four years").
    """

    span: Span
    first: date | None = None
    last: date | None = None
    grain: Grain = "none"
    relative: bool = False
    anchored: bool = True
    vague: bool = False
    duration: bool = False
