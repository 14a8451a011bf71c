"""`sayso judge orphans`: the judgements that must be looked at again."""

from __future__ import annotations

import sys

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_items

SOMETHING = 1


@click.command("orphans")
@ledger_option
@as_of_option
@form_options
def command(ledger: str, as_of: str | None, form: str | None) -> None:
    """List the judgements that do not hold by themselves any more, each with why.

    What they are about is gone, nothing stands in its place, or the page was captured again with another
    text. None of them is moved. Exit codes: 0 none; 1 some.
    """
    with opened(ledger) as held:
        found = held.orphans(as_of=as_of)

    def lines() -> None:
        from sayso.show.report_characters import shown

        for one in found:
            click.echo(shown(f"{one.judgement.id}: {one.judgement.what}, by {one.judgement.by}: {one.why}"))
        if not found:
            click.echo("Nothing here.")

    columns = {
        "id": lambda o: o.judgement.id, "what": lambda o: o.judgement.what, "by": lambda o: o.judgement.by,
        "why": lambda o: o.why, "document": lambda o: o.document or "",
    }  # fmt: skip
    print_items(found, form, lines, columns)
    sys.exit(SOMETHING if found else 0)
