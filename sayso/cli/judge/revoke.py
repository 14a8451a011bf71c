"""`sayso judge revoke ID`: takes a judgement back."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import judging, shown, signature


@click.command("revoke")
@click.argument("id", metavar="ID")
@signature
def command(id: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Take the judgement ID back: all is as if it had never been made. The list keeps it, as revoked."""
    with judging(ledger) as held:
        taken = held.revoke(id, by=by, why=why)
        shown(held, taken.id, form)
