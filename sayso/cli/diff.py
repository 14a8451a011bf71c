"""`sayso diff ID [ID]`: what changed between two captured texts of one page."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import form_options, ledger_option
from sayso.cli.printing import print_item, print_items


@click.command("diff")
@click.argument("document", metavar="ID")
@click.argument("other", required=False, metavar="[ID]")
@ledger_option
@form_options
def command(document: str, other: str | None, ledger: str, form: str | None) -> None:
    """Compare two versions of a document: statements added, dropped and changed.

    With one ID (or URL) its text is compared with the version before it.
    """
    from sayso.show.listing_columns import CHANGES
    from sayso.show.listing_tables import print_diff

    with opened(ledger) as held:
        diff = held.diff(document, other)
    if form in {"csv", "jsonl"}:
        print_items(diff.changes, form, lambda: None, CHANGES)
        return
    print_item(diff, form, lambda: print_diff(diff), {})
