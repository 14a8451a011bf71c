"""`sayso judge export [FILE]`: all judgements with anchors, to be replayed on another ledger."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option


@click.command("export")
@click.argument("file", default="-", metavar="[FILE]")
@ledger_option
def command(file: str, ledger: str) -> None:
    """Write all judgements to FILE (or standard output) as JSON, signed as they are, revoked ones too.

    With the words that they are about, so that a person can follow them. Whoever gets the file learns who
    decided what and why.
    """
    import msgspec

    with opened(ledger) as held:
        found = held.export_judgements()
    written = msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
    if file == "-":
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_bytes(written)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {error.strerror}") from error
    click.echo(f"sayso: {len(found.judgements)} judgements in {file}", err=True)
