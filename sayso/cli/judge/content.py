"""`sayso judge content STATEMENT [WORDS]`: what is said."""

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected


@click.command("content")
@click.argument("statement", metavar="STATEMENT")
@click.argument("words", required=False, metavar="[WORDS]")
@click.option("--none", "nobody", is_flag=True, help="No words are: somebody did not respond.")
@at_option
@signature
def command(
    statement: str, words: str | None, nobody: bool, at: int | None, by: str, why: str, ledger: str,
    form: str | None,
) -> None:  # fmt: skip
    """Say which printed WORDS are what STATEMENT says, or that none are.

    Parts that stand apart are joined by " … ". Certainty and times are read from the words.
    """
    from sayso.model import Repair

    repair = Repair(words=words, nobody=nobody, at=at)
    corrected("content", statement, repair, ledger=ledger, by=by, why=why, form=form)
