"""The parameters that routes share, as people type them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Path, Query

from sayso.web.api.answers import MOST

AsOf = Annotated[date | None, Query(description="The ledger as known on that day.")]
Day = Annotated[date | None, Query(description="An ISO day.")]
After = Annotated[str | None, Query(description="The cursor of the page before: its `next`.")]
Limit = Annotated[int, Query(ge=0, le=MOST, description="At most so many; 0 for all.")]
Words = Annotated[str, Query(max_length=2_000, description="Words that are looked for.")]
Name = Annotated[str | None, Query(max_length=400)]
Id = Annotated[str, Path(max_length=400, description="An id, or its beginning.")]
StatusOfClaim = Literal["corroborated", "contested", "single-origin", "unconfirmed", "denied", "withdrawn"]
SortOfClaims = Literal["documents", "origins", "denials", "newest", "oldest"]
StatusOfDocument = Literal["ok", "partial", "unread", "failed"]
StatusOfPromise = Literal[
    "open", "due", "overdue", "kept", "partly", "broken", "revised", "denied", "unverifiable"
]
Least = Annotated[int | None, Query(ge=0)]


def iso(day: date | None) -> str | None:
    """A day as the ledger writes it."""
    return day.isoformat() if day else None
