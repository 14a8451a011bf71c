"""`sayso judge replay FILE`: applies judgements that were made on another ledger of the same documents."""

from __future__ import annotations

import sys

import click

from sayso.cli.judge.deciding import judging
from sayso.cli.options import form_options, ledger_option
from sayso.cli.printing import print_items

PART = 3
COLUMNS = {"id": lambda r: r.id, "did": lambda r: r.did, "why": lambda r: r.why}


@click.command("replay")
@click.argument("file", metavar="FILE")
@ledger_option
@form_options
def command(file: str, ledger: str, form: str | None) -> None:
    """Apply the judgements in FILE that fit this ledger, as they were signed; say which do not, and why.

    Replaying twice is replaying once. Exit codes: 0 all fit; 3 some do not, and are named.
    """
    from sayso.errors import UsageError
    from sayso.pipeline.replaying import read_export
    from sayso.show.judgements_table import print_replayed
    from sayso.show.report_characters import shown

    try:
        export = read_export(file)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    with judging(ledger) as held:
        found = held.replay(export)
    print_items(found, form, lambda: print_replayed(found), COLUMNS)
    unfit = [one for one in found if one.did == "unfit"]
    for one in unfit:
        click.echo(f"sayso: {shown(one.id)} does not fit: {shown(one.why)}", err=True)
    if unfit:
        sys.exit(PART)
