"""`sayso judge evidentiality STATEMENT EVIDENTIALITY`: how the source knows."""

from __future__ import annotations

from typing import get_args

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import corrected
from sayso.model import Evidentiality


@click.command("evidentiality")
@click.argument("statement", metavar="STATEMENT")
@click.argument("evidentiality", type=click.Choice(get_args(Evidentiality)))
@signature
def command(
    statement: str, evidentiality: Evidentiality, by: str, why: str, ledger: str, form: str | None
) -> None:
    """Say how the source of STATEMENT knows: direct, inferential, reportative (from others), unstated."""
    from sayso.model import Repair

    corrected(
        "evidentiality",
        statement,
        Repair(evidentiality=evidentiality),
        ledger=ledger,
        by=by,
        why=why,
        form=form,
    )
