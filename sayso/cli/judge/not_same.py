"""`sayso judge not-same A B`: two reports are never one claim."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import decided, signature


@click.command("not-same")
@click.argument("ids", nargs=-1, required=True, metavar="A B…")
@signature
def command(ids: tuple[str, ...], by: str, why: str, ledger: str, form: str | None) -> None:
    """Say that A is not one claim with B: they will never be put together, and B is not proposed any more."""
    decided("not-same", ids, {}, by=by, why=why, ledger=ledger, form=form)
