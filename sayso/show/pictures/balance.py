"""Lines of evidence as a balance: each moves the sum to the right (for) or left (against), in decibans."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Assessment, EvidenceLine
from sayso.show.assessment_report import signed
from sayso.show.page_markup import Markup
from sayso.show.pictures.ink import SMALL_PX, draw, group, picture_svg, stroke, words
from sayso.show.pictures.measure import wrap
from sayso.show.pictures.picture import WIDE, Href, Picture, make_picture, no_page, within
from sayso.show.pictures.signs import diamond, heading, legend, ring, square

TITLE = "The evidence as a balance"
COLUMNS = ("line", "decibans", "sum so far", "kind")
EMPTY = "Nothing was weighed yet: `sayso add` weighs each claim as documents come in."
PAD, SIDE_BY_SIDE, BAR_PX, LINE_PX, LEAST_DECIBANS = 14.0, 560, 14.0, 17.0, 6.0
TEXT_SHARE = 0.46


def balance(assessment: Assessment | None, *, href: Href = no_page, width: int = WIDE) -> Picture:
    """The evidence lines of an assessment with their running sum, and what is left without each origin.

    No probability is shown. `href` is asked for the page of a statement by its id. The table has a row for
    each line, the sum, and each origin left out. None gives a picture that says that nothing was weighed.
    """
    wide = float(within(width))
    if assessment is None:
        return _nothing(wide)
    rows = _rows(assessment)
    summary = _summary(assessment)
    parts, y = heading(TITLE, [summary], PAD, wide - PAD)
    scale = _Scale.of(assessment, wide)
    drawn, y = _drawn(assessment, scale, wide, y + 4, href)
    signs, y = legend(
        [(square, "for"), (_against, "against"), (diamond, "the sum"), (ring, "without one origin")],
        PAD, y + 26, wide - PAD,
    )  # fmt: skip
    linked = any(href(line.statement) for line in assessment.lines if line.statement)
    return make_picture(
        picture_svg(
            [*parts, *drawn, *signs], width=wide, height=y + 4, title=TITLE, summary=summary, links=linked
        ),
        TITLE, COLUMNS, rows, summary,
    )  # fmt: skip


def _nothing(wide: float) -> Picture:
    parts, y = heading(TITLE, [EMPTY], PAD, wide - PAD)
    svg = picture_svg(parts, width=wide, height=y + 6, title=TITLE, summary=EMPTY, links=False)
    return make_picture(svg, TITLE, COLUMNS, (), EMPTY)


def _summary(found: Assessment) -> str:
    plus = math.fsum(line.decibans for line in found.lines if line.decibans > 0)
    minus = math.fsum(line.decibans for line in found.lines if line.decibans < 0)
    total = math.fsum(line.decibans for line in found.lines)
    one = " All of it rests on one origin." if found.single_origin else ""
    sums = (
        f"{signed(round(plus, 1))} for, {signed(round(minus, 1))} against, {signed(round(total, 1))} in sum"
    )
    return f"{sums} (decibans): by these lines, {found.likelihood}; confidence {found.confidence}.{one}"


def _rows(found: Assessment) -> Iterator[tuple[str, ...]]:
    total = 0.0
    for line in found.lines:
        total += line.decibans
        yield (line.text, signed(line.decibans), signed(round(total, 2)), line.kind)
    yield ("The sum", signed(round(total, 2)), signed(round(total, 2)), found.likelihood)
    for left in found.without:
        yield (
            _left(left.origin, left.stance),
            "",
            signed(round(_decibans(left.probability), 1)),
            left.likelihood,
        )


def _left(origin: str, stance: str) -> str:
    return f"Without {origin}" if stance == "supports" else f"Without the denial of {origin}"


def _decibans(probability: float) -> float:
    """Odds in decibans, as the sum of lines is; probabilities are taken within [.001, .999]."""
    p = min(0.999, max(0.001, probability))
    return 10 * math.log10(p / (1 - p))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Decibans on a line, with as much room on either side as the sum ever needs."""

    left: float
    right: float
    low: float
    high: float

    @classmethod
    def of(cls, found: Assessment, wide: float) -> _Scale:
        sums, total = [0.0], 0.0
        for line in found.lines:
            total += line.decibans
            sums.append(total)
        sums += [_decibans(each.probability) for each in found.without]
        start = PAD + (wide - 2 * PAD) * TEXT_SHARE + 48 if wide >= SIDE_BY_SIDE else PAD + 56
        return cls(start, wide - PAD - 14, min(-LEAST_DECIBANS / 2, *sums), max(LEAST_DECIBANS, *sums))

    def x(self, decibans: float) -> float:
        return self.left + (self.right - self.left) * (decibans - self.low) / (self.high - self.low)


def _drawn(
    found: Assessment, scale: _Scale, wide: float, top: float, href: Href
) -> tuple[list[Markup], float]:
    beside = wide >= SIDE_BY_SIDE
    room = (wide - 2 * PAD) * TEXT_SHARE - 8 if beside else wide - 2 * PAD
    parts: list[Markup] = []
    y, total = top + 22, 0.0
    for line in found.lines:
        text = wrap(line.text, room, SMALL_PX, 3)
        at = y + 13 if beside else y + LINE_PX * len(text) + 12
        drawn = [*_text(text, y, bold=False), *_step(line, total, scale, at)]
        said = f"{line.text} {signed(line.decibans)} decibans"
        parts.append(group(*drawn, link=href(line.statement) if line.statement else None, said=said))
        total += line.decibans
        y = max(y + LINE_PX * len(text), at + 8) + 8
        parts.append(
            stroke(f"M{scale.x(total):.1f} {at + 7:.1f}V{y + 6:.1f}", name="edge", width=1, dash="2 3")
        )
    marks = [(f"The sum: {found.likelihood}", total, True)]
    marks += [
        (f"{_left(w.origin, w.stance)}: {w.likelihood}", _decibans(w.probability), False)
        for w in found.without
    ]
    for words_, value, bold in marks:
        text = wrap(words_, room, SMALL_PX, 2, bold=bold)
        at = y + 13 if beside else y + LINE_PX * len(text) + 12
        parts += _text(text, y, bold=bold)
        parts.append(stroke(f"M{scale.x(0):.1f} {at:.1f}H{scale.x(value):.1f}", name="edge", width=1))
        parts += [diamond(scale.x(value), at, r=7) if bold else ring(scale.x(value), at, r=5)]
        parts.append(_number(value, at, scale))
        y = max(y + LINE_PX * len(text), at + 8) + 8
    return [*_axis(scale, top, y), *parts], y


def _text(lines: Sequence[str], y: float, *, bold: bool) -> list[Markup]:
    return [
        words(t, PAD, y + 17 + LINE_PX * at, size=SMALL_PX, bold=bold, halo=True)
        for at, t in enumerate(lines)
    ]


def _step(line: EvidenceLine, before: float, scale: _Scale, y: float) -> Iterator[Markup]:
    """The bar from the sum before to the sum behind, full for and open against; a tick for nothing."""
    start, end = scale.x(before), scale.x(before + line.decibans)
    if line.decibans:
        yield draw(
            "rect", x=min(start, end), y=y - BAR_PX / 2, width=max(1.5, abs(end - start)), height=BAR_PX,
            fill="ink" if line.decibans > 0 else "raised", stroke="ink" if line.decibans > 0 else "denial",
            stroke_width=1.6,
        )  # fmt: skip
    else:
        yield stroke(f"M{start:.1f} {y - BAR_PX / 2:.1f}V{y + BAR_PX / 2:.1f}", name="edge", width=2)
    yield _number(line.decibans, y, scale)


def _number(value: float, y: float, scale: _Scale) -> Markup:
    """The decibans, in a column of their own beside the scale."""
    return words(signed(round(value, 1)), scale.left - 14, y + 4, size=SMALL_PX, fill="soft", anchor="end")


def _axis(scale: _Scale, top: float, bottom: float) -> Iterator[Markup]:
    zero = scale.x(0)
    yield words("against ←", zero - 8, top + 12, size=SMALL_PX, fill="soft", anchor="end")
    yield words("→ for", zero + 8, top + 12, size=SMALL_PX, fill="soft")
    yield stroke(f"M{zero:.1f} {top:.1f}V{bottom + 4:.1f}", name="edge", width=1.2)
    step = 5 if scale.high - scale.low <= 30 else 10
    for tick in range(math.ceil(scale.low / step) * step, math.floor(scale.high) + 1, step):
        if tick:
            yield stroke(f"M{scale.x(tick):.1f} {top + 20:.1f}V{bottom + 4:.1f}", name="line", width=1)
        yield words(signed(tick), scale.x(tick), bottom + 18, size=SMALL_PX, fill="soft", anchor="middle")


def _against(x: float, y: float) -> Markup:
    return square(x, y, name="denial", filled=False)
