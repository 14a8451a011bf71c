"""`sayso judge source STATEMENT [WORDS]`: who says it."""

from __future__ import annotations

from typing import get_args

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected
from sayso.model import SourceKind


@click.command("source")
@click.argument("statement", metavar="STATEMENT")
@click.argument("words", required=False, metavar="[WORDS]")
@click.option("--nobody", is_flag=True, help="Nobody is named: it is hearsay.")
@click.option("--author", is_flag=True, help="The author says so, and nobody else.")
@click.option("--name", help="Whom the words stand for, where the text does not tell.")
@click.option("--kind", type=click.Choice(get_args(SourceKind)), help="What kind of source it is.")
@click.option("--anonymous/--named", default=None, help="Whether it could be held to it by name.")
@at_option
@signature
def command(
    statement: str, words: str | None, nobody: bool, author: bool, name: str | None, kind: SourceKind | None,
    anonymous: bool | None, at: int | None, by: str, why: str, ledger: str, form: str | None,
) -> None:  # fmt: skip
    """Say who says STATEMENT: the printed WORDS, or nobody, or the author.

    Whom the words stand for is resolved in the document, as for every other source.
    """
    from sayso.model import Repair

    repair = Repair(
        words=words, nobody=nobody, author=author, name=name, kind=kind, anonymous=anonymous, at=at
    )
    corrected("source", statement, repair, ledger=ledger, by=by, why=why, form=form)
