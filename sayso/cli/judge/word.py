"""`sayso judge word CLAIM WORD`: the likelihood word of a claim, set by a person and shown as theirs."""

from __future__ import annotations

import click

from sayso.cli.completing import claim_ids
from sayso.cli.judge.deciding import decided, signature

WORDS = [
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
    "almost certain",
]  # fmt: skip


@click.command("word")
@click.argument("claim", shell_complete=claim_ids)
@click.argument("word", type=click.Choice(WORDS))
@signature
def command(claim: str, word: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Set the likelihood word of CLAIM: one of the seven of ICD 203, in quotation marks."""
    decided("word", (claim,), {"word": word}, by=by, why=why, ledger=ledger, form=form)
