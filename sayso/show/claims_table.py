"""The claims of a ledger on a terminal: how each stands, how many documents and how many origins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sayso.model import Claim, ClaimStatus
from sayso.show.claim_words import documents, publishers, span, tally
from sayso.show.grouping import count
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

COLOURS: dict[ClaimStatus, str] = {
    "corroborated": "bold green", "contested": "bold red", "single-origin": "bold yellow",
    "unconfirmed": "yellow", "denied": "red", "withdrawn": "dim",
}  # fmt: skip
STATUS_WIDTH = 13
NO_CLAIMS = "No claims here. `sayso add FOLDER` reads documents into the ledger."
NO_FIT = "None of the ledger’s claims fits. Fewer words, a later day or no filter find more."

COLUMNS: dict[str, Callable[[Claim], str]] = {
    "id": lambda c: c.id,
    "status": lambda c: c.status,
    "gist": lambda c: c.gist,
    "documents": lambda c: str(documents(c)),
    "statements": lambda c: str(len(c.statements)),
    "origins": lambda c: str(c.origins.count),
    "origins_low": lambda c: str(c.origins.low),
    "origins_high": lambda c: str(c.origins.high),
    "origins_against": lambda c: str(c.origins_against.count),
    "published": lambda c: span(c),
    "publishers": lambda c: "; ".join(dict.fromkeys(m.publisher or "" for m in c.statements)),
    "as_of": lambda c: c.as_of or "",
}


def print_claims(
    claims: Sequence[Claim], total: int, console: Console | None = None, *, held: int = 0
) -> None:
    """One block a claim; a line that says how many of `total` are shown. Where there are none: that none of
    the claims that are `held` fits, or that the ledger is empty.
    """
    target = console or make_console()
    width = min(WIDEST, target.width)
    if not claims:
        target.print(line(NO_FIT if held else NO_CLAIMS, "dim"), width=width)
        return
    for claim in claims:
        target.print(_block(claim), width=width)
        target.print()
    shown = count(len(claims), "claim") if len(claims) == total else f"{len(claims)} of {total:,} claims"
    target.print(line(f"{shown}. `sayso claim ID` shows one with its origins.", "dim"), width=width)


def _block(claim: Claim) -> RenderableType:
    from rich.console import Group as Lines
    from rich.table import Table

    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(ratio=1, overflow="fold")
    head.add_column(justify="right", no_wrap=True)
    head.add_row(line(tally(claim), "bold"), line(claim.id, "dim"))
    below = " · ".join(part for part in (span(claim), publishers(claim)) if part)
    table = Table.grid(padding=(0, 2))
    table.add_column(width=STATUS_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    words = Lines(head, line(claim.gist), line(below, "dim"))
    table.add_row(line(claim.status, COLOURS[claim.status]), words)
    return table
