"""`sayso documents`: what is in the ledger."""

import click

from sayso.cli.options import as_of_option, form_options, ledger_option, limit_option
from sayso.cli.printing import print_items


@click.command("documents")
@ledger_option
@as_of_option
@click.option("--status", type=click.Choice(["ok", "partial", "unread", "failed"]), help="Only those.")
@limit_option
@form_options
def command(ledger: str, as_of: str | None, status: str | None, limit: int, form: str | None) -> None:
    """List the documents of the ledger, by day of publication."""
    from sayso.pipeline import open_ledger
    from sayso.show.listing_columns import DOCUMENTS
    from sayso.show.listing_tables import print_documents

    with open_ledger(ledger) as opened:
        rows = opened.documents(as_of=as_of, status=status, limit=limit)
    print_items(rows, form, lambda: print_documents(rows), DOCUMENTS)
