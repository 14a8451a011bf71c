"""`sayso timeline`: the times of the ledger in order, and on whose say-so."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, day, form_options, ledger_option, limit_option, one_more
from sayso.cli.printing import print_items


@click.command("timeline")
@click.argument("words", nargs=-1, metavar="[WORD…]")
@ledger_option
@as_of_option
@click.option("--since", metavar="DATE", callback=day, help="Only times that end on that day or later.")
@click.option("--until", metavar="DATE", callback=day, help="Only times that begin on that day or before.")
@click.option("--due", is_flag=True, help="Only what was promised, planned or foreseen.")
@limit_option
@form_options
def command(
    words: tuple[str, ...], ledger: str, as_of: str | None, since: str | None, until: str | None, due: bool,
    limit: int, form: str | None,
) -> None:  # fmt: skip
    """List what happened or was due when, earliest first; with WORDs only what holds them all."""
    from sayso.show.listing_columns import TIMELINE
    from sayso.show.listing_tables import print_timeline

    with opened(ledger) as held:
        found = held.timeline(
            words=" ".join(words), since=since, until=until, due=due, limit=one_more(limit), as_of=as_of
        )
    rows = found[: limit or None]
    print_items(rows, form, lambda: print_timeline(rows, len(found) > len(rows)), TIMELINE)
