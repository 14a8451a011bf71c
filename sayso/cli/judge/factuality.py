"""`sayso judge factuality STATEMENT VALUE`: how certain the source is of it."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected
from sayso.model import FACTUALITIES, Factuality


@click.command("factuality")
@click.argument("statement", metavar="STATEMENT")
@click.argument("value", type=click.Choice(FACTUALITIES))
@click.option("--words", help="Printed words of the one clause that is meant; without them, all are.")
@at_option
@signature
def command(
    statement: str, value: Factuality, words: str | None, at: int | None, by: str, why: str, ledger: str,
    form: str | None,
) -> None:  # fmt: skip
    """Say how certain the source of STATEMENT is, as VALUE: CT+, PR+, PS+, CT-, PR-, PS- or U."""
    from sayso.model import Repair

    repair = Repair(factuality=value, words=words, at=at)
    corrected("factuality", statement, repair, ledger=ledger, by=by, why=why, form=form)
