"""A claim over time: a sign for each statement at its day, above the line who says it, below who denies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.model import Claim, Member, Stance, Statement
from sayso.show.claim_words import SCOPE, STANCE, in_order
from sayso.show.grouping import count
from sayso.show.page_markup import Markup
from sayso.show.pictures.flags import LEVEL_PX, Flag, flags
from sayso.show.pictures.ink import BODY_PX, SMALL_PX, group, picture_svg, stroke, words
from sayso.show.pictures.measure import plain, wrap
from sayso.show.pictures.picture import WIDE, Href, Picture, make_picture, no_page, within
from sayso.show.pictures.signs import crossed, diamond, dot, heading, triangle
from sayso.show.pictures.time_axis import Axis, axis, day

TITLE = "Who said it when"
COLUMNS = ("published", "stance", "publisher", "through", "words")
PAD, STACK_PX, PITCH_PX = 22.0, 132.0, 12.0
UNDATED = "None of its documents has a date, so there is no line to put them on."
SIGNS: dict[Stance, Callable[[float, float], Markup]] = {
    "supports": dot, "denies": crossed, "updates": triangle, "comments": partial(diamond, r=6, filled=False),
}  # fmt: skip
LANES: dict[Stance, str] = {
    "supports": "Says it", "denies": "Denies it", "updates": "Revises it", "comments": "Comments on it",
}  # fmt: skip


def timeline_picture(
    claim: Claim, statements: Mapping[str, Statement], *, href: Href = no_page, width: int = WIDE
) -> Picture:
    """The statements of a claim by day and stance, drawn for `width` px (320 to 1,600).

    `href` is asked for the page of each statement by its id. The table has a row for each statement,
    those without a date last, which the picture cannot place and counts in words.
    """
    members = in_order(claim.statements)
    wide = float(within(width))
    line = axis(
        (found for m in members if (found := day(m.published))), PAD, wide - (140 if wide >= 560 else 84)
    )
    undated = sum(day(member.published) is None for member in members)
    summary = _summary(members, undated)
    parts, y = heading(summary, [claim.gist], PAD - 8, wide - PAD)
    if line is None:
        note = UNDATED if members else "Nobody has said anything of it yet."
        lines = wrap(note, wide - 2 * PAD, SMALL_PX, 2)
        parts += [words(each, PAD - 8, y + 16 + 18 * at, size=SMALL_PX) for at, each in enumerate(lines)]
        y += 24 + 18 * len(lines)
    else:
        drawn, y = _drawn(members, line, wide, y + 4, href)
        parts += drawn
    linked = any(href(member.id) for member in members if day(member.published))
    return make_picture(
        picture_svg(
            parts, width=wide, height=y + 6, title=f"{TITLE}: {plain(claim.gist)}", summary=summary,
            links=linked,
        ),
        TITLE, COLUMNS, (_row(member, statements.get(member.id)) for member in members), summary,
    )  # fmt: skip


def _summary(members: Sequence[Member], undated: int) -> str:
    counts = [(sum(m.stance == stance for m in members), stance) for stance in LANES]
    told = [f"{number} {_verb(stance, number)}" for number, stance in counts if number]
    days = sorted(m.published for m in members if day(m.published) and m.published)
    when = f", from {days[0]} to {days[-1]}" if days and days[0] != days[-1] else ""
    late = f" Not on the line: {count(undated, 'statement')} without a date." if undated and days else ""
    if not told:
        return "No statements."
    return f"{count(len(members), 'statement')}: {', '.join(told)}{when}.{late}"


def _verb(stance: Stance, number: int) -> str:
    one = STANCE[stance]
    first, _, rest = one.partition(" ")
    many = {"says": "say", "denies": "deny", "revises": "revise", "comments": "comment"}
    return one if number == 1 else f"{many.get(first, first)} {rest}"


def _row(member: Member, statement: Statement | None) -> tuple[str, ...]:
    stance = " ".join(part for part in (STANCE[member.stance], SCOPE[member.scope]) if part)
    through = " ← ".join(part or "unknown" for part in statement.chain) if statement else ""
    said = statement.content.text if statement else ""
    return (member.published or "no date", stance, member.publisher or "publisher unknown", through, said)


@dataclass(frozen=True, slots=True)
class _Stack:
    """Statements that fall into one column of a lane, in order."""

    x: float
    members: tuple[Member, ...]

    @property
    def label(self) -> str:
        first = self.members[0].publisher or "publisher unknown"
        more = len(self.members) - 1
        return f"{first} and {more} more" if more else first


def _stacks(members: Sequence[Member], line: Axis) -> list[_Stack]:
    columns: dict[int, list[Member]] = {}
    for member in members:
        found = day(member.published)
        if found:
            columns.setdefault(round((line.x(found) - line.left) / PITCH_PX), []).append(member)
    return [_Stack(line.left + at * PITCH_PX, tuple(inside)) for at, inside in sorted(columns.items())]


@dataclass(frozen=True, slots=True)
class _Lane:
    """The stacks of one stance with their labels; `up`: away from the line to the top."""

    stance: Stance
    stacks: tuple[_Stack, ...]
    labels: tuple[Flag, ...]
    up: bool

    @classmethod
    def of(cls, stance: Stance, members: Sequence[Member], line: Axis, wide: float) -> _Lane:
        stacks = _stacks([member for member in members if member.stance == stance], line)
        first = sorted(stacks, key=lambda stack: (stack is not stacks[0], -len(stack.members), stack.x))
        labels = flags([(stack.x, stack.label) for stack in first], wide - 6)
        return cls(stance, tuple(stacks), tuple(labels), stance != "denies")

    @property
    def pitch(self) -> float:
        return min(PITCH_PX, STACK_PX / max(1, *(len(stack.members) for stack in self.stacks), 1))

    @property
    def stack_px(self) -> float:
        return 8 + self.pitch * max((len(stack.members) for stack in self.stacks), default=0)

    @property
    def height(self) -> float:
        levels = max((flag.level for flag in self.labels), default=-1) + 1
        return 20 + LEVEL_PX * levels + self.stack_px

    def drawn(self, line: float, left: float, href: Href) -> Iterator[Markup]:
        """The lane's name at its far end, staffs and labels, then the signs, from the line at y = `line`."""
        away = -1 if self.up else 1
        number = sum(len(stack.members) for stack in self.stacks)
        head = line - self.height + 14 if self.up else line + self.height - 5
        fill = "denial" if self.stance == "denies" else "ink"
        yield words(
            f"{LANES[self.stance]}: {number}", left, head, size=BODY_PX, bold=True, fill=fill, halo=True
        )
        for flag in self.labels:
            y = line + away * (self.stack_px + 4 + LEVEL_PX * flag.level)
            yield stroke(f"M{flag.x:.1f} {line:.1f}V{y + away * 10:.1f}", name="edge", width=1)
            yield words(
                flag.text, flag.x + 4, y + (-1 if self.up else 10), size=SMALL_PX, fill="soft", halo=True
            )
        for stack in self.stacks:
            for at, member in enumerate(stack.members):
                sign = SIGNS[self.stance](stack.x, line + away * (8 + self.pitch * at))
                said = f"{member.publisher or 'publisher unknown'}, {member.published}: {STANCE[self.stance]}"
                yield group(sign, link=href(member.id), said=said)


def _drawn(
    members: Sequence[Member], line: Axis, wide: float, top: float, href: Href
) -> tuple[list[Markup], float]:
    """All lanes that hold something, over the axis; and where they end."""
    lanes = {stance: _Lane.of(stance, members, line, wide) for stance in LANES}
    parts: list[Markup] = []
    y = top
    for first in ("supports", "updates", "comments"):
        above, below = lanes[first], lanes["denies"] if first == "supports" else None
        if not above.stacks and not (below and below.stacks):
            continue
        y += above.height if above.stacks else 10
        parts.append(stroke(f"M{line.left - 8:.1f} {y:.1f}H{line.right + 8:.1f}", name="edge", width=1.5))
        if above.stacks:
            parts += above.drawn(y, line.left - 8, href)
        if below and below.stacks:
            parts += below.drawn(y, line.left - 8, href)
            y += below.height
        y += 12
    return [*line.drawn(top + 18, y), *parts], y + 22
