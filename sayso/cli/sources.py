"""`sayso sources`: the named sources of the ledger; anonymous ones are never listed."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option, limit_option, one_more
from sayso.cli.printing import print_items


@click.command("sources")
@ledger_option
@as_of_option
@limit_option
@form_options
def command(ledger: str, as_of: str | None, limit: int, form: str | None) -> None:
    """List the named sources of the ledger, those of most statements first.

    Anonymous sources have no identity beyond their document and are not listed.
    """
    from sayso.show.listing_columns import SOURCES
    from sayso.show.listing_tables import print_sources

    with opened(ledger) as held:
        found = held.sources(as_of=as_of, limit=one_more(limit))
    rows = found[: limit or None]
    print_items(rows, form, lambda: print_sources(rows, len(found) > len(rows)), SOURCES)
