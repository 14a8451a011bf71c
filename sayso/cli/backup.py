"""`sayso backup FILE`: a copy of the ledger, also while it is in use."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option


@click.command("backup")
@click.argument("target", metavar="FILE")
@ledger_option
def command(target: str, ledger: str) -> None:
    """Copy the ledger and the original files beside it to FILE, also while it is in use."""

    with opened(ledger) as held:
        held.backup(target)
    click.echo(f"sayso: {ledger} copied to {target}", err=True)
