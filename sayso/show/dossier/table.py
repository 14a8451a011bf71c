"""A dossier on a terminal: sections with quotations set in, a bar before them, references below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.model import Dossier
from sayso.show.claims_table import COLOURS as CLAIM_COLOURS
from sayso.show.dossier.outline import outline
from sayso.show.dossier.parts import Item, Part, Printed, Section, Sentence, Table
from sayso.show.dossier.words import say
from sayso.show.expectation_words import COLOURS as PROMISE_COLOURS
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

COLOURS: dict[str, str] = {
    str(key): style for key, style in (*PROMISE_COLOURS.items(), *CLAIM_COLOURS.items())
}
TONES = {"": "", "status": "bold", "label": "dim", "soft": "dim", "warn": "yellow"}
BARS = {"denied": ("┃ ", "red"), "for": ("│ ", "dim"), "": ("│ ", "dim")}
MARGIN = 4  # columns in which the number of an item stands


def print_dossier(dossier: Dossier, console: Console | None = None) -> None:
    """Prints a dossier, section by section, at most 110 columns wide."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    found = outline(dossier)
    target.print(line(found.title, "bold"), width=width)
    for sentence in found.summary:
        target.print(line(sentence, "dim"), width=width)
    for section in found.sections:
        for part in _section(section):
            target.print(part, width=width)


def _section(section: Section) -> Iterator[RenderableType]:
    yield line("")
    yield line(section.title, "bold underline")
    if section.about:
        yield line(section.about, "dim")
    if section.table:
        yield _table(section.table)
    for number, item in enumerate(section.items, start=1):
        if section.key != "sources":
            yield line("")
        yield _item(item, f"{number}" if section.numbered else "")
    if section.more:
        yield line("")
        yield line(section.more, "dim")


def _table(table: Table) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Rows

    made = Rows(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim")
    for number, head in enumerate(table.heads):
        made.add_column(head, overflow="fold", justify="right" if number in {0, 3, 4} else "left")
    for row, key in zip(table.rows, table.keys, strict=True):
        cells = [line(cell) for cell in row[:-1]]
        made.add_row(*cells, line(row[-1], COLOURS.get(key, "")))
    return made


def _item(item: Item, number: str) -> RenderableType:
    from rich.console import Group
    from rich.table import Table as Rows

    parts: list[RenderableType] = [line(item.head, "bold")] if item.head else []
    parts += [one for part in item.parts for one in _part(part)]
    if item.id and not item.id.isdigit():
        parts.append(line(item.id, "dim"))
    made = Rows.grid(padding=(0, 1))
    made.add_column(width=MARGIN - 1, justify="right")
    made.add_column(overflow="fold")
    made.add_row(line(number, "bold"), Group(*parts))
    return made


def _part(part: Part) -> Iterator[RenderableType]:
    if isinstance(part, Sentence):
        style = COLOURS.get(part.key, "") if part.tone == "status" else TONES[part.tone]
        yield line(f"! {part.words}" if part.tone == "warn" else part.words, style)
        return
    if part.label:
        yield line(part.label, "red" if part.side == "denied" else "dim")
    yield _quotation(part)


def _quotation(part: Printed) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    words = Text(overflow="fold")
    for piece, mark in part.pieces:
        words.append_text(line(piece, "underline" if mark == "new" else "dim" if mark == "gap" else ""))
    lines: list[RenderableType] = [words or line("")]
    lines.append(line(f"{part.where} [{part.number}]" if part.number else part.where, "dim"))
    if part.struck:
        gone = line(f"{say('gone')} ", "dim")
        for number, struck in enumerate(part.struck):
            gone.append_text(line(" · " if number else "", "dim")).append_text(line(struck, "strike"))
        lines.append(gone)
    return _Barred(Group(*lines), *BARS[part.side])


class _Barred:
    """What stands to the right of a bar, on every line of it."""

    def __init__(self, inner: RenderableType, bar: str, style: str) -> None:
        self.inner, self.bar, self.style = inner, bar, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.segment import Segment

        width = max(1, options.max_width - len(self.bar))
        style = console.get_style(self.style)
        for row in console.render_lines(self.inner, options.update(width=width), pad=False):
            yield Segment(self.bar, style)
            yield from row
            yield Segment.line()
