"""`sayso judge time STATEMENT WORDS`: which days a printed time stands for."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected
from sayso.cli.options import day
from sayso.model import TimeRole


@click.command("time")
@click.argument("statement", metavar="STATEMENT")
@click.argument("words", metavar="WORDS")
@click.option("--from", "first", metavar="DATE", callback=day, help="The first day; left out: open.")
@click.option("--to", "last", metavar="DATE", callback=day, help="The last day; left out: open.")
@click.option("--role", type=click.Choice(("event", "due")), default="event", show_default=True,
              help="When it happens, or by when it is promised.")  # fmt: skip
@click.option("--none", "no_time", is_flag=True, help="The words are no time of this statement.")
@at_option
@signature
def command(
    statement: str, words: str, first: str | None, last: str | None, role: TimeRole, no_time: bool,
    at: int | None, by: str, why: str, ledger: str, form: str | None,
) -> None:  # fmt: skip
    """Say which days the printed WORDS in the content of STATEMENT stand for."""
    from sayso.model import Repair

    if no_time and (first or last):
        raise click.UsageError("words that are no time have no days")
    repair = Repair(words=words, first=first, last=last, role=None if no_time else role, at=at)
    corrected("time", statement, repair, ledger=ledger, by=by, why=why, form=form)
