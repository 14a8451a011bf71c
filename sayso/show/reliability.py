"""A reliability diagram as SVG: how often what was said held, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Protocol

SIZE, LEFT, TOP = 300, 46, 34
STYLE = (
    ":root{--ink:#1b1f24;--paper:#fff;--line:#c9ced6;--dot:#1f5fa8}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#15181d;--line:#434a55;--dot:#7fb4f0}}"
    "text{fill:var(--ink);font:12px system-ui,sans-serif}.n{font-size:10px}"
)


class Point(Protocol):
    """A bin: the mean of what was said and the share that held, both in [0, 1], and of how many."""

    @property
    def mean(self) -> float:
        """What was said, on average."""

    @property
    def share(self) -> float:
        """How often it held."""

    @property
    def count(self) -> int:
        """Of how many."""


def reliability_svg(points: Iterable[Point], title: str) -> str:
    """The diagram: a dot a bin, larger for more, its count beside it; the diagonal is perfect.

    Without points only the axes. Colours are variables that follow the reader's light or dark.
    """
    dots = list(points)
    most = max((dot.count for dot in dots), default=1)
    width, height = LEFT + SIZE + 20, TOP + SIZE + 44
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="var(--paper)"/>',
        f'<text x="{LEFT}" y="20">{escape(title)}</text>',
        *_axes(),
        *(_dot(dot, most) for dot in dots),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes() -> Iterable[str]:
    bottom, right = TOP + SIZE, LEFT + SIZE
    yield (
        f'<rect x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}" fill="none" stroke="var(--line)"/>'
        f'<path d="M{LEFT} {bottom}L{right} {TOP}" stroke="var(--line)" stroke-dasharray="4 4"/>'
    )
    for tenth in range(0, 11, 2):
        at, words = SIZE * tenth / 10, f"{tenth / 10:.1f}"
        yield f'<text class="n" x="{LEFT + at:.0f}" y="{bottom + 14}" text-anchor="middle">{words}</text>'
        yield f'<text class="n" x="{LEFT - 6}" y="{bottom - at + 3:.0f}" text-anchor="end">{words}</text>'
    yield f'<text x="{LEFT + SIZE / 2}" y="{bottom + 34}" text-anchor="middle">what was said</text>'
    middle = TOP + SIZE / 2
    turned = f'transform="rotate(-90 13 {middle})" x="13" y="{middle}"'
    yield f'<text {turned} text-anchor="middle">what held</text>'


def _dot(dot: Point, most: int) -> str:
    x, y = LEFT + SIZE * dot.mean, TOP + SIZE * (1 - dot.share)
    radius = 3 + 7 * (dot.count / most) ** 0.5
    label = y + (1 if dot.share > dot.mean else -1) * (radius + 9) + 3
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="var(--dot)" fill-opacity=".8"/>'
        f'<text class="n" x="{x:.1f}" y="{label:.1f}" text-anchor="middle">{dot.count}</text>'
    )
