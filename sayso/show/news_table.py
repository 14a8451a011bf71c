"""What changed in a ledger, on a terminal: by kind, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.model import News
from sayso.model.news import NewsKind
from sayso.show.grouping import count
from sayso.show.report_words import short_id
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

SEVERAL = "; "
DAY_WIDTH = 10
HEADINGS: dict[NewsKind, tuple[str, str]] = {
    "correction": ("Corrected or withdrawn", "yellow"),
    "denial": ("Newly denied", "bold red"),
    "origin": ("New independent origins", "bold green"),
    "status": ("Claims that stand otherwise", "bold yellow"),
    "outcome": ("What came of promises", "bold cyan"),
    "due": ("Fell due", "bold yellow"),
    "record": ("Records that moved", "bold"),
    "document": ("New documents", "bold"),
}
COLUMNS: dict[str, Callable[[News], str]] = {
    "kind": lambda n: n.kind,
    "day": lambda n: n.day or "",
    "text": lambda n: n.text,
    "about": lambda n: n.about,
    "claim": lambda n: n.claim or "",
    "expectation": lambda n: n.expectation or "",
    "source": lambda n: n.source or "",
    "before": lambda n: n.before or "",
    "after": lambda n: n.after or "",
    "statements": lambda n: SEVERAL.join(n.statements),
    "documents": lambda n: SEVERAL.join(n.documents),
}


def print_news(news: Sequence[News], since: str, until: str, console: Console | None = None) -> None:
    """A heading a kind, under it a block a change; a line that counts. Says so where nothing changed."""
    target = console or make_console()
    if not news:
        target.print(line(f"Nothing changed from {since} to {until}.", "dim"))
        return
    print_blocks(news, target)
    width = min(WIDEST, target.width)
    target.print(line(f"{count(len(news), 'change')} from {since} to {until}.", "dim"), width=width)


def print_blocks(news: Sequence[News], target: Console) -> None:
    """A heading a kind, under it a block a change; nothing for no change."""
    width = min(WIDEST, target.width)
    for kind, rows in groupby(news, key=lambda one: one.kind):
        heading, colour = HEADINGS[kind]
        target.print(line(heading, f"{colour} underline"))
        for one in rows:
            target.print(_block(one), width=width)
        target.print()


def _block(one: News) -> RenderableType:
    from rich.console import Group as Lines
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(width=DAY_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    id = one.claim or one.expectation or ""
    about = line(one.about)
    if id:
        about.append_text(line(f"  {short_id(id)}", "dim"))
    who = f"{one.source}: " if one.source and one.kind in {"outcome", "due"} else ""
    table.add_row(line(one.day or "", "dim"), Lines(about, line(f"{who}{one.text}", "dim")))
    return table
