"""The parameters that routes share, as people type them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BeforeValidator

from sayso.web.api.answers import MOST

MOST_COUNTED = 1_000_000_000


def whole_day(given: object) -> object:
    """What is written as an ISO day, and nothing else: no moment, no number of seconds."""
    if given is not None and not isinstance(given, date) and not _is_day(given):
        raise ValueError("a day is written like 2031-05-17")
    return given


def _is_day(given: object) -> bool:
    return isinstance(given, str) and ISO_DAY.fullmatch(given) is not None


ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DayOrNone = Annotated[date | None, BeforeValidator(whole_day)]
AsOf = Annotated[DayOrNone, Query(description="The ledger as known on that day.")]
Day = Annotated[DayOrNone, Query(description="An ISO day.")]
After = Annotated[
    str | None, Query(max_length=2_000, description="The cursor of the page before: its `next`.")
]
Limit = Annotated[int, Query(ge=0, le=MOST, description="At most so many; 0 for all.")]
Words = Annotated[str, Query(max_length=2_000, description="Words that are looked for.")]
Name = Annotated[str | None, Query(max_length=400)]
Id = Annotated[str, Path(max_length=400, description="An id, or its beginning.")]
WholeId = Annotated[str, Path(max_length=400, description="A whole id.")]
Named = Annotated[str, Path(max_length=400, description="An id, or a name as printed.")]
Shape = Annotated[str, Path(max_length=40, description="The name of a shape.")]
StatusOfClaim = Literal["corroborated", "contested", "single-origin", "unconfirmed", "denied", "withdrawn"]
SortOfClaims = Literal["documents", "origins", "denials", "newest", "oldest"]
StatusOfDocument = Literal["ok", "partial", "unread", "failed"]
StatusOfPromise = Literal[
    "open", "due", "overdue", "kept", "partly", "broken", "revised", "denied", "unverifiable"
]
SortOfPromises = Literal["due", "newest", "oldest"]
Least = Annotated[int | None, Query(ge=0, le=MOST_COUNTED)]


def iso(day: date | None) -> str | None:
    """A day as the ledger writes it."""
    return day.isoformat() if day else None
