"""`sayso verify`: whether the ledger is whole, or an evidence pack."""

import sys

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option


@click.command("verify")
@ledger_option
@click.option("--pack", metavar="FILE", help="Verify this evidence pack; no ledger is looked at.")
def command(ledger: str, pack: str | None) -> None:
    """Check every document's hash, every quotation, and the chain of the log.

    Exit codes: 0 whole; 1 something is broken (each on a line of standard error). A chain of hashes
    cannot show that its end was cut off: keep the head that is printed somewhere else.
    """
    if pack is not None:
        _verify_pack(pack)
    with opened(ledger) as held:
        problems, head = held.verify()
    for problem in problems:
        click.echo(f"sayso: {problem}", err=True)
    click.echo(f"{'broken' if problems else 'whole'}: {ledger}, head of the log {head}")
    sys.exit(1 if problems else 0)


def _verify_pack(pack: str) -> None:
    """Prints what an evidence pack is, and ends."""
    from sayso.errors import UsageError
    from sayso.show.exports.pack_check import check_pack

    try:
        found = check_pack(pack)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    for fault in found.faults:
        click.echo(f"sayso: {fault}", err=True)
    looked = f"{found.files:,} files, {found.quotations:,} statements word for word"
    state = "broken" if found.faults else "whole"
    click.echo(f"{state}: {pack}, {looked}, head of the log {found.head or 'not named'}")
    sys.exit(1 if found.faults else 0)
