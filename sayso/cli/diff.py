"""`sayso diff ID [ID]`: what changed between two captured texts of one page, or two readings of one."""

import click

from sayso.cli.completing import document_ids
from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_item, print_items


@click.command("diff")
@click.argument("document", metavar="ID", shell_complete=document_ids)
@click.argument("other", required=False, metavar="[ID]", shell_complete=document_ids)
@click.option("--readings", is_flag=True, help="Compare two readings of the one text instead.")
@ledger_option
@as_of_option
@form_options
def command(
    document: str, other: str | None, readings: bool, ledger: str, as_of: str | None, form: str | None
) -> None:
    """Compare two versions of a document: statements added, dropped and changed.

    With one ID (or URL) its text is compared with the version before it. With --readings, what the reader
    makes of the text now is compared with what was made of it before.
    """
    from sayso.show.listing_columns import CHANGES
    from sayso.show.listing_tables import print_diff
    from sayso.show.reading_diff import print_reading_diff

    if readings:
        if other:
            raise click.UsageError("--readings compares the readings of one document: give one ID")
        with opened(ledger) as held:
            found = held.diff_readings(document, as_of=as_of)
        if form in {"csv", "jsonl"}:
            print_items(found.changes, form, lambda: None, CHANGES)
        else:
            print_item(found, form, lambda: print_reading_diff(found), {})
        return
    with opened(ledger) as held:
        diff = held.diff(document, other, as_of=as_of)
    if form in {"csv", "jsonl"}:
        print_items(diff.changes, form, lambda: None, CHANGES)
        return
    print_item(diff, form, lambda: print_diff(diff), {})
