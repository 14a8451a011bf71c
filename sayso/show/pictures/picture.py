"""A picture and its table twin: whoever cannot see the one has all of it in the other."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

Href = Callable[[str], str | None]
WIDE, NARROW = 720, 360
LEAST, MOST = 320, 1_600


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One picture. `svg` is an SVG element for a page, in the page's colours; `title` names it, `summary`
    tells in a sentence what it shows. `columns` and `rows` are the table twin: each row as long as `columns`,
    one for each thing drawn; () for a picture of nothing.
    """

    svg: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    summary: str


def no_page(id: str) -> str | None:
    """The `href` of pictures that lead nowhere."""
    return None


def within(width: int) -> int:
    """A width in px that a picture can be drawn in: 320 to 1,600."""
    return max(LEAST, min(MOST, width))
