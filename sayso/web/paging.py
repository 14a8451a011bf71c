"""Long lists in pages: a cursor in the address says behind which row to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from sayso.errors import UsageError
from sayso.web.asked import Asked

ROWS = 50
FURTHEST = 10_000_000
T = TypeVar("T")


class Place(NamedTuple):
    """Where a page begins: `before` and `after` are the cursors of its neighbours, None for none; `start` is
    its own.
    """

    before: int | None
    after: int | None
    start: int = 0


def place(asked: Asked, total: int, *, most: int = ROWS) -> Place:
    """The page of `most` of `total` rows that `?after=` asks for. UsageError for a cursor that is none."""
    given = asked.query.get("after") or "0"
    if not (given.isascii() and given.isdecimal() and len(given) <= len(str(FURTHEST))):
        raise UsageError(f"after takes a cursor that a page gave, not {given!r}")
    start = int(given)
    after = start + most if start + most < total else None
    return Place(before=max(0, start - most) if start else None, after=after, start=start)


def sliced(rows: Sequence[T], asked: Asked, *, most: int = ROWS) -> tuple[Sequence[T], Place]:
    """The rows of the page that `?after=` asks for. UsageError for a cursor that is none."""
    here = place(asked, len(rows), most=most)
    return rows[here.start : here.start + most], here
