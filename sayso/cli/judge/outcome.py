"""`sayso judge outcome CLAIM OUTCOME`: whether a claim holds, or what was promised was kept."""

from __future__ import annotations

import click

from sayso.cli.completing import claim_ids
from sayso.cli.judge.deciding import decided, signature

OUTCOMES = ["holds", "fails", "kept", "partly", "broken", "revised", "denied", "unverifiable"]


@click.command("outcome")
@click.argument("claim", shell_complete=claim_ids)
@click.argument("outcome", type=click.Choice(OUTCOMES))
@signature
def command(claim: str, outcome: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Say how CLAIM came out: it holds or fails; a promise was kept, partly, broken, revised, denied.

    CLAIM is the id of a claim, or of a promise (e:…), or of a statement or proposition of either.
    """
    decided("outcome", (claim,), {"outcome": outcome}, by=by, why=why, ledger=ledger, form=form)
