"""Expectations on a terminal: windows, how each stands, who promised through whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.model import Expectation
from sayso.show.expectation_words import (
    COLOURS,
    DISPUTED,
    MODALITY,
    OUTCOME,
    STATUS,
    awaited,
    disputed,
    percent,
    promisor,
    window,
)
from sayso.show.grouping import count
from sayso.show.report_words import ARROW, short_id
from sayso.show.terminal import WIDEST, line, make_console

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WINDOW_WIDTH = 13
CHAIN = " > "
SEVERAL = "; "

COLUMNS: dict[str, Callable[[Expectation], str]] = {
    "id": lambda e: e.id,
    "status": lambda e: e.status,
    "due_from": lambda e: e.due_from or "",
    "due_to": lambda e: e.due_to or "",
    "promisor": lambda e: e.promisor,
    "modality": lambda e: e.modality,
    "gist": lambda e: e.gist,
    "condition": lambda e: e.condition or "",
    "quantity": lambda e: f"{e.quantity.value:.15g}" if e.quantity else "",
    "unit": lambda e: e.quantity.unit if e.quantity else "",
    "delivered": lambda e: "" if e.delivered is None else f"{e.delivered:.15g}",
    "revised_by": lambda e: e.revised_by or "",
    "revises": lambda e: e.revises or "",
    "probability": lambda e: "" if e.probability is None else f"{e.probability:.3f}",
    "published": lambda e: e.published or "",
    "chain": lambda e: CHAIN.join(e.chain),
    "told": lambda e: str(len(e.told)),
    "evidence": lambda e: SEVERAL.join(e.evidence),
    "statement": lambda e: e.statement,
    "document": lambda e: e.document,
    "word_by": lambda e: e.word_by or "",
    "as_of": lambda e: e.as_of or "",
}


def print_expectations(
    found: Sequence[Expectation], total: int, as_of: str, others: Mapping[str, Expectation],
    console: Console | None = None,
) -> None:  # fmt: skip
    """A block an expectation, those due first on top; `others`: those linked with them, by id."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    if not found:
        target.print(line(f"Nothing promised or foreseen here, as of {as_of}.", "dim"))
        return
    for one in found:
        target.print(_block(one, others), width=width)
        target.print()
    shown = (
        count(len(found), "expectation") if len(found) == total else f"{len(found)} of {total:,} expectations"
    )
    target.print(
        line(f"{shown}, as of {as_of}. `sayso expectations ID` shows one with its reasons.", "dim"),
        width=width,
    )


def _block(one: Expectation, others: Mapping[str, Expectation]) -> RenderableType:
    from rich.console import Group as Lines
    from rich.table import Table

    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(ratio=1, overflow="fold")
    head.add_column(justify="right", no_wrap=True)
    head.add_row(line(_window(one, others), "bold"), line(short_id(one.id), "dim"))
    amount = awaited(one)
    below = [
        promisor(one),
        MODALITY[one.modality],
        amount,
        f"told {len(one.told)} times" if len(one.told) > 1 else "",
    ]
    rows: list[RenderableType] = [
        head,
        line(one.gist),
        line(" · ".join(part for part in below if part), "dim"),
    ]
    if one.condition:
        rows.append(
            line(
                f"only {one.condition}" if not one.gist.startswith(one.condition) else "conditional",
                "italic dim",
            )
        )
    if disputed(one):
        rows.append(line(f"! {DISPUTED}", "yellow"))
    table = Table.grid(padding=(0, 2))
    table.add_column(width=WINDOW_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    table.add_row(line(one.status, COLOURS[one.status]), Lines(*rows))
    return table


def _window(one: Expectation, others: Mapping[str, Expectation]) -> str:
    """The window, with an arrow from the one before and to the one behind it."""
    own = window(one.due_from, one.due_to)
    before, after = (others.get(id) if id else None for id in (one.revises, one.revised_by))
    old = f"{window(before.due_from, before.due_to)} → " if before else ""
    return f"{old}{own}" + (f" → {window(after.due_from, after.due_to)}" if after else "")


def print_expectation(
    one: Expectation, others: Mapping[str, Expectation], console: Console | None = None
) -> None:
    """One expectation in full: how it stands and why, what came of it, and wherever it was told."""
    target = console or make_console()
    width = min(WIDEST, target.width)
    for part in _parts(one, others):
        target.print(part, width=width)


def _parts(one: Expectation, others: Mapping[str, Expectation]) -> Iterator[RenderableType]:
    yield line(one.gist, "bold")
    status = line(one.status, COLOURS[one.status])
    said = f" ({line(one.word_by).plain} decided so)" if one.word_by else ""
    yield status.append(f": {STATUS[one.status]}{said}", style="not bold default")
    if disputed(one):
        yield line(f"! {DISPUTED}", "yellow")
    yield line(
        " · ".join(part for part in (_window(one, others), MODALITY[one.modality], awaited(one)) if part)
    )
    yield line(promisor(one))
    if one.condition:
        yield line(f"condition: {one.condition}")
    yield line(f"{one.id} · as of {one.as_of}", "dim")
    for heading, rows in (
        ("Why", _reasons(one)),
        ("What came of it", _outcomes(one)),
        ("Where it was told", _told(one)),
    ):
        if rows:
            yield line("")
            yield line(heading, "bold underline")
            yield from rows


def _reasons(one: Expectation) -> list[RenderableType]:
    rows: list[RenderableType] = [line(f"· {why}") for why in one.why]
    if one.probability is not None:
        share = f"{percent(one.probability)} of those that are still open are kept in the end"
        rows.append(line(f"· By how such promises fared elsewhere, {share}.", "dim"))
    return rows


def _outcomes(one: Expectation) -> list[RenderableType]:
    rows: list[RenderableType] = []
    for outcome in one.outcomes:
        row = line(f"{outcome.day}  {OUTCOME[outcome.kind]}: {outcome.text}")
        told = short_id(outcome.statement) if outcome.statement else outcome.by or ""
        rows.append(row.append_text(line(f"  {told}", "dim")))
        if outcome.chain:
            rows.append(line(f"  {_chain(outcome.chain)}", "dim"))
    return rows


def _told(one: Expectation) -> list[RenderableType]:
    rows: list[RenderableType] = []
    for told in one.told:
        head = line(f"{told.published or 'no date'}  {told.publisher or 'publisher unknown'}", "bold")
        head.append_text(line(f"  {short_id(told.statement)}", "not bold dim"))
        rows += [
            head,
            line(f"  {told.text}"),
            line(f"  {_chain(told.chain)}", "dim"),
        ]
    return rows


def _chain(chain: Sequence[str]) -> str:
    return ARROW.join(part or "unknown" for part in chain)
