"""`sayso documents`: what is in the ledger."""

from typing import cast

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option, limit_option, one_more
from sayso.cli.printing import print_items
from sayso.model.document import Status


@click.command("documents")
@ledger_option
@as_of_option
@click.option("--status", type=click.Choice(["ok", "partial", "unread", "failed"]), help="Only those.")
@limit_option
@form_options
def command(ledger: str, as_of: str | None, status: str | None, limit: int, form: str | None) -> None:
    """List the documents of the ledger, by day of publication."""
    from sayso.show.listing_columns import DOCUMENTS
    from sayso.show.listing_tables import print_documents

    with opened(ledger) as held:
        found = held.documents(as_of=as_of, status=cast("Status | None", status), limit=one_more(limit))
    rows = found[: limit or None]
    print_items(rows, form, lambda: print_documents(rows, len(found) > len(rows)), DOCUMENTS)
