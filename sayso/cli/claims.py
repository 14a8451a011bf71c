"""`sayso claims`: which claims are in the ledger, and how many independent origins each has."""

from typing import TYPE_CHECKING, cast

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, day, form_options, ledger_option, limit_option
from sayso.cli.printing import chosen, print_items
from sayso.model import ClaimStatus

if TYPE_CHECKING:
    from sayso.pipeline.querying import Sort

STATUSES = ["corroborated", "contested", "single-origin", "unconfirmed", "denied", "withdrawn"]
SORTS = ["documents", "origins", "denials", "newest", "oldest"]


@click.command("claims")
@click.argument("words", nargs=-1, metavar="[WORD…]")
@ledger_option
@as_of_option
@click.option("--status", type=click.Choice(STATUSES), help="Only claims that stand like this.")
@click.option("--source", metavar="NAME", help="Only claims with a statement of this named source.")
@click.option("--publisher", metavar="NAME", help="Only claims that this outlet published.")
@click.option("--since", metavar="DATE", callback=day, help="Only claims published on that day or later.")
@click.option("--until", metavar="DATE", callback=day, help="Only claims published on that day or before.")
@click.option("--origins", "least_origins", type=click.IntRange(0), help="Only claims with so many or more.")
@click.option(
    "--documents", "least_documents", type=click.IntRange(1), help="Only claims in so many or more."
)
@click.option("--sort", type=click.Choice(SORTS), default="documents", show_default=True, help="The order.")
@limit_option
@form_options
def command(
    words: tuple[str, ...], ledger: str, as_of: str | None, status: str | None, source: str | None,
    publisher: str | None, since: str | None, until: str | None, least_origins: int | None,
    least_documents: int | None, sort: str, limit: int, form: str | None,
) -> None:  # fmt: skip
    """List claims, those of most documents first; with WORDs only those that hold them all."""
    from sayso.pipeline import ClaimQuery
    from sayso.show.claims_table import COLUMNS, print_claims

    query = ClaimQuery(
        words=" ".join(words), status=cast("ClaimStatus | None", status), source=source, as_of=as_of,
        publisher=publisher, since=since, until=until, least_origins=least_origins,
        least_documents=least_documents, sort=cast("Sort", sort), limit=limit,
    )  # fmt: skip
    with opened(ledger) as held:
        found = held.claims(query, weighed=chosen(form) != "table")
        every = found.total or held.count_claims()
    print_items(found.claims, form, lambda: print_claims(found.claims, found.total, held=every), COLUMNS)
