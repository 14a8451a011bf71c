"""`sayso config …`: the settings with their origins, where they are written, and what is plugged in."""

from __future__ import annotations

from importlib import import_module

import click

VERBS = {
    "show": "Every setting, its value, and where that comes from.",
    "path": "Where settings are written.",
    "plugins": "What is installed, what of it may run, and where it comes from.",
}


class Matters(click.Group):
    """A group that imports a matter's file only when the matter is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The matters, in the order in which they are shown."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The matter's command, imported now; None for an unknown one."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"sayso.cli.config.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The matters with their sentences, without importing them."""
        with formatter.section("Matters"):
            formatter.write_dl(list(VERBS.items()))


@click.group("config", cls=Matters)
def command() -> None:
    """Show what is set, where it was set, and which plugins may run.

    A setting is taken from the place nearest to the call: an option of the command, `sayso --set KEY=VALUE`,
    the environment (SAYSO_LEDGER), `sayso.toml` in the working folder, your own file, else its default.
    What concerns you and not a folder (your name, plugins, the address of the pages) is never taken from
    `sayso.toml`: a folder may come from somebody else.
    """
