"""How a verb prints: the form asked for, a table on a terminal, JSON when piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Columns = Mapping[str, Callable[[Item], str]]


def chosen(form: str | None) -> str:
    """The form that is printed: the one asked for, else the table on a terminal and JSON elsewhere."""
    return form or ("table" if sys.stdout.isatty() else "json")


def print_items(
    items: Sequence[Item],
    form: str | None,
    table: Callable[[], None],
    columns: Columns[Item],
) -> None:
    """Many: one JSON array, one object a line, CSV, or the table."""
    from sayso.show.shapes import as_csv, as_json, as_jsonl

    printed = chosen(form)
    if printed == "table":
        table()
        return
    if printed == "csv":
        written = as_csv(items, columns)
    else:
        written = as_json(items) if printed == "json" else as_jsonl(items)
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def print_item(item: Item, form: str | None, table: Callable[[], None], columns: Columns[Item]) -> None:
    """One: one JSON object (indented when whole), one line of CSV, or the view."""
    if form in {"csv", "jsonl"}:
        print_items([item], form, table, columns)
        return
    if chosen(form) == "table":
        table()
        return
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(item), indent=2) + b"\n")
    sys.stdout.buffer.flush()
