"""The whole ledger over time: how many statements tell of what happened when, and of what falls due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import TimelineRow
from sayso.show.grouping import count
from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import SMALL_PX, draw, group, picture_svg, stroke, words
from sayso.show.pictures.measure import wrap
from sayso.show.pictures.picture import WIDE, Href, Picture, make_picture, no_page, within
from sayso.show.pictures.signs import heading, legend, square
from sayso.show.pictures.time_axis import Axis, day

TITLE = "What the ledger tells of, by time"
COLUMNS = ("time", "tell of what happened", "tell of what falls due", "for example")
EMPTY = "No statement names a day yet. “On 3 May” or “by the end of June” stand here once they are read."
EARLIER, LATER = "earlier", "later"
FAR_SHARE, STRETCH, EDGE_PX = 0.05, 2.5, 64.0
PAD, LEFT, BAR_PX, LEAST_BAR_PX = 14.0, 44.0, 110.0, 7.0
Start = Callable[[date], date]


@dataclass(frozen=True, slots=True)
class _Bin:
    """A day, month, year or decade: its name and first day, how many statements tell of it, one of them."""

    name: str
    start: date
    events: int
    due: int
    example: str


def ledger_timeline(rows: Sequence[TimelineRow], *, href: Href = no_page, width: int = WIDE) -> Picture:
    """How many times are told of in each day, month, year or decade (whichever fits the width).

    What happened stands above the line, what falls due below it. A span of days counts at its beginning; the
    few that lie far from all others are one bar at either end. `href` is asked for the page of a bin by its
    name: "2031-05-17", "2031-05", "2031" or "2030s", "earlier", "later". The table has a row a bin.
    """
    wide = float(within(width))
    bins = _bins(rows, wide - LEFT - PAD)
    placed = sum(one.events + one.due for one in bins)
    summary = _summary(bins, len(rows) - placed)
    parts, y = heading(TITLE, [summary], PAD, wide - PAD)
    if bins:
        drawn, y = _drawn(bins, wide, y, href)
        parts += drawn
    else:
        for line in wrap(EMPTY, wide - 2 * PAD, SMALL_PX, 3):
            y += 18
            parts.append(words(line, PAD, y, size=SMALL_PX))
        y += 8
    linked = any(href(one.name) for one in bins)
    return make_picture(
        picture_svg(parts, width=wide, height=y + 6, title=TITLE, summary=summary, links=linked),
        TITLE, COLUMNS, ((one.name, str(one.events), str(one.due), one.example) for one in bins), summary,
    )  # fmt: skip


def _summary(bins: Sequence[_Bin], left_out: int) -> str:
    if not bins:
        return "No times in this ledger."
    events, due = sum(one.events for one in bins), sum(one.due for one in bins)
    names = [one.name for one in bins if one.name not in {EARLIER, LATER}]
    told = f"{events} times of what happened, {due} of what falls due; most from {names[0]} to {names[-1]}."
    return told + (f" {count(left_out, 'time')} without days." if left_out else "")


def _bins(rows: Sequence[TimelineRow], room: float) -> list[_Bin]:
    """Bins of the smallest kind of which all between the first and the last have room."""
    dated = sorted(
        ((found, row) for row in rows if (found := day(row.first) or day(row.last))),
        key=lambda pair: (pair[0], pair[1].proposition, pair[1].text),
    )
    if not dated:
        return []
    first, last = _core([found for found, _ in dated])
    name = _kind((last - first).days, room - 2 * EDGE_PX)
    inside: dict[str, list[tuple[date, TimelineRow]]] = {}
    for found, row in dated:
        known = EARLIER if found < first else LATER if found > last else name(found)
        inside.setdefault(known, []).append((found, row))
    return [_bin(each, some) for each, some in inside.items()]


def _core(days: Sequence[date]) -> tuple[date, date]:
    """The first and last day without those of the outermost 5 % that lie further off than others reach."""
    cut = int(len(days) * FAR_SHARE)
    first, last = days[cut], days[len(days) - 1 - cut]
    reach = max(1, (last - first).days)
    if (days[-1] - days[0]).days <= STRETCH * reach:
        return days[0], days[-1]
    near = [each for each in days if (first - each).days <= reach and (each - last).days <= reach]
    return near[0], near[-1]


def _kind(days: int, room: float) -> Callable[[date], str]:
    return next((name for name, each in KINDS if (days / each + 1) * LEAST_BAR_PX <= room), _decade)


def _bin(name: str, some: Sequence[tuple[date, TimelineRow]]) -> _Bin:
    first, row = some[0]
    due = sum(row.role == "due" for _, row in some)
    return _Bin(name, _start(name, first), len(some) - due, due, row.text)


def _decade(when: date) -> str:
    return f"{when.year // 10 * 10:04}s"


def _start(name: str, first: date) -> date:
    """The first day of a bin."""
    if name in {EARLIER, LATER}:
        return first
    parts = {4: "-01-01", 5: "-01-01", 7: "-01"}
    return day(name[:4] + parts[len(name)] if len(name) < 7 else name + parts.get(len(name), "")) or first


KINDS: tuple[tuple[Callable[[date], str], float], ...] = (
    (lambda when: when.isoformat(), 1), (lambda when: when.isoformat()[:7], 30.4),
    (lambda when: when.isoformat()[:4], 365.25),
)  # fmt: skip
SPANS = {10: 1, 7: 31, 4: 366, 5: 3_653}


def _drawn(bins: Sequence[_Bin], wide: float, top: float, href: Href) -> tuple[list[Markup], float]:
    core = [one for one in bins if one.name not in {EARLIER, LATER}]
    left = LEFT + (EDGE_PX if bins[0].name == EARLIER else 0)
    right = wide - PAD - (EDGE_PX if bins[-1].name == LATER else 0)
    days = SPANS[len(core[0].name)]
    slot = (right - left) * days / ((core[-1].start - core[0].start).days + days)
    line = Axis(core[0].start, core[-1].start, left + slot / 2, right - slot / 2)
    ends = {EARLIER: LEFT + EDGE_PX / 3, LATER: wide - PAD - EDGE_PX / 3}
    most = max(max(one.events, one.due) for one in bins)
    above = 12 + BAR_PX * max(one.events for one in bins) / most
    below = 12 + BAR_PX * max(one.due for one in bins) / most
    base = top + above + 6
    thick = min(28.0, slot * 0.8)
    free = (LEFT + EDGE_PX - 8 if left > LEFT else 4.0, right + 8 if right < wide - PAD else wide)
    parts = [*line.drawn(top + 6, base + below, free), *_scale(bins, base, most)]
    parts += [_bars(one, ends.get(one.name) or line.x(one.start), base, thick, most, href) for one in bins]
    parts += [
        words(name, x, base + below + 15, size=SMALL_PX, fill="soft", anchor="middle")
        for name, x in ends.items()
        if name in {bins[0].name, bins[-1].name}
    ]
    parts.append(stroke(f"M{LEFT:.1f} {base:.1f}H{wide - PAD:.1f}", name="ink", width=1.5))
    signs, y = legend(
        [(square, "tell of what happened (above)"), (_open, "tell of what falls due (below)")],
        PAD, base + below + 24, wide - PAD,
    )  # fmt: skip
    return [*parts, *signs], y


def _scale(bins: Sequence[_Bin], base: float, most: int) -> Iterator[Markup]:
    """The longest bar of either side, as a number at the left."""
    for number, away in ((max(one.events for one in bins), -1), (max(one.due for one in bins), 1)):
        if number:
            y = base + away * BAR_PX * number / most
            yield words(f"{number}", LEFT - 8, y + 4, size=SMALL_PX, fill="soft", anchor="end")
            yield stroke(f"M{LEFT - 5:.1f} {y:.1f}H{LEFT:.1f}", name="edge", width=1)


def _bars(one: _Bin, x: float, base: float, thick: float, most: int, href: Href) -> Markup:
    up, down = BAR_PX * one.events / most, BAR_PX * one.due / most
    parts = []
    if one.events:
        parts.append(draw("rect", x=x - thick / 2, y=base - up, width=thick, height=up, fill="ink"))
    if one.due:
        box = draw(
            "rect", x=x - thick / 2 + 0.7, y=base + 2, width=thick - 1.4, height=max(1.0, down - 2),
            fill="raised", stroke="ahead", stroke_width=1.4,
        )  # fmt: skip
        parts.append(box)
    return group(*parts, link=href(one.name), said=f"{one.name}: {one.events} happened, {one.due} due")


def _open(x: float, y: float) -> Markup:
    return square(x, y, name="ahead", filled=False)
