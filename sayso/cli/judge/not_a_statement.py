"""`sayso judge not-a-statement STATEMENT`: that nobody says anything there."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import corrected


@click.command("not-a-statement")
@click.argument("statement", metavar="STATEMENT")
@signature
def command(statement: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Say that STATEMENT is none: nobody says anything there. It is shown no more, and counts nowhere."""
    from sayso.model import Repair

    corrected("not-a-statement", statement, Repair(), ledger=ledger, by=by, why=why, form=form)
