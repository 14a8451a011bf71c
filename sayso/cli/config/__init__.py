"""`sayso config …`: the settings with their origins, where they are written, and what is plugged in."""

from __future__ import annotations

import click

from sayso.cli.lazy import Lazy

VERBS = {
    "show": "Every setting, its value, and where that comes from.",
    "path": "Where settings are written.",
    "plugins": "What is installed, what of it may run, and where it comes from.",
}


@click.group("config", cls=Lazy, package="sayso.cli.config", verbs=VERBS, title="Matters")
def command() -> None:
    """Show what is set, where it was set, and which plugins may run.

    A setting is taken from the place nearest to the call: an option of the command, `sayso --set KEY=VALUE`,
    the environment (SAYSO_LEDGER), `sayso.toml` in the working folder, your own file, else its default.
    What concerns you and not a folder (your name, plugins) is never taken from
    `sayso.toml`: a folder may come from somebody else.
    """
