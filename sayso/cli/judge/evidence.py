"""`sayso judge evidence CLAIM`: evidence that a person has, as an origin with its reference."""

from __future__ import annotations

import click

from sayso.cli.completing import claim_ids
from sayso.cli.judge.deciding import decided, signature

KINDS = ["satellite", "customs", "document", "interview", "other"]


@click.command("evidence")
@click.argument("claim", shell_complete=claim_ids)
@click.option("--kind", required=True, type=click.Choice(KINDS), help="What sort of evidence it is.")
@click.option("--reference", required=True, metavar="WORDS", help="Where it can be looked up, or its number.")
@click.option("--stance", required=True, type=click.Choice(["supports", "denies"]), help="What it does.")
@click.option(
    "--strength", required=True, type=click.Choice(["weak", "moderate", "strong"]), help="How much it shows."
)
@click.option("--text", required=True, metavar="WORDS", help="What it shows, in a sentence.")
@signature
def command(
    claim: str, kind: str, reference: str, stance: str, strength: str, text: str, by: str, why: str,
    ledger: str, form: str | None,
) -> None:  # fmt: skip
    """Add evidence of your own to CLAIM: it counts as one origin more.

    The note of an interview takes no identities: write what was learnt, never from whom. E-mail addresses
    and telephone numbers are refused.
    """
    if kind == "interview":
        click.echo(
            "sayso: the note of an interview takes no identities; exports hold what you write", err=True
        )
    value = {"kind": kind, "reference": reference, "stance": stance, "strength": strength, "text": text}
    decided("evidence", (claim,), value, by=by, why=why, ledger=ledger, form=form)
