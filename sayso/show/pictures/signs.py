"""The signs of the pictures: each differs from the others by shape, so that no meaning rests on a colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import BODY_PX, SMALL_PX, draw, stroke, words
from sayso.show.pictures.measure import width_px, wrap

HEAD_PX = 15.0
Sign = Callable[[float, float], Markup]


def dot(x: float, y: float, *, name: str = "ink", r: float = 5) -> Markup:
    """A filled circle."""
    return draw("circle", cx=x, cy=y, r=r, fill=name)


def ring(x: float, y: float, *, name: str = "ink", r: float = 5, dash: str | None = None) -> Markup:
    """An open circle, dashed for what is not there."""
    return draw(
        "circle", cx=x, cy=y, r=r, fill="raised", stroke=name, stroke_width=1.6, stroke_dasharray=dash
    )


def diamond(
    x: float, y: float, *, name: str = "ink", r: float = 8, filled: bool = True, dash: str | None = None
) -> Markup:
    """A square on its point."""
    path = f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}L{x - r:.1f} {y:.1f}Z"
    return stroke(path, name=name, fill=_fill(name, filled), width=1.6, dash=dash)


def crossed(x: float, y: float, *, name: str = "denial", r: float = 5) -> Markup:
    """A square with a cross in it."""
    box = draw(
        "rect", x=x - r, y=y - r, width=2 * r, height=2 * r, fill="raised", stroke=name, stroke_width=1.8
    )
    s = r - 1
    cross = (
        f"M{x - s:.1f} {y - s:.1f}L{x + s:.1f} {y + s:.1f}M{x + s:.1f} {y - s:.1f}L{x - s:.1f} {y + s:.1f}"
    )
    return draw("g", box, stroke(cross, name=name, width=1.8))


def triangle(x: float, y: float, *, name: str = "ink", r: float = 5, filled: bool = False) -> Markup:
    """A triangle on its base."""
    path = f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}L{x - r:.1f} {y + r:.1f}Z"
    return stroke(path, name=name, fill=_fill(name, filled), width=1.6)


def square(x: float, y: float, *, name: str = "ink", r: float = 5, filled: bool = True) -> Markup:
    """A square on its side."""
    return draw(
        "rect", x=x - r, y=y - r, width=2 * r, height=2 * r, fill=name if filled else "raised", stroke=name,
        stroke_width=1.6,
    )  # fmt: skip


def dash(x: float, y: float, *, name: str = "ink", width: float = 1.5, pattern: str | None = None) -> Markup:
    """A short piece of line, for legends."""
    return stroke(f"M{x - 11:.1f} {y:.1f}H{x + 11:.1f}", name=name, width=width, dash=pattern)


def line_sign(name: str = "ink", width: float = 1.5, pattern: str | None = None) -> Sign:
    """The legend's sign for a line."""
    return partial(dash, name=name, width=width, pattern=pattern)


def _fill(name: str, filled: bool) -> str:
    return name if filled else "raised"


def legend(
    items: Sequence[tuple[Sign, str]], left: float, top: float, right: float
) -> tuple[list[Markup], float]:
    """Signs with their words in as many rows as they need, and where the next thing may begin."""
    parts: list[Markup] = []
    x, y = left, top + 10
    for sign, word in items:
        needed = 28 + width_px(word, SMALL_PX) + 16
        if x > left and x + needed - 16 > right:
            x, y = left, y + 22
        parts += [sign(x + 11, y), words(word, x + 28, y + 4, size=SMALL_PX, fill="soft")]
        x += needed
    return parts, (y + 18 if items else top)


def heading(title: str, lines: Sequence[str], left: float, right: float) -> tuple[list[Markup], float]:
    """A picture's own head: its title, soft lines under it, and where the next thing may begin."""
    parts, y = [], 4.0
    for line in wrap(title, right - left, HEAD_PX, 3, bold=True):
        y += 19
        parts.append(words(line, left, y, size=HEAD_PX, bold=True))
    for line in (part for whole in lines for part in wrap(whole, right - left, BODY_PX, 4)):
        y += 19
        parts.append(words(line, left, y, fill="soft"))
    return parts, y + 10
