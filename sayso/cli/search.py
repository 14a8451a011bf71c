"""`sayso search WORD…`: documents that hold the words."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option, limit_option, one_more
from sayso.cli.printing import print_items


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@ledger_option
@as_of_option
@limit_option
@form_options
def command(words: tuple[str, ...], ledger: str, as_of: str | None, limit: int, form: str | None) -> None:
    """Find documents that hold all WORDs; words in double quotes stand side by side.

    Case and accents do not matter; Korean and Chinese words of two characters are found.
    """
    from sayso.show.listing_columns import HITS
    from sayso.show.listing_tables import print_hits

    with opened(ledger) as held:
        found = held.search(" ".join(words), limit=one_more(limit), as_of=as_of)
    hits = found[: limit or None]
    print_items(hits, form, lambda: print_hits(hits, len(found) > len(hits)), HITS)
