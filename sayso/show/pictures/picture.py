"""A picture and its table twin: whoever cannot see the one has all of it in the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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


def make_picture(
    svg: str, title: str, columns: tuple[str, ...], rows: Iterable[Sequence[str]], summary: str
) -> Picture:
    """A picture whose table can be written to any file: lone surrogates in it become U+FFFD."""
    sound = tuple(tuple(_sound(cell) for cell in row) for row in rows)
    return Picture(svg=svg, title=_sound(title), columns=columns, rows=sound, summary=_sound(summary))


def _sound(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def no_page(id: str) -> str | None:
    """The `href` of pictures that lead nowhere."""
    return None


def within(width: int) -> int:
    """A width in px that a picture can be drawn in: 320 to 1,600."""
    return max(LEAST, min(MOST, width))
