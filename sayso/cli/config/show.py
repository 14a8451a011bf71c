"""`sayso config show`: every setting with its value and its origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from sayso.cli.options import form_options
from sayso.cli.printing import print_items
from sayso.cli.settled import settings

if TYPE_CHECKING:
    from sayso.settings import Held, Value


@click.command("show")
@form_options
def command(form: str | None) -> None:
    """Show every setting, its value, and where that comes from.

    Of keys and passwords that plugins are told, only the length is shown.
    """
    rows = settings().held()
    columns: dict[str, Callable[[Held], str]] = {
        "key": lambda held: held.key,
        "value": lambda held: written(held.value),
        "origin": origin,
        "sentence": lambda held: held.sentence,
    }
    print_items(rows, form, lambda: print_settings(rows), columns)


def written(value: Value | None) -> str:
    """A value as it is written in a settings file: "sayso.db" in quotation marks, lists in brackets."""
    import json

    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value, ensure_ascii=False)


def origin(held: Held) -> str:
    """Where a value comes from: "default", "SAYSO_LEDGER", "sayso.toml:3", "--set"."""
    return held.where or held.origin


def print_settings(rows: tuple[Held, ...]) -> None:
    """A line a setting, what was set in bold; its sentence below."""
    from sayso.show.terminal import line, make_console

    console = make_console()
    for held in rows:
        style = "" if held.origin == "default" else "bold"
        console.print(line(f"{held.key} = {written(held.value)}", style), line(f"  {origin(held)}", "dim"))
        console.print(line(f"    {held.sentence}", "dim"))
