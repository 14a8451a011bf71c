"""`sayso claim ID`: one claim, its origins and why, what they amount to, statement by statement."""

import click

from sayso.cli.completing import claim_ids
from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_item


@click.command("claim")
@click.argument("id", metavar="ID", shell_complete=claim_ids)
@ledger_option
@as_of_option
@click.option("--number", is_flag=True, help="Print the probability, too, with its band.")
@form_options
def command(id: str, ledger: str, as_of: str | None, number: bool, form: str | None) -> None:
    """Show one claim. ID is that of a claim, of one of its statements or propositions, or its beginning."""
    from sayso.show.claim_judgements import print_judgements_of
    from sayso.show.claim_report import print_claim
    from sayso.show.claims_table import COLUMNS

    with opened(ledger) as held:
        view = held.claim_view(id, as_of=as_of)
        judged = held.judgements_of(view.claim)

    def table() -> None:
        print_claim(view.claim, view.documents, view.statements, view.derivations, number=number)
        print_judgements_of(view.claim, judged)

    print_item(view.claim, form, table, COLUMNS)
