"""`sayso judge origin same|own ID…`: two reports share an origin, or one has its own."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import decided, signature


@click.command("origin")
@click.argument("which", type=click.Choice(["same", "own"]))
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@signature
def command(which: str, ids: tuple[str, ...], by: str, why: str, ledger: str, form: str | None) -> None:
    """Say that two statements or documents share an origin (same), or that each has its own (own).

    A shared origin never raises a count; an own one raises it by one at most.
    """
    decided("origin", ids, {"origin": which}, by=by, why=why, ledger=ledger, form=form)
