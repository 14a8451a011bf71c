"""Long lists in pages: a cursor in the address says behind which row to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from sayso.errors import UsageError
from sayso.web.asked import Asked

ROWS = 50
T = TypeVar("T")


class Place(NamedTuple):
    """Where a page begins: `before` and `after` are the cursors of its neighbours, None for none."""

    before: int | None
    after: int | None


def sliced(rows: Sequence[T], asked: Asked, *, most: int = ROWS) -> tuple[Sequence[T], Place]:
    """The rows of the page that `?after=` asks for. UsageError for a cursor that is none."""
    given = asked.query.get("after") or "0"
    if not given.isdecimal():
        raise UsageError(f"after takes a cursor that a page gave, not {given!r}")
    start = int(given)
    some = rows[start : start + most]
    after = start + most if start + most < len(rows) else None
    return some, Place(before=max(0, start - most) if start else None, after=after)
