"""What pictures are drawn with: SVG elements, the page's colours by name, lines of text.

Everything is a presentation attribute, so that a picture inside a page needs no style of its own and passes
`style-src 'self'`; colours are the page's variables, each with the colour of the light page to fall back on.
"""

from __future__ import annotations

from sayso.show.page_markup import Child, Markup, element, join
from sayso.show.pictures.measure import plain

LIGHT = {
    "paper": "#fbfaf7", "raised": "#ffffff", "ink": "#1c1b19", "soft": "#5a564f", "line": "#d9d4c8",
    "edge": "#857f73", "accent": "#1f4e79", "glow": "#fdf0c4", "tint": "#efece3", "hearsay": "#7a4b00",
    "denial": "#9b2020", "ahead": "#1f4e79", "doubt": "#6b4a00",
}  # fmt: skip
DARK = {
    "paper": "#151618", "raised": "#1e2023", "ink": "#e9e6df", "soft": "#aaa59b", "line": "#35373b",
    "edge": "#7f7b73", "accent": "#9cc4ec", "glow": "#453a17", "tint": "#24262a", "hearsay": "#f0bd6c",
    "denial": "#ff9f98", "ahead": "#9cc4ec", "doubt": "#e6c27a",
}  # fmt: skip
SANS = (
    "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans KR', 'Malgun Gothic', "
    "'Apple SD Gothic Neo', 'Hiragino Sans', 'Microsoft YaHei', sans-serif"
)
BODY_PX = 13.0
SMALL_PX = 12.5  # 11.4 px where 360 px wide pictures stand in a page with margins
Number = float | int
HALO: dict[str, str | Number] = {
    "stroke": "paper", "stroke_width": 5, "stroke_linejoin": "round", "paint_order": "stroke",
}  # fmt: skip


def colour(name: str) -> str:
    """A colour of the page by its name, as `var(--ink, #1c1b19)`. KeyError for an unknown one."""
    return f"var(--{name}, {LIGHT[name]})"


def draw(name: str, /, *children: Child, **attributes: str | Number | None) -> Markup:
    """An SVG element; numbers are written with at most one decimal, text is escaped as everywhere.

    `fill` and `stroke` take a colour's name ("ink"), or "none".
    """
    known = {key: _written(key, value) for key, value in attributes.items() if value is not None}
    return element(name, *(c if isinstance(c, Markup) else plain(c) for c in children), **known)


def _written(key: str, value: str | Number) -> str:
    if isinstance(value, str):
        return colour(value) if key in {"fill", "stroke"} and value in LIGHT else value
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0" if value > -0.05 else "-0")


def words(
    text: str,
    x: Number,
    y: Number,
    *,
    size: Number = BODY_PX,
    fill: str = "ink",
    bold: bool = False,
    anchor: str | None = None,
    halo: bool = False,
) -> Markup:
    """A line of text with its baseline at `y`; `anchor`: "middle" or "end" where not at its start.

    `halo`: the paper shows around its letters, where a line runs behind.
    """
    edge: dict[str, str | Number] = HALO if halo else {}
    return draw(
        "text", text, x=x, y=y, font_size=size, fill=fill, font_weight="600" if bold else None,
        text_anchor=anchor, **edge,
    )  # fmt: skip


def pair(
    strong: str, soft: str, x: Number, y: Number, *, size: Number = BODY_PX, halo: bool = False
) -> Markup:
    """A line that begins in strong type and goes on in soft, ten px on, however wide the font is."""
    edge: dict[str, str | Number] = HALO if halo else {}
    head = draw("tspan", strong, font_weight="600", fill="ink")
    tail = [draw("tspan", soft, dx=10, font_size=SMALL_PX)] if soft else []
    return draw("text", head, *tail, x=x, y=y, font_size=size, fill="soft", **edge)


def stroke(
    path: str, *, name: str = "ink", width: Number = 1.5, dash: str | None = None, fill: str = "none"
) -> Markup:
    """A line along an SVG path; `dash` as in stroke-dasharray."""
    return draw("path", d=path, fill=fill, stroke=name, stroke_width=width, stroke_dasharray=dash)


def told(text: str) -> Markup:
    """A `<title>`: what an element says when pointed at or read out, in full."""
    return draw("title", text)


def group(*children: Child, link: str | None = None, said: str = "") -> Markup:
    """Elements that belong together; a link that the keyboard reaches where `link` is a safe address."""
    inside = [told(said), *children] if said else list(children)
    if link is None or not _safe(link):
        return draw("g", *inside)
    return draw("a", *inside, href=link, aria_label=plain(said) if said else None)


def _safe(link: str) -> bool:
    """Whether an address stays in the page's site or is plain http; never "javascript:"."""
    head = link.strip().split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return ":" not in head or head.casefold() in {"http:", "https:"}


def picture_svg(
    parts: list[Markup], *, width: Number, height: Number, title: str, summary: str, links: bool
) -> str:
    """The whole SVG element. With links in it, it is a group and not an image: what is an image to a
    screen reader has no inside that could be reached.
    """
    head = {"class_": "picture", "xmlns": "http://www.w3.org/2000/svg", "role": "group" if links else "img"}
    made = draw(
        "svg", told(title), draw("desc", summary), join(parts), **head,
        viewBox=f"0 0 {width:.0f} {height:.0f}", width=round(width), height=round(height),
        font_family=f"var(--sans, {SANS})", font_size=BODY_PX, aria_label=plain(title) if links else None,
    )  # fmt: skip
    return made.html
