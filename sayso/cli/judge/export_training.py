"""`sayso judge export-training FILE`: corrected documents, to train a tagger on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option

WARNING = "the texts in it belong to their publishers, and it names whoever they name: do not pass it on"


@click.command("export-training")
@click.argument("file", metavar="FILE")
@ledger_option
def command(file: str, ledger: str) -> None:
    """Write the documents that people corrected into FILE ("-": standard output), one a line.

    Each line is {"id", "text", "relations"}; a relation has the places of source, cue and content, and says
    whether it was corrected by hand: the others are as the reader reads them. Left out are documents of
    which a correction was revoked for good, or could not be put in. The file holds whole texts.
    """
    import msgspec

    with opened(ledger) as held:
        rows = [msgspec.json.encode(row) + b"\n" for row in held.training_documents()]
    if file == "-":
        sys.stdout.buffer.write(b"".join(rows))
        sys.stdout.buffer.flush()
    else:
        try:
            Path(file).write_bytes(b"".join(rows))
        except OSError as error:
            raise click.UsageError(f"{file} cannot be written: {error.strerror}") from error
    click.echo(f"sayso: {len(rows)} documents in {file}: {WARNING}", err=True)
