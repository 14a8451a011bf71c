"""The report of a reading on a terminal: every statement under the source that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model import Document, Statement
from sayso.show.grouping import BadgeKind, Group, badges, count, groups, knowing, sentence, summary
from sayso.show.report_characters import shown
from sayso.show.report_words import KINDS, KNOWN, certainties, chain, imprint, printed, times, when
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

Pair = tuple[Document, Sequence[Statement]]

LABEL = 7  # columns of the labels under a statement
COLOURS: dict[BadgeKind, str] = {
    "hearsay": "yellow", "inference": "magenta", "denial": "red", "unconfirmed": "yellow",
    "decline": "yellow", "hedged": "yellow", "uncertain": "yellow", "promise": "cyan",
    "forecast": "cyan", "demand": "cyan", "due": "cyan", "quoted": "green", "nested": "magenta",
    "anonymous": "bold",
}  # fmt: skip


def print_report(pairs: Sequence[Pair], console: Console | None = None) -> None:
    """Print one section for each document, and a line for all of them where there are several.

    Colour follows the console (none when piped or with NO_COLOR) and never carries meaning alone.
    Control, bidirectional and zero-width characters of the texts are written out (⟨U+202E⟩), so
    that no text can drive the terminal. Nothing is printed for no pairs.
    """
    target = console or make_console()
    width = min(WIDEST, target.width)
    for number, (document, statements) in enumerate(pairs):
        if number:
            target.print()
        for part in _document(document, statements, width):
            target.print(part, width=width)
    if len(pairs) > 1:
        target.print()
        target.print(_total(pairs, width), width=width)


def _document(document: Document, statements: Sequence[Statement], width: int) -> Iterator[RenderableType]:
    counts = summary(statements)
    yield line(document.title or document.input, "bold")
    yield line(" · ".join(imprint(document)), "dim")
    yield line("")
    yield line(_capital(sentence(counts)) + ".")
    if statements:
        yield line(knowing(counts), "dim")
    if document.status != "ok":
        yield line(f"! This document is {document.status}.", "bold yellow")
    for problem in document.problems:
        yield line(f"! {problem.what}" + (f" ({problem.hint})" if problem.hint else ""), "yellow")
    places = {id(statement): n for n, statement in enumerate(statements, start=1)}
    for group in groups(statements):
        yield line("")
        yield _heading(group, width)
        for statement in group.statements:
            yield _entry(statement, places[id(statement)], len(str(len(statements))))


def _heading(group: Group, width: int) -> RenderableType:
    from rich.table import Table

    kind = "" if group.voice != "source" else KINDS[group.kind]
    name = line(group.title, "bold")
    for part in (kind, "anonymous" if group.anonymous else ""):
        if part:
            name.append(f" · {part}", style="bold" if part == "anonymous" else "not bold")
    table = Table.grid(expand=True, padding=(0, 1))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_row(name, line(count(len(group.statements), "statement"), "dim"))
    return _under(table, width)


def _under(table: RenderableType, width: int) -> RenderableType:
    from rich.console import Group as Lines

    return Lines(table, line("─" * width, "dim"))


def _entry(statement: Statement, place: int, digits: int) -> RenderableType:
    """The number in the text, then everything about the statement, with a hanging indent."""
    from rich.console import Group as Lines
    from rich.table import Table

    content = line(statement.content.text) if statement.content.spans else line("(no words given)", "dim")
    table = Table.grid(padding=(0, 1))
    table.add_column(width=digits + 1, justify="right", style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(str(place), Lines(content, *_below(statement)))
    return table


def _below(statement: Statement) -> Iterator[RenderableType]:
    marks = _marks(statement)
    if marks.plain:
        yield marks
    rows = list(_rows(statement))
    if rows:
        from rich.table import Table

        table = Table.grid(padding=(0, 1))
        table.add_column(width=LABEL, style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for label, words in rows:
            table.add_row(label, line(words))
        yield table


def _marks(statement: Statement) -> Text:
    """The cue as printed, and the badges, each in brackets."""
    from rich.text import Text

    cue = line(printed(statement), "italic dim")
    found = Text()
    for badge in badges(statement):
        found.append(" " if found.plain or cue.plain else "")
        found.append(f"[{shown(badge.text)}]", style=COLOURS[badge.kind])
    return Text.assemble(cue, found, overflow="fold")


def _rows(statement: Statement) -> Iterator[tuple[str, str]]:
    if chain(statement):
        yield "through", chain(statement)
    if statement.evidentiality in {"direct", "reportative"}:  # an inference has its badge
        yield "known", KNOWN[statement.evidentiality]
    for certainty, words in certainties(statement):
        yield "holds", f"{certainty}: {words}"
    for time in times(statement):
        yield ("due" if time.role == "due" else "when"), when(time)
    if statement.said:
        yield "said", when(statement.said)


def _total(pairs: Sequence[Pair], width: int) -> RenderableType:
    from rich.console import Group as Lines

    everything = [statement for _, statements in pairs for statement in statements]
    words = f"{len(pairs)} documents: {sentence(summary(everything))}."
    return Lines(line("═" * width, "dim"), line(words, "bold"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
