"""`sayso judge same A B`: two reports are one claim."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import decided, signature


@click.command("same")
@click.argument("ids", nargs=-1, required=True, metavar="A B…")
@signature
def command(ids: tuple[str, ...], by: str, why: str, ledger: str, form: str | None) -> None:
    """Say that A and B are one claim: claims, statements or propositions, by their ids.

    They are put together whatever the program makes of their words. What was decided of the one alone
    (an outcome, a word) is then marked as judged before the merge, and counts no more until judged again.
    """
    decided("same", ids, {}, by=by, why=why, ledger=ledger, form=form)
