"""`sayso expectations`: what was promised, planned or foreseen, by whom, and what came of it."""

from typing import TYPE_CHECKING, cast

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, day, form_options, ledger_option, limit_option
from sayso.cli.printing import print_item, print_items
from sayso.model import ExpectationStatus

if TYPE_CHECKING:
    from sayso.pipeline.promises import Sort

STATUSES = ["open", "due", "overdue", "kept", "partly", "broken", "revised", "denied", "unverifiable"]
SORTS = ["due", "newest", "oldest"]


@click.command("expectations")
@click.argument("words", nargs=-1, metavar="[WORD…]")
@ledger_option
@as_of_option
@click.option("--id", "id", metavar="ID", help="One in full, by its id or that of a statement in it.")
@click.option("--status", type=click.Choice(STATUSES), help="Only those that stand like this.")
@click.option("--promisor", metavar="NAME", help="Only those of this named promisor.")
@click.option("--since", metavar="DATE", callback=day, help="Only what fell due on that day or later.")
@click.option("--due-since", metavar="DATE", callback=day, help="Only windows that end on that day or later.")
@click.option("--due-until", metavar="DATE", callback=day, help="Only windows that begin by that day.")
@click.option("--sort", type=click.Choice(SORTS), default="due", show_default=True, help="The order.")
@limit_option
@form_options
def command(
    words: tuple[str, ...], ledger: str, as_of: str | None, id: str | None, status: str | None,
    promisor: str | None, since: str | None, due_since: str | None, due_until: str | None, sort: str,
    limit: int, form: str | None,
) -> None:  # fmt: skip
    """List what was promised, planned or foreseen, first due first; with WORDs only what holds them all.

    Where the only WORD is the id of an expectation ("e:…"), that one is shown in full.
    """
    from sayso.pipeline import ExpectationQuery
    from sayso.show.expectations_table import COLUMNS, print_expectation, print_expectations

    wanted = id or (words[0] if len(words) == 1 and words[0].startswith("e:") else None)
    with opened(ledger) as held:
        if wanted:
            one = held.expectation(wanted, as_of=as_of)
            linked = held.linked_expectations([one])
        else:
            found = held.expectations(
                ExpectationQuery(
                    words=" ".join(words), status=cast("ExpectationStatus | None", status),
                    promisor=promisor, fell_due_since=since, due_since=due_since, due_until=due_until,
                    sort=cast("Sort", sort), limit=limit, as_of=as_of,
                )
            )  # fmt: skip
            linked, present = held.linked_expectations(found.expectations), held.present(as_of)
    if wanted:
        print_item(one, form, lambda: print_expectation(one, linked), COLUMNS)
        return
    rows = found.expectations
    print_items(rows, form, lambda: print_expectations(rows, found.total, present, linked), COLUMNS)
