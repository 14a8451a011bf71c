"""The judgements on one claim, under what `sayso claim` prints of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model import Claim, Judged
from sayso.show.judgements_table import block
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console


def print_judgements_of(claim: Claim, rows: Sequence[Judged], console: Console | None = None) -> None:
    """Prints what people decided of a claim, the earliest first; nothing where nobody decided anything."""
    if not rows:
        return
    target = console or make_console()
    width = min(WIDEST, target.width)
    target.print()
    target.print(line("What people decided", "bold underline"))
    for row in rows:
        target.print(block(row), width=width)
    hand = len(claim.hand)
    if hand:
        target.print(
            line(f"  {hand} of the origins above {'was' if hand == 1 else 'were'} added by hand", "dim")
        )
