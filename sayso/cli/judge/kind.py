"""`sayso judge kind SOURCE KIND`: what kind of source a named source is."""

from __future__ import annotations

import click

from sayso.cli.judge.deciding import decided, signature

KINDS = [
    "person", "official", "organization", "government", "state_media", "media",
    "international_organization", "expert", "public",
]  # fmt: skip


@click.command("kind")
@click.argument("source")
@click.argument("kind", type=click.Choice(KINDS))
@signature
def command(source: str, kind: str, by: str, why: str, ledger: str, form: str | None) -> None:
    """Say which KIND of source the named SOURCE is, in the whole ledger. Anonymous sources are refused."""
    decided("kind", (source,), {"kind": kind}, by=by, why=why, ledger=ledger, form=form)
