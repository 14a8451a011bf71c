"""`sayso verify`: whether the ledger is whole."""

import sys

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option


@click.command("verify")
@ledger_option
def command(ledger: str) -> None:
    """Check every document's hash, every quotation, and the chain of the log.

    Exit codes: 0 whole; 1 something is broken (each on a line of standard error). A chain of hashes
    cannot show that its end was cut off: keep the head that is printed somewhere else.
    """

    with opened(ledger) as held:
        problems, head = held.verify()
    for problem in problems:
        click.echo(f"sayso: {problem}", err=True)
    click.echo(f"{'broken' if problems else 'whole'}: {ledger}, head of the log {head}")
    sys.exit(1 if problems else 0)
