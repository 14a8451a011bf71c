"""`sayso judge anonymous STATEMENT yes|no`: whether somebody could be held to it by name."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import corrected


@click.command("anonymous")
@click.argument("statement", metavar="STATEMENT")
@click.argument("answer", type=click.Choice(("yes", "no")))
@signature
def command(statement: str, answer: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Say whether the source of STATEMENT is anonymous: no person and no body could be held to it by name."""
    from sayso.model import Repair

    repair = Repair(anonymous=answer == "yes")
    corrected("anonymous", statement, repair, ledger=ledger, by=by, why=why, form=form)
