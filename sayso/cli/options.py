"""Options that verbs of a ledger share: which ledger, as of when, and in which form to print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

LEDGER = "sayso.db"
Command = Callable[..., Any]


def ledger_option(command: Command) -> Command:
    """`--ledger FILE`."""
    return click.option(
        "--ledger", default=LEDGER, show_default=True, metavar="FILE", help="The ledger's file."
    )(command)


def as_of_option(command: Command) -> Command:
    """`--as-of DATE`: an ISO date, or None."""
    return click.option(
        "--as-of", "as_of", metavar="DATE", callback=day, help="The ledger as known on that day (YYYY-MM-DD)."
    )(command)


def form_options(command: Command) -> Command:
    """`--json`, `--jsonl`, `--csv`, `--table`: into `form`, None where none is given."""
    for name, help in (
        ("table", "The table, also when piped."),
        ("csv", "A table for a spreadsheet."),
        ("jsonl", "One object a line."),
        ("json", "One array or object, whole."),
    ):
        command = click.option(f"--{name}", "form", flag_value=name, help=help)(command)
    return command


def limit_option(command: Command) -> Command:
    """`--limit N`: at most so many rows; 0 for all."""
    return click.option(
        "--limit", default=20, show_default=True, type=click.IntRange(0), help="At most so many; 0 for all."
    )(command)


def one_more(limit: int) -> int:
    """How many rows to ask for, so that it can be told whether there are more than are shown; 0 for all."""
    return limit + 1 if limit else 0


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as given, checked; a usage error for what is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        name = parameter.opts[0]
        raise click.UsageError(f"{name} takes a date like 2031-05-17, not {value!r}") from None
