"""A check on a terminal: sentence by sentence what needs a look, why, and what it is held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.model import Check, Document, Finding, FindingKind, Span
from sayso.show.grouping import counted
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

KINDS: dict[FindingKind, str] = {
    "unattributed": "no attribution",
    "lost-hedge": "hedge lost",
    "single-origin": "single origin",
    "denied": "denial left out",
    "misquote": "not verbatim",
    "number": "another number",
    "date": "another date",
}
COLOURS: dict[FindingKind, str] = {
    "unattributed": "yellow",
    "lost-hedge": "magenta",
    "single-origin": "cyan",
    "denied": "red",
    "misquote": "red",
    "number": "red",
    "date": "red",
}


def columns(check: Check, draft: Document) -> dict[str, Callable[[Finding], str]]:
    """The columns of a table with a row for each finding, the signed ones too."""
    return {
        "draft": lambda one: check.draft,
        "id": lambda one: one.id,
        "kind": lambda one: one.kind,
        "perhaps": lambda one: "perhaps" if one.perhaps else "",
        "text": lambda one: one.text,
        "sentence": lambda one: " ".join(draft.text[one.sentence.start : one.sentence.end].split()),
        "why": lambda one: one.why,
        "claim": lambda one: one.claim or "",
        "statements": lambda one: " ".join(one.statements),
        "signed by": lambda one: one.signed.by if one.signed else "",
    }


def print_check(check: Check, draft: Document, console: Console | None = None) -> None:
    """Prints the findings in the order of the draft, and a line that sums them up."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    for part in _parts(check, draft):
        target.print(part, width=width)


def _parts(check: Check, draft: Document) -> Iterator[RenderableType]:
    yield line(draft.title or check.draft, "bold")
    yield line(summary(check))
    for problem in check.problems:
        yield line(f"! {problem}", "yellow")
    for sentence, findings in grouped(check):
        yield line("")
        yield _sentence(draft.text, sentence, findings)
        for finding in findings:
            yield _entry(finding)


def grouped(check: Check) -> Iterator[tuple[Span, tuple[Finding, ...]]]:
    """The findings by the sentence they stand in, in the order of the draft."""
    for sentence, some in groupby(check.findings, key=lambda finding: finding.sentence):
        yield sentence, tuple(some)


def summary(check: Check) -> str:
    """How many findings of which kind, and how much of the draft the ledger knows.

    >>> summary(Check(draft="a.md", propositions=4, matched=2))
    'Nothing needs a look. The ledger knows 2 of 4 things that the draft says.'
    """
    counts = Counter(finding.kind for finding in check.open)
    kinds = ", ".join(f"{counts[kind]} {words}" for kind, words in KINDS.items() if counts[kind])
    number = len(check.open)
    head = f"{number} to look at: {kinds}." if number else "Nothing needs a look."
    signed = len(check.findings) - number
    off = f" {signed} signed off." if signed else ""
    things = counted(check.propositions, "thing")
    return f"{head}{off} The ledger knows {check.matched} of {things} that the draft says."


def _sentence(text: str, sentence: Span, findings: Sequence[Finding]) -> RenderableType:
    """The sentence on one line, with the marked words set off."""
    marks = sorted({span for finding in findings for span in finding.spans if span.overlaps(sentence)})
    from rich.padding import Padding

    whole, at = line(""), sentence.start
    for span in marks:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if start < end:
            whole.append_text(line(text[at:start].replace("\n", " ")))
            whole.append_text(line(text[start:end].replace("\n", " "), "bold underline"))
            at = end
    whole.append_text(line(text[at : sentence.end].replace("\n", " ")))
    return Padding(whole, (0, 0, 0, 2))


def _entry(finding: Finding) -> RenderableType:
    from rich.console import Group as Lines
    from rich.table import Table

    dim = finding.signed is not None
    head = line(KINDS[finding.kind], "dim" if dim else f"bold {COLOURS[finding.kind]}")
    if finding.kind in {"number", "date", "misquote"}:
        head.append_text(line(f"  {finding.text}", "dim" if dim else ""))
    rows: list[RenderableType] = [head, line(finding.why, "dim" if dim else "")]
    if finding.signed:
        by = finding.signed
        rows.append(line(f"signed off by {by.by}, {by.at[:10]}, against: {by.against}", "dim italic"))
    where = " · ".join(part for part in (finding.id, finding.claim) if part)
    rows.append(line(where, "dim"))
    table = Table.grid(padding=(0, 1))
    table.add_column(width=3, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(line(" ✓" if dim else " •"), Lines(*rows))
    return table
