"""Documents, sources, days, hits and changes on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.model import Change, DocumentRow, Hit, SourcePage, SourceRow, Statement, TimelineRow, VersionDiff
from sayso.show.expectation_words import record_words as promised_words
from sayso.show.grouping import count
from sayso.show.record_words import prior_words, record_words
from sayso.show.report_words import ACTS, ARROW, KINDS, days, short_id
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NARROW = 24  # columns that all but the main one may take
NO_DOCUMENTS = "No document here. `sayso add FOLDER` reads documents into the ledger."
NO_HITS = (
    "No document holds all these words. Fewer words find more; words in double quotes stand side by side."
)
Row = Sequence["Text | str"]
CHANGE_WORDS = {
    "added": "+ new",
    "dropped": "− gone",
    "changed": "~ changed",
    "same": "= same",
}  # fmt: skip
CHANGE_COLOURS = {
    "added": "green",
    "dropped": "red",
    "changed": "yellow",
    "same": "dim",
}  # fmt: skip


def print_documents(
    documents: Sequence[DocumentRow], more: bool = False, console: Console | None = None
) -> None:
    """A line a document, by day; what is wrong with one stands under it."""
    rows: list[Row] = []
    for row in documents:
        words = line(row.title or row.input).append_text(_called(row.id))
        for problem in row.problems:
            words.append_text(line(f"\n! {problem.what}", "yellow"))
        status = "" if row.status == "ok" else row.status
        rows.append((row.published or "no date", row.publisher or "publisher unknown", words, status))
    print_rows(
        ("published", "publisher", "*document", ""),
        rows,
        shown(rows, "document", more),
        console,
        none=NO_DOCUMENTS,
    )


def print_sources(sources: Sequence[SourceRow], more: bool = False, console: Console | None = None) -> None:
    """A block a named source, with what it did how often; anonymous ones are never listed."""
    rows: list[Row] = []
    for source in sources:
        words = line(source.name, "bold")
        about = " · ".join(part for part in (KINDS[source.kind], days(source.first, source.last)) if part)
        words.append_text(line(f"\n{about}", "not bold dim"))
        if record := record_words(source.record):
            words.append_text(line(f"\n{record}", "not bold dim"))
        counts = (source.statements, source.documents, source.denials, source.promises)
        rows.append((words, *(str(count or "") for count in counts)))
    heads = ("*source", "said", "documents", "denied", "promised")
    print_rows(heads, rows, shown(rows, "named source", more), console, none="No named source here.")


def print_source(page: SourcePage, console: Console | None = None) -> None:
    """One named source: its spellings, then what it is reported to have said, in order of publication."""
    target = console or make_console()
    source = page.source
    target.print(line(source.name, "bold"))
    said = f"{count(source.statements, 'statement')} in {count(source.documents, 'document')}"
    about = (KINDS[source.kind], said, days(source.first, source.last))
    target.print(line(" · ".join(part for part in about if part), "dim"))
    others = [name for name in source.names if name != source.name]
    if others:
        target.print(line("printed as " + ", ".join(others), "dim"))
    for words in filter(None, (record_words(source.record), prior_words(source.record))):
        target.print(line(words, "dim"))
    for fact in page.facts:
        target.print(line(f"{fact.label}: {fact.value}", "dim"))
    if page.promises:
        target.print(line(promised_words(page.promises)))
    target.print()
    print_rows(("act", "*what"), [_said(statement) for statement in page.statements], "", target)


def _called(id: str) -> Text:
    """The beginning of an id, by which what it stands behind can be called."""
    return line(f"  {short_id(id)}", "not bold dim")


def _said(statement: Statement) -> Row:
    words = line(statement.content.text or "(no words given)").append_text(_called(statement.id))
    words.append_text(line("\n" + ARROW.join(part or "unknown" for part in statement.chain), "dim"))
    return (ACTS[statement.act], words)


def print_timeline(rows: Sequence[TimelineRow], more: bool = False, console: Console | None = None) -> None:
    """A line a time, earliest first: when, what is said of it, and on whose say-so."""
    cells: list[Row] = []
    for row in rows:
        words = line(row.text).append_text(_called(row.statement))
        words.append_text(line("\n" + ARROW.join(part or "unknown" for part in row.chain), "dim"))
        cells.append((days(row.first, row.last), "due" if row.role == "due" else "", words))
    print_rows(
        ("when", "", "*what, on whose say-so"),
        cells,
        shown(cells, "time", more),
        console,
        none="No times here.",
    )


def print_hits(hits: Sequence[Hit], more: bool = False, console: Console | None = None) -> None:
    """A line a document that was found, with the printed words around the first match."""
    rows: list[Row] = []
    for hit in hits:
        words = line(hit.title or "", "bold").append_text(_called(hit.document)).append("\n")
        words.append_text(_marked(hit))
        rows.append((hit.published or "no date", hit.publisher or "publisher unknown", words))
    print_rows(
        ("published", "publisher", "*found"), rows, shown(rows, "document", more), console, none=NO_HITS
    )


def _marked(hit: Hit) -> Text:
    from rich.text import Text

    words, at = Text(overflow="fold"), 0
    for mark in hit.marks:
        words.append_text(line(hit.excerpt[at : mark.start]))
        words.append_text(line(hit.excerpt[mark.start : mark.end], "bold reverse"))
        at = mark.end
    words.append_text(line(hit.excerpt[at:]))
    return words


def print_diff(diff: VersionDiff, console: Console | None = None) -> None:
    """What came, went and changed from one version of a document to the next."""
    rows = [_change(change) for change in diff.changes]
    print_rows(("", "*statement"), rows, count(len(rows), "change"), console)


def _change(change: Change) -> Row:
    sides = [side for side in (change.before, change.after) if side]
    words = line("\n→ ".join(f"{ARROW.join(s.chain)}: {s.content.text or '(no words given)'}" for s in sides))
    return (line(CHANGE_WORDS[change.kind], CHANGE_COLOURS[change.kind]), words)


def shown(rows: Sequence[Row], noun: str, more: bool) -> str:
    """The line below a list: how many there are, or that there are `more` than these.

    >>> shown([("a",), ("b",)], "time", True)
    'The first 2 times of more; `--limit 0` lists all.'
    """
    return (
        f"The first {count(len(rows), noun)} of more; `--limit 0` lists all."
        if more
        else count(len(rows), noun)
    )


def print_rows(
    heads: Sequence[str], rows: Iterable[Row], last: str, console: Console | None, none: str = "Nothing here."
) -> None:
    """A table without lines; the head with "*" names the wide column. Says `none` where there are no rows."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    cells = list(rows)
    if not cells:
        target.print(line(none, "dim"), width=width)
        return
    target.print(_table(heads, cells), width=width)
    if last:
        target.print(line(last, "dim"))


def _table(heads: Sequence[str], rows: Sequence[Row]) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim", expand=True)
    for number, head in enumerate(heads):
        digits = all(isinstance(row[number], str) and str(row[number] or 0).isdigit() for row in rows)
        wide = head.startswith("*")
        table.add_column(
            head.removeprefix("*"), overflow="fold", ratio=1 if wide else None, vertical="top",
            justify="right" if digits and not wide else "left", max_width=None if wide else NARROW,
        )  # fmt: skip
    for row in rows:
        table.add_row(*(line(cell) if isinstance(cell, str) else cell for cell in row))
    return table
