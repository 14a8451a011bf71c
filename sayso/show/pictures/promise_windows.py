"""Promises, schedules and forecasts as windows on a time axis: overdue first, revisions as arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sayso.model import Expectation, ExpectationStatus
from sayso.show.expectation_words import MODALITY, awaited, promisor, window
from sayso.show.grouping import count
from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import BODY_PX, SMALL_PX, draw, group, pair, picture_svg, stroke, words
from sayso.show.pictures.measure import fit, width_px, wrap
from sayso.show.pictures.picture import WIDE, Href, Picture, make_picture, no_page, within
from sayso.show.pictures.signs import (
    Sign,
    crossed,
    diamond,
    dot,
    heading,
    legend,
    line_sign,
    ring,
    square,
    triangle,
)
from sayso.show.pictures.time_axis import Axis, axis, day

TITLE = "Promises and their windows"
COLUMNS = ("status", "window", "modality", "promisor", "what", "amount", "told on", "revised by")
EMPTY = (
    "Nothing is promised, scheduled or foreseen in this ledger yet. “By the end of June” opens a window here."
)
PAD, ROW_PX, LINE_PX, BAR_PX = 14.0, 10.0, 17.0, 12.0
SIDE_BY_SIDE, TEXT_SHARE = 560, 0.5
ORDER: tuple[ExpectationStatus, ...] = (
    "overdue", "broken", "due", "open", "revised", "partly", "kept", "denied", "unverifiable",
)  # fmt: skip
SIGNS: dict[ExpectationStatus, Sign] = {
    "overdue": partial(triangle, name="hearsay", filled=True),
    "broken": crossed,
    "due": partial(square, name="ahead"),
    "open": partial(square, name="ahead", filled=False),
    "revised": partial(diamond, r=6, filled=False),
    "partly": ring,
    "kept": dot,
    "denied": partial(crossed, name="ink"),
    "unverifiable": partial(ring, dash="2 2"),
}


def promise_windows(
    expectations: Sequence[Expectation],
    today: str | None = None,
    *,
    href: Href = no_page,
    width: int = WIDE,
) -> Picture:
    """The windows of expectations, drawn for `width` px (320 to 1,600), with a line at `today`: an ISO day,
    or the latest day on which one of them was looked at.

    Overdue ones stand first; windows of one matter stand together, with an arrow from the old to the new.
    `href` is asked for the page of each by its id. The table has a row for each.
    """
    wide = float(within(width))
    now = today or max((one.as_of for one in expectations if one.as_of), default=None)
    matters = _matters(expectations)
    shown = [one for matter in matters for one in matter]
    summary = _summary(shown, now)
    parts, y = heading(TITLE, [summary], PAD, wide - PAD)
    if shown:
        drawn, y = _Drawing.of(shown, day(now), wide, href).drawn(y)
        parts += drawn
    else:
        for line in wrap(EMPTY, wide - 2 * PAD, SMALL_PX, 3):
            y += 18
            parts.append(words(line, PAD, y, size=SMALL_PX))
        y += 8
    linked = any(href(one.id) for one in shown)
    return make_picture(
        picture_svg(parts, width=wide, height=y + 6, title=TITLE, summary=summary, links=linked),
        TITLE, COLUMNS, _rows(shown), summary,
    )  # fmt: skip


def _rows(shown: Sequence[Expectation]) -> Iterator[tuple[str, ...]]:
    known = {one.id: one for one in shown}
    for one in shown:
        new = known.get(one.revised_by or "")
        moved = window(new.due_from, new.due_to) if new else (one.revised_by or "")
        yield (
            one.status, window(one.due_from, one.due_to), MODALITY[one.modality], promisor(one), one.gist,
            awaited(one), one.published or "no date", moved,
        )  # fmt: skip


def _summary(shown: Sequence[Expectation], now: str | None) -> str:
    if not shown:
        return "No promises, schedules or forecasts."
    counts = [(sum(one.status == status for one in shown), status) for status in ORDER]
    told = ", ".join(f"{number} {status}" for number, status in counts if number)
    return f"{count(len(shown), 'window')}: {told}" + (f", as of {now}." if now else ".")


def _matters(expectations: Sequence[Expectation]) -> list[list[Expectation]]:
    """Windows of one matter together, oldest first; the most urgent matter first."""
    known = {one.id: one for one in expectations}
    root: dict[str, str] = {}
    for one in sorted(expectations, key=_told):
        before = one.revises or ""
        root[one.id] = root.get(before, before) if before in known else one.id
    matters: dict[str, list[Expectation]] = {}
    for one in sorted(known.values(), key=_told):
        matters.setdefault(root[one.id], []).append(one)
    return sorted(matters.values(), key=_urgency)


def _said(one: Expectation) -> str:
    when = window(one.due_from, one.due_to)
    return f"{one.status}, {when}: {one.gist}, {MODALITY[one.modality]} by {promisor(one)}"


def _told(one: Expectation) -> tuple[str, str, str]:
    return (one.published or "9999", one.due_to or "9999", one.id)


def _urgency(matter: Sequence[Expectation]) -> tuple[int, str, str]:
    first = min(matter, key=lambda one: ORDER.index(one.status))
    return (ORDER.index(first.status), first.due_to or first.due_from or "9999", first.id)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Windows on their axis. `now` is None where nobody said which day it is."""

    shown: Sequence[Expectation]
    now: date | None
    line: Axis | None
    wide: float
    href: Href

    @classmethod
    def of(cls, shown: Sequence[Expectation], now: date | None, wide: float, href: Href) -> _Drawing:
        ends = [day(end) for one in shown for end in (one.due_from, one.due_to, one.published)]
        days = [found for found in (*ends, now) if found]
        left = PAD + 6 + (wide * TEXT_SHARE if wide >= SIDE_BY_SIDE else 0)
        return cls(shown, now, axis(days, left, wide - PAD - 6), wide, href)

    @property
    def _beside(self) -> bool:
        """Whether windows stand beside their words, or under them."""
        return self.wide >= SIDE_BY_SIDE

    def drawn(self, top: float) -> tuple[list[Markup], float]:
        """The axis behind everything, rows, arrows, today's line, legend; and where it ends."""
        y, places, rows = top + 24.0, {}, []
        for one in self.shown:
            text, height = self._text(one, y)
            places[one.id] = y + 10 if self._beside else y + height + 8
            bar = self._bar(one, places[one.id])
            rows.append(group(*text, *bar, link=self.href(one.id), said=_said(one)))
            y += height + ROW_PX if self._beside else height + BAR_PX + ROW_PX + 8
        behind: list[Markup] = []
        if self.line:
            behind += self.line.drawn(top + 22, y)
            behind += self._today(top, y)
            y += 20
        signs, y = legend(self._legend(), PAD, y + 6, self.wide - PAD)
        return [*behind, *rows, *self._arrows(places), *signs], y

    def _text(self, one: Expectation, y: float) -> tuple[list[Markup], float]:
        """Sign and status, the words of it, and who promised; with the height that this takes."""
        left = PAD + 22
        right = PAD + self.wide * TEXT_SHARE - 8 if self._beside else self.wide - PAD
        when = window(one.due_from, one.due_to)
        beside = left + width_px(one.status, BODY_PX, bold=True) + 10
        told = fit(when, right - beside, SMALL_PX)
        parts = [SIGNS[one.status](PAD + 8, y + 9), pair(one.status, told, left, y + 14, halo=True)]
        lines = [(line, "ink") for line in wrap(one.gist, right - left, SMALL_PX, 2)]
        amount = awaited(one)
        who = f"{MODALITY[one.modality]} by {promisor(one)}" + (f"; {amount}" if amount else "")
        lines.append((fit(who, right - left, SMALL_PX), "soft"))
        for at, (text, fill) in enumerate(lines):
            parts.append(words(text, left, y + 14 + LINE_PX * (at + 1), size=SMALL_PX, fill=fill, halo=True))
        return parts, 20 + LINE_PX * len(lines)

    def _bar(self, one: Expectation, y: float) -> Iterator[Markup]:
        """A window from its first to its last day; where an end is open, the line runs on as dots."""
        first, last = day(one.due_from), day(one.due_to)
        if self.line is None or (first is None and last is None):
            return
        told = day(one.published)
        start = self.line.x(first) if first else self.line.x(min(told or last, last)) if last else 0.0
        end = self.line.x(last) if last else self.line.right
        name = INK.get(one.status, "ink")
        if one.status == "overdue" and last and self.now and self.now > last:
            yield stroke(f"M{end:.1f} {y:.1f}H{self.line.x(self.now):.1f}", name=name, width=1)
        solid = one.status in {"kept", "due", "overdue", "broken"}
        if first and last:
            yield draw(
                "rect", x=start, y=y - BAR_PX / 2, width=max(4.0, end - start), height=BAR_PX, rx=2,
                fill=name if solid else "raised", stroke=name, stroke_width=1.6,
                stroke_dasharray="3 3" if one.status in {"revised", "unverifiable"} else None,
            )  # fmt: skip
            return
        yield stroke(f"M{start:.1f} {y:.1f}H{end:.1f}", name=name, width=3, dash="2 4")
        closed = end if last else start
        yield stroke(f"M{closed:.1f} {y - BAR_PX / 2:.1f}v{BAR_PX:.1f}", name=name, width=3)

    def _today(self, top: float, bottom: float) -> Iterator[Markup]:
        if self.now is None or self.line is None:
            return
        x = self.line.x(self.now)
        label = f"today {self.now.isoformat()}"
        half = width_px(label, SMALL_PX, bold=True) / 2
        middle = min(self.wide - PAD - half, max(PAD + half, x))
        yield stroke(f"M{x:.1f} {top + 19:.1f}V{bottom:.1f}", name="accent", width=2, dash="1 3")
        yield words(label, middle, top + 14, size=SMALL_PX, bold=True, fill="accent", anchor="middle")

    def _arrows(self, places: Mapping[str, float]) -> Iterator[Markup]:
        """From the end of a window to the beginning of the one that took its place."""
        known = {one.id: one for one in self.shown}
        for one in self.shown:
            new = known.get(one.revised_by or "")
            ends = (day(one.due_to or one.due_from), day(new.due_from or new.due_to) if new else None)
            if self.line is None or new is None or ends[0] is None or ends[1] is None:
                continue
            x, y = self.line.x(ends[0]), places[one.id] + BAR_PX / 2 + 1
            to, down = self.line.x(ends[1]), places[new.id] - BAR_PX / 2 - 2
            turn = (y + 9) if down > y else (y - 9)
            yield stroke(f"M{x:.1f} {y:.1f}V{turn:.1f}H{to:.1f}V{down - 5:.1f}", name="soft", width=1.5)
            yield draw("path", d=f"M{to - 4:.1f} {down - 6:.1f}h8l-4 6z", fill="soft")

    def _legend(self) -> list[tuple[Sign, str]]:
        used = [status for status in ORDER if any(one.status == status for one in self.shown)]
        signs: list[tuple[Sign, str]] = [(SIGNS[status], status) for status in used]
        if self.now:
            signs.append((line_sign("accent", 2, "1 3"), "today"))
        return [*signs, (line_sign("ink", 3, "2 4"), "no first or last day given")]


INK: dict[ExpectationStatus, str] = {
    "overdue": "hearsay", "broken": "denial", "due": "ahead", "open": "ahead",
    "unverifiable": "edge", "revised": "edge",
}  # fmt: skip
