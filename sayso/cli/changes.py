"""`sayso changes`: what the ledger knows now that it did not know on a day; fit for cron."""

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, day, form_options, ledger_option
from sayso.cli.printing import print_items

SOMETHING = 1
KINDS = ["correction", "denial", "origin", "status", "outcome", "due", "record"]


@click.command("changes")
@ledger_option
@click.option("--since", metavar="DATE", callback=day, required=True, help="What was not known on that day.")
@as_of_option
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only this kind; repeatable.")
@form_options
@click.pass_context
def command(
    context: click.Context, ledger: str, since: str, as_of: str | None, kinds: tuple[str, ...],
    form: str | None,
) -> None:  # fmt: skip
    """Tell what changed since a day: new denials and origins, claims that stand otherwise, what fell due.

    The exit code is 1 where something changed, and 0 where nothing did.
    """
    from sayso.show.news_table import COLUMNS, print_news

    with opened(ledger) as held:
        news = [one for one in held.changes(since, as_of=as_of) if not kinds or one.kind in kinds]
        present = held.present(as_of)
    print_items(news, form, lambda: print_news(news, since, present), COLUMNS)
    if news:
        context.exit(SOMETHING)
