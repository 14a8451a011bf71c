"""`sayso source NAME`: one named source and what it is reported to have said."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_item


@click.command("source")
@click.argument("name", metavar="NAME")
@ledger_option
@as_of_option
@form_options
def command(name: str, ledger: str, as_of: str | None, form: str | None) -> None:
    """Show one named source: NAME as printed anywhere, or its id from `sayso sources`."""
    from sayso.show.listing_columns import SOURCES
    from sayso.show.listing_tables import print_source

    with opened(ledger) as held:
        page = held.source(name, as_of=as_of)
    if form == "csv":
        from sayso.cli.printing import print_items

        print_items([page.source], form, lambda: None, SOURCES)
        return
    print_item(page, form, lambda: print_source(page), {})
