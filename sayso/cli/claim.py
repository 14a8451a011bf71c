"""`sayso claim ID`: one claim, its origins and why, what they amount to, statement by statement."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_item


@click.command("claim")
@click.argument("id", metavar="ID")
@ledger_option
@as_of_option
@click.option("--number", is_flag=True, help="Print the probability, too, with its band.")
@form_options
def command(id: str, ledger: str, as_of: str | None, number: bool, form: str | None) -> None:
    """Show one claim. ID is that of a claim, of one of its statements or propositions, or its beginning."""
    from sayso.show.claim_report import print_claim
    from sayso.show.claims_table import COLUMNS

    with opened(ledger) as held:
        view = held.claim_view(id, as_of=as_of)
    print_item(
        view.claim,
        form,
        lambda: print_claim(view.claim, view.documents, view.statements, view.derivations, number=number),
        COLUMNS,
    )
