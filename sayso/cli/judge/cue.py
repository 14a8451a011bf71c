"""`sayso judge cue STATEMENT [WORDS]`: which words attribute it."""

import click

from sayso.cli.judge.deciding import signature
from sayso.cli.judge.signing import at_option, corrected


@click.command("cue")
@click.argument("statement", metavar="STATEMENT")
@click.argument("words", required=False, metavar="[WORDS]")
@click.option("--none", "nobody", is_flag=True, help="No words do: it is the author's plain voice.")
@at_option
@signature
def command(
    statement: str, words: str | None, nobody: bool, at: int | None, by: str, why: str, ledger: str,
    form: str | None,
) -> None:  # fmt: skip
    """Say which printed WORDS attribute STATEMENT, or that none do.

    What the words do (assert, deny, promise) is read from them; `sayso judge act` says otherwise.
    """
    from sayso.model import Repair

    repair = Repair(words=words, nobody=nobody, at=at)
    corrected("cue", statement, repair, ledger=ledger, by=by, why=why, form=form)
