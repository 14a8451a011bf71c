"""`sayso judge act STATEMENT ACT`: what the source does by saying it."""

from __future__ import annotations

from typing import get_args

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import corrected
from sayso.model import Act


@click.command("act")
@click.argument("statement", metavar="STATEMENT")
@click.argument("act", type=click.Choice(get_args(Act)))
@signature
def command(statement: str, act: Act, by: str, why: str, ledger: str, form: str | None) -> None:
    """Say what the source of STATEMENT does: it asserts, denies, promises, declines to comment, …"""
    from sayso.model import Repair

    corrected("act", statement, Repair(act=act), ledger=ledger, by=by, why=why, form=form)
