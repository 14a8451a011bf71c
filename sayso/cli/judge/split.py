"""`sayso judge split CLAIM STATEMENT…`: some statements do not belong to a claim."""

from __future__ import annotations

import click

from sayso.cli.completing import claim_ids
from sayso.cli.judge.deciding import decided, signature


@click.command("split")
@click.argument("claim", shell_complete=claim_ids)
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT…")
@signature
def command(
    claim: str, statements: tuple[str, ...], by: str, why: str, ledger: str, form: str | None
) -> None:
    """Take STATEMENTs out of CLAIM: they are never again one claim with what it has besides.

    Among each other they may stay one. It is the judgement `not-same`, on every statement of the claim.
    """
    decided("not-same", (claim, *statements), {}, by=by, why=why, ledger=ledger, form=form)
