"""`sayso judge …`: what a person decides, one file a matter, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

VERBS = {
    "source": "Who says it.",
    "cue": "Which words attribute it.",
    "content": "What is said.",
    "act": "What the source does by saying it: assert, deny, promise, …",
    "factuality": "How certain the source is of it.",
    "evidentiality": "How the source knows.",
    "time": "Which days a printed time stands for.",
    "anonymous": "Whether somebody could be held to it by name.",
    "not-a-statement": "That nobody says anything there.",
    "statement": "A statement that was missed.",
    "orphans": "Judgements that must be looked at again.",
    "export-training": "Corrected documents, to train a tagger on.",
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
        module = import_module(f"sayso.cli.judge.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The matters with their sentences, without importing them."""
        with formatter.section("Matters"):
            formatter.write_dl(list(VERBS.items()))


@click.group("judge", cls=Matters)
def command() -> None:
    """Decide what the program got wrong.

    A judgement has a person and a reason, is revoked and never edited, and everything that hangs on it
    follows at once. What it says of a text it says by places: quote words as they are printed, and they
    are looked for near the statement.
    """
