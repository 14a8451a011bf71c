"""`sayso judge statement DOCUMENT`: a statement that was missed."""

from __future__ import annotations

from typing import get_args

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected
from sayso.model import Act, SourceKind


@click.command("statement")
@click.argument("document", metavar="DOCUMENT")
@click.option("--source", metavar="WORDS", help="The printed words of the source; left out: nobody is named.")
@click.option("--author", is_flag=True, help="The author says so.")
@click.option("--cue", metavar="WORDS", help="The printed words that attribute.")
@click.option("--content", metavar="WORDS", help="The printed words of what is said.")
@click.option("--name", help="Whom the source stands for, where the text does not tell.")
@click.option("--kind", type=click.Choice(get_args(SourceKind)), help="What kind of source it is.")
@click.option("--anonymous/--named", default=None, help="Whether it could be held to it by name.")
@click.option("--act", type=click.Choice(get_args(Act)), help="What the source does, where the cue misleads.")
@at_option
@signature
def command(
    document: str, source: str | None, author: bool, cue: str | None, content: str | None, name: str | None,
    kind: SourceKind | None, anonymous: bool | None, act: Act | None, at: int | None, by: str, why: str,
    ledger: str, form: str | None,
) -> None:  # fmt: skip
    """Add a statement that the reader missed in DOCUMENT, by the printed words of its parts.

    The content is looked for first (--at says which, where it stands twice), cue and source near it.
    """
    from sayso.model import Repair

    repair = Repair(
        source=source, author=author, cue=cue, content=content, name=name, kind=kind, anonymous=anonymous,
        act=act, at=at,
    )  # fmt: skip
    corrected("statement", document, repair, ledger=ledger, by=by, why=why, form=form)
