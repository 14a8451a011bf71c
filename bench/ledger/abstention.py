"""How right the pages are that are answered, when the unsure ones are not: a table and a small drawing.

`python -m bench.ledger.abstention` draws docs/images/abstention.svg anew.

A page is as sure as its least sure member; of two alike the surer has the narrower range of origins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.corpora import ROOT
from bench.ledger.pages import Page
from bench.table import Row, Table

DRAWING = ROOT / "docs" / "images" / "abstention.svg"
STEPS = 10
WIDTH, HEIGHT, LEFT, TOP, FOOT = 420, 240, 46, 16, 40
Point = tuple[float, float]


def ranked(pages: Sequence[Page]) -> list[Page]:
    """The surest first."""
    return sorted(pages, key=lambda page: (-page.least, page.spread, page.texts, page.claim))


def curve(pages: Sequence[Page], steps: int = STEPS) -> list[tuple[float, float, Page]]:
    """(share answered, share of these right, the least sure page of them) a step; [] for no pages."""
    order = ranked(pages)
    found = []
    for step in range(1, steps + 1 if order else 1):
        count = max(1, round(len(order) * step / steps))
        answered = order[:count]
        right = sum(not page.faults for page in answered)
        found.append((count / len(order), right / count, answered[-1]))
    return found


def curve_table(pages: Sequence[Page]) -> Table:
    """The curve as a table, over the pages of several documents: one of one document has no link to doubt."""
    pages = [page for page in pages if page.documents > 1]
    points = curve(pages)
    rows: list[Row] = [
        {"answered": round(share, 4), "right": round(right, 4), "least p": page.least}
        for share, right, page in points
    ]
    notes = ("Pages by their least sure member; what is not answered is left to a person.",)
    data = f"{len(pages)} claim pages of several documents of our own corpus and made worlds, from raw text."
    return Table(name="claim-pages abstention", title="Answering only what is sure", data=data, rows=rows,
                 notes=notes)  # fmt: skip


def draw(pages: Sequence[Page], path: Path = DRAWING) -> None:
    """Draws the curve of the pages of several documents."""
    points = curve([page for page in pages if page.documents > 1])
    path.write_text(svg([(share, right) for share, right, _ in points]), encoding="utf-8")


def svg(points: Sequence[Point]) -> str:
    """A drawing: share answered to the right, share right upwards, both from 0 to 1."""
    line = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="3"/>' for x, y in points)
    ticks = "".join(_tick(at / 4) for at in range(5))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="11">'
        f"<title>Share of claim pages that are right, by the share that is answered</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{ticks}'
        f'<polyline points="{line}" fill="none" stroke="#1f5f8b" stroke-width="2"/>'
        f'<g fill="#1f5f8b">{dots}</g>'
        f'<text x="{_x(0.5):.0f}" y="{HEIGHT - 6}" text-anchor="middle">'
        f"share of pages answered, surest first</text>"
        f'<text x="12" y="{_y(0.5):.0f}" text-anchor="middle" transform="rotate(-90 12 {_y(0.5):.0f})">'
        f"share right</text></svg>\n"
    )


def _tick(at: float) -> str:
    return (
        f'<line x1="{_x(0):.1f}" x2="{_x(1):.1f}" y1="{_y(at):.1f}" y2="{_y(at):.1f}" stroke="#ddd"/>'
        f'<text x="{LEFT - 6}" y="{_y(at) + 4:.1f}" text-anchor="end">{at:g}</text>'
        f'<text x="{_x(at):.1f}" y="{HEIGHT - FOOT + 16}" text-anchor="middle">{at:g}</text>'
    )


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - 12)


def _y(share: float) -> float:
    return HEIGHT - FOOT - share * (HEIGHT - FOOT - TOP)


if __name__ == "__main__":
    from bench.ledger.surveyed import surveys

    draw([page for one in surveys() for page in one.pages])
