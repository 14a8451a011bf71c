"""`sayso judge show ID`: one judgement, what it is about and what became of it."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import shown
from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option


@click.command("show")
@click.argument("id", metavar="ID")
@ledger_option
@as_of_option
@form_options
def command(id: str, ledger: str, as_of: str | None, form: str | None) -> None:
    """Show one judgement: ID or its beginning."""
    with opened(ledger) as held:
        shown(held, id, form, as_of)
