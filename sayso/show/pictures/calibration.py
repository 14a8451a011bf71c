"""A reliability diagram: how often what was said held (Brier 1950; DeGroot & Fienberg 1983)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import SMALL_PX, draw, group, picture_svg, stroke, words
from sayso.show.pictures.measure import width_px
from sayso.show.pictures.picture import Picture, make_picture, within
from sayso.show.pictures.signs import dot, heading, legend, line_sign

TITLE = "Whether what was said held"
COLUMNS = ("said, on average", "held", "of how many")
EMPTY = "Nothing was resolved yet, so there is nothing to compare: judge outcomes, and each will count here."
PAD, LEFT, MOST_PX = 14.0, 52.0, 320.0


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


def calibration(points: Iterable[Point], title: str = TITLE, *, width: int = 420) -> Picture:
    """The diagram: a dot a bin, larger for more, its count beside it where there is room.

    On the diagonal, what was said held as often as it was said. The table has a row a bin. Without points
    only the axes, and what would fill them.
    """
    dots = sorted(points, key=lambda point: (point.mean, point.share, point.count))
    wide, title = float(within(width)), title or TITLE
    summary = _summary(dots)
    parts, y = heading(title, [summary], PAD, wide - PAD)
    size = min(MOST_PX, wide - LEFT - PAD - 8)
    plot = _Plot(LEFT, y + 8, size)
    signs, y = legend(
        [(dot, "a bin and its count; larger for more"), (line_sign("edge", 1.5, "4 4"), "as often as said")],
        PAD, y + 8 + size + 44, wide - PAD,
    )  # fmt: skip
    parts += [*plot.axes(), *plot.dots(dots), *signs]
    rows = [(f"{each.mean:.0%}", f"{each.share:.0%}", str(each.count)) for each in dots]
    svg = picture_svg(parts, width=wide, height=y + 4, title=title, summary=summary, links=False)
    return make_picture(svg, title, COLUMNS, rows, summary)


def _summary(dots: Sequence[Point]) -> str:
    if not dots:
        return EMPTY
    whole = sum(each.count for each in dots)
    said = sum(each.mean * each.count for each in dots) / max(1, whole)
    held = sum(each.share * each.count for each in dots) / max(1, whole)
    return f"{whole:,} in {len(dots)} bins: said {said:.0%} on average, held {held:.0%}."


class _Plot:
    """A square in which both axes go from 0 to 1."""

    def __init__(self, left: float, top: float, size: float) -> None:
        self.left, self.top, self.size = left, top, size

    def at(self, mean: float, share: float) -> tuple[float, float]:
        return self.left + self.size * mean, self.top + self.size * (1 - share)

    def axes(self) -> Iterator[Markup]:
        bottom = self.top + self.size
        size = self.size
        yield draw("rect", x=self.left, y=self.top, width=size, height=size, fill="raised", stroke="line")
        yield stroke(
            f"M{self.left:.1f} {bottom:.1f}L{self.left + self.size:.1f} {self.top:.1f}",
            name="edge",
            dash="4 4",
        )
        for fifth in range(6):
            x, y = self.at(fifth / 5, fifth / 5)
            label = f"{fifth * 20}%"
            yield words(label, x, bottom + 19, size=SMALL_PX, fill="soft", anchor="middle")
            yield words(label, self.left - 6, y + 4, size=SMALL_PX, fill="soft", anchor="end")
        yield words("↑ held", self.left + 6, self.top + 16, size=SMALL_PX, fill="soft")
        yield words("said →", self.left + size - 6, bottom - 8, size=SMALL_PX, fill="soft", anchor="end")

    def dots(self, dots: Sequence[Point]) -> Iterator[Markup]:
        """The dots with their counts, on the side away from the diagonal, where nothing is in the way."""
        most = max((each.count for each in dots), default=1) or 1
        held: list[tuple[float, float, float]] = [
            (self.left + 6, self.top + 16, 44.0),
            (self.left + self.size - 50, self.top + self.size - 8, 44.0),
        ]  # fmt: skip
        for each in dots:
            x, y = self.at(each.mean, each.share)
            r = 3 + 7 * (each.count / most) ** 0.5
            mark = draw("circle", cx=x, cy=y, r=r, fill="accent", stroke="raised", stroke_width=1)
            said = f"said {each.mean:.0%}, held {each.share:.0%}, of {each.count}"
            yield group(mark, said=said)
            above = each.share > each.mean and y - r - 16 > self.top
            above = above or y + r + 16 > self.top + self.size
            base = y - r - 4 if above else y + r + 13
            wide = width_px(str(each.count), SMALL_PX)
            place = (min(x - wide / 2, self.left + self.size - wide - 3), base, wide)
            if all(_apart(place, other) for other in held):
                held.append(place)
                yield words(str(each.count), place[0], place[1], size=SMALL_PX)


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    beside = one[0] + one[2] < other[0] or other[0] + other[2] < one[0]
    return beside or abs(one[1] - other[1]) > SMALL_PX + 1
