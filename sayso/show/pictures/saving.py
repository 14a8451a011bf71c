"""A picture as a file: SVG that stands alone with its data inside, the table as CSV, and PNG."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Protocol

import msgspec

from sayso.show.page_markup import Markup, element
from sayso.show.pictures.ink import DARK, LIGHT, SANS
from sayso.show.pictures.measure import UNHELD
from sayso.show.pictures.picture import Picture
from sayso.show.report_characters import shown
from sayso.show.shapes import as_csv

VARIABLE = re.compile(r'="var\(--([a-z]+), ([^()"]*)\)"')
OPENING = re.compile(r"<svg [^>]*>")
NO_RENDERER = "PNG needs resvg-py: pip install 'sayso[pictures]'. The SVG needs nothing."
ZOOM = 2


class _Renderer(Protocol):
    def __call__(self, *, svg_string: str, zoom: float) -> bytes:
        """PNG bytes of an SVG."""


def saved_svg(picture: Picture) -> str:
    """An SVG file of a picture: it needs no page, follows light and dark, and holds its table as JSON
    (`title`, `summary`, `columns`, `rows`) in `<metadata>`. Always well-formed XML, in UTF-8.
    """
    table = {
        "title": picture.title, "summary": picture.summary, "columns": picture.columns, "rows": picture.rows,
    }  # fmt: skip
    data = _held(msgspec.json.encode(table).decode("utf-8"))
    metadata = element("metadata", data)
    paper = element("rect", width="100%", height="100%", fill=f"var(--paper, {LIGHT['paper']})")
    style = element("style", Markup(_variables()))
    opening = OPENING.match(picture.svg)
    end = opening.end() if opening else 0
    # the title comes first in an SVG: viewers take the first child for its name
    behind = picture.svg.index("</desc>", end) + len("</desc>")
    return "".join((picture.svg[:behind], metadata.html, style.html, paper.html, picture.svg[behind:], "\n"))


def picture_csv(picture: Picture) -> bytes:
    """The table twin as CSV, as every table here: formula-safe, UTF-8; the header alone for no rows."""
    columns: dict[str, Callable[[tuple[str, ...]], str]] = {
        name: partial(_cell, at=at) for at, name in enumerate(picture.columns)
    }
    return as_csv(picture.rows, columns)


def png(svg: str, *, dark: bool = False) -> bytes:
    """A picture, or an SVG file of one, as PNG on paper, twice as large as it is drawn.

    ModuleNotFoundError with what to install where resvg-py is missing.
    """
    try:
        render: _Renderer = import_module("resvg_py").svg_to_bytes
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(NO_RENDERER, name="resvg_py") from missing
    colours = DARK if dark else LIGHT
    opening = OPENING.match(svg)
    end = opening.end() if opening else 0
    whole = f'{svg[:end]}<rect width="100%" height="100%" fill="{colours["paper"]}"/>{svg[end:]}'
    return bytes(render(svg_string=_without_style(resolved(whole, colours)), zoom=ZOOM))


def resolved(svg: str, colours: Mapping[str, str]) -> str:
    """The SVG with each variable (in an attribute, never in text) as its colour, or what it falls back on."""
    return VARIABLE.sub(lambda found: f'="{colours.get(found[1], found[2])}"', svg)


def _without_style(svg: str) -> str:
    before, found, rest = svg.partition("<style>")
    return before + rest.partition("</style>")[2] if found else svg


def _cell(row: tuple[str, ...], *, at: int) -> str:
    return row[at]


def _held(data: str) -> str:
    """JSON as XML can hold it: what is hidden or not allowed becomes an escape of JSON's own."""
    return "".join(_escape(char) if shown(char) != char or ord(char) in UNHELD else char for char in data)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _variables() -> str:
    return f":root{{{_set(LIGHT)};--sans:{SANS}}}@media(prefers-color-scheme:dark){{:root{{{_set(DARK)}}}}}"


def _set(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in colours.items())
