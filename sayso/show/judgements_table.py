"""Judgements on a terminal: who decided what and why, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sayso.model import Claim, Judged, JudgementStanding, Replayed
from sayso.show.claim_words import tally
from sayso.show.claims_table import COLOURS
from sayso.show.grouping import count
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

STANDING_COLOURS: dict[JudgementStanding, str] = {
    "stands": "bold green", "revoked": "dim", "overruled": "yellow", "before-merge": "bold yellow",
    "other-words": "bold yellow", "orphaned": "bold red",
}  # fmt: skip
STANDING_WIDTH = 12
MOST_ABOUT = 4  # targets that are shown with one judgement
MOST_CHARS = 200  # of the words of a target
SEVERAL = "; "

COLUMNS: dict[str, Callable[[Judged], str]] = {
    "id": lambda r: r.judgement.id,
    "at": lambda r: r.judgement.at,
    "by": lambda r: r.judgement.by,
    "what": lambda r: r.judgement.what,
    "value": lambda r: value_of(r),
    "why": lambda r: r.judgement.why,
    "standing": lambda r: r.standing,
    "note": lambda r: r.note,
    "targets": lambda r: SEVERAL.join(r.judgement.targets),
    "about": lambda r: SEVERAL.join(r.about),
    "claims": lambda r: SEVERAL.join(r.claims),
}


def value_of(row: Judged) -> str:
    """What was decided, flat: "very likely", "satellite, supports, strong"; "" where the matter says all."""
    value = row.judgement.value
    names = [name for name in value if name not in {"first", "text", "reference", "reading", "sentence"}]
    return ", ".join(str(value[name]) for name in names if isinstance(value[name], str))


def print_judgements(rows: Sequence[Judged], console: Console | None = None) -> None:
    """A block a judgement, in order; a line that counts what became of them. Says so where there are none."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    if not rows:
        target.print(line("Nobody has decided anything here. `sayso judge --help` says what can be.", "dim"))
        return
    for row in rows:
        target.print(block(row), width=width)
        target.print()
    became = Counter(row.standing for row in rows)
    parts = ", ".join(f"{number} {standing}" for standing, number in became.items())
    last = f"{count(len(rows), 'judgement')}: {parts}. `sayso judge revoke ID` takes one back."
    target.print(line(last, "dim"), width=width)


def print_judgement(row: Judged, claims: Sequence[Claim], console: Console | None = None) -> None:
    """One judgement, and how the claims stand that it is about."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    target.print(block(row), width=width)
    for claim in claims:
        target.print()
        target.print(_claim(claim), width=width)
    if row.standing == "stands":
        target.print()
        target.print(line(f"`sayso judge revoke {row.judgement.id}` takes it back.", "dim"), width=width)


def block(row: Judged) -> RenderableType:
    """One judgement: what became of it on the left; what, why, by whom and about what on the right."""
    from rich.console import Group as Lines
    from rich.table import Table

    made = row.judgement
    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(ratio=1, overflow="fold")
    head.add_column(justify="right", no_wrap=True)
    value = value_of(row)
    head.add_row(line(f"{made.what}: {value}" if value else made.what, "bold"), line(made.id, "dim"))
    lines: list[RenderableType] = [head, line(f"{made.why}  ({made.by}, {made.at[:10]})")]
    told = (name for name in ("reference", "text") if isinstance(made.value.get(name), str))
    lines += [line(f"{name}: {made.value[name]}") for name in told]
    if row.note:
        lines.append(line(row.note, STANDING_COLOURS[row.standing]))
    lines += [line(f"“{short(words)}”", "italic dim") for words in row.about[:MOST_ABOUT]]
    if len(row.about) > MOST_ABOUT:
        lines.append(line(f"and {len(row.about) - MOST_ABOUT} more", "dim"))
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=STANDING_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(line(row.standing, STANDING_COLOURS[row.standing]), Lines(*lines))
    return table


def short(words: str) -> str:
    """The words, cut where they are very long.

    >>> short("so it is")
    'so it is'
    """
    return words if len(words) <= MOST_CHARS else f"{words[:MOST_CHARS].rstrip()} …"


def _claim(claim: Claim) -> RenderableType:
    words = line(f"{claim.status}  ", COLOURS[claim.status])
    words.append_text(line(claim.gist, "not bold default"))
    words.append_text(line(f"\n{tally(claim)} · {claim.id}", "not bold dim"))
    return words


def print_replayed(found: Sequence[Replayed], console: Console | None = None) -> None:
    """How many judgements were applied, were known, and did not fit."""
    target = console or make_console()
    did = Counter[str](one.did for one in found)
    words = {"applied": "applied", "known": "known already", "revoked": "revoked", "unfit": "did not fit"}
    parts = [f"{did[key]} {said}" for key, said in words.items() if did[key]]
    target.print(line(", ".join(parts) + "." if parts else "The file holds no judgements."))
