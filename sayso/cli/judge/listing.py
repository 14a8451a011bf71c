"""`sayso judge list`: what was decided, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_items

if TYPE_CHECKING:
    from sayso.model import JudgementStanding, Matter

STANDINGS = ["stands", "revoked", "overruled", "before-merge", "other-words", "orphaned"]


@click.command("list")
@ledger_option
@as_of_option
@click.option("--what", metavar="MATTER", help="Only judgements on this matter: same, outcome, source, …")
@click.option("--standing", type=click.Choice(STANDINGS), help="Only those of which this became.")
@click.option("--by", metavar="NAME", help="Only those that this person signed.")
@click.option("--claim", metavar="ID", help="Only those that shape this claim.")
@form_options
def command(
    ledger: str, as_of: str | None, what: str | None, standing: str | None, by: str | None,
    claim: str | None, form: str | None,
) -> None:  # fmt: skip
    """List all judgements in the order of their making, each with what became of it.

    With --as-of those that had been made by that day, on what was there, and what had become of them by then.
    """
    from sayso.show.judgements_table import COLUMNS, print_judgements

    with opened(ledger) as held:
        rows = held.judgements(
            what=[cast("Matter", what)] if what else None,
            standing=cast("JudgementStanding | None", standing), as_of=as_of,
        )  # fmt: skip
        wanted = set(held.claim(claim, as_of=as_of).judgements) if claim else None
    rows = [row for row in rows if by is None or row.judgement.by == by]
    rows = [row for row in rows if wanted is None or row.judgement.id in wanted]
    print_items(rows, form, lambda: print_judgements(rows), COLUMNS)
