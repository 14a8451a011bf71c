"""`sayso config plugins`: the parts that there are, and which of them may run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from sayso.cli.options import form_options
from sayso.cli.printing import print_items
from sayso.cli.reader import plugins

if TYPE_CHECKING:
    from sayso.plugins import Row

STATES = {
    "enabled": "it may run",
    "off": 'it never runs; plugins = ["{name}"] in your settings enables it',
    "missing": "it is enabled, but nothing of that name is installed",
    "twice": "two packages bring it, and neither runs: uninstall one",
}


@click.command("plugins")
@form_options
def command(form: str | None) -> None:
    """List every reader, format and exporter: built in, enabled, or installed and off.

    Nothing of a plugin is loaded to print it, and none runs that is not enabled by name.
    """
    from sayso.plugins import rows

    found = rows(plugins())
    columns: dict[str, Callable[[Row], str]] = {
        "name": lambda row: row.name,
        "kind": lambda row: row.kind,
        "state": lambda row: row.state,
        "package": lambda row: row.package,
        "version": lambda row: row.version,
        "target": lambda row: row.target,
    }
    print_items(found, form, lambda: print_rows(found), columns)


def print_rows(found: tuple[Row, ...]) -> None:
    """The built-in parts on a line a kind, then a block for each plugin; says so where there are none."""
    from sayso.show.terminal import line, make_console

    console = make_console()
    for kind in Counter(row.kind for row in found if row.state == "built-in"):
        names = ", ".join(row.name for row in found if (row.kind, row.state) == (kind, "built-in"))
        console.print(line(f"{kind}s built in: {names}", "dim"))
    foreign = [row for row in found if row.state != "built-in"]
    for row in foreign:
        console.print(line(f"{row.name}: {row.kind or 'plugin'}, {row.state}", "bold"))
        console.print(line(f"    {STATES[row.state].format(name=row.name)}"))
        if row.package:
            console.print(line(f"    from {row.package} {row.version}, {row.target}", "dim"))
    if not foreign:
        console.print(line("No plugin is installed."))
