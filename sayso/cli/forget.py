"""`sayso forget DOCUMENT`: out of the ledger for good."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.completing import document_ids
from sayso.cli.opening import opened
from sayso.cli.options import ledger_option
from sayso.cli.read import PART

if TYPE_CHECKING:
    from sayso.pipeline import Forgotten


@click.command("forget")
@click.argument("document", metavar="DOCUMENT", shell_complete=document_ids)
@click.option("--by", required=True, envvar="SAYSO_BY", metavar="NAME", help="Who decides; else SAYSO_BY.")
@click.option("--why", required=True, metavar="REASON", help="Why; it is kept: name nobody in it.")
@ledger_option
def command(document: str, by: str, why: str, ledger: str) -> None:
    """Delete DOCUMENT and every word of it from the ledger and the files beside it. It cannot be undone.

    The log keeps that its id was forgotten, by whom and why. Backups and the file that it was added from
    are not reached. Exit codes: 0 done; 3 done, but something of it is left (said on standard error);
    2 usage.
    """
    with opened(ledger, writes=True) as held:
        done = held.forget(document, by=by, why=why)
    for line in left(done):
        click.echo(f"sayso: {line}", err=True)
    click.echo(f"forgotten: {document}; backups, and the file that it came from, are yours to destroy")
    sys.exit(0 if done.clean and not done.shared else PART)


def left(done: Forgotten) -> Iterator[str]:
    """What is left of a forgotten document, or may be, a sentence each."""
    if not done.clean:
        yield "another program has the ledger open: close it and call this again, or old pages stay readable"
    if done.shared:
        yield f"its bytes are also those of {_listed(done.shared)}, and are kept: forget these, too"
    if done.copies:
        yield f"some of its words are printed in {_listed(done.copies)}"
    if done.versions:
        yield f"other texts of its page are {_listed(done.versions)}"
    if done.judgements:
        yield f"what people wrote as reasons about it stays, in {_listed(done.judgements)}"


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(ids)
