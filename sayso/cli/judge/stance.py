"""`sayso judge stance STATEMENT CLAIM STANCE`: where a statement stands towards a claim."""

from __future__ import annotations

import click

from sayso.cli.completing import claim_ids
from sayso.cli.judge.deciding import decided, signature

STANCES = ["supports", "denies", "updates", "comments"]


@click.command("stance")
@click.argument("statement")
@click.argument("claim", shell_complete=claim_ids)
@click.argument("stance", type=click.Choice(STANCES))
@signature
def command(
    statement: str, claim: str, stance: str, by: str, why: str, ledger: str, form: str | None
) -> None:
    """Say that STATEMENT supports, denies, updates or comments on CLAIM; it is put there if need be."""
    decided("stance", (statement, claim), {"stance": stance}, by=by, why=why, ledger=ledger, form=form)
