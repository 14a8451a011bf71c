"""`sayso export --as FORMAT`: the ledger, or a part of it, in a format of other tools."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, ledger_option
from sayso.cli.reader import plugins
from sayso.cli.streams import printing

if TYPE_CHECKING:
    from sayso.errors import Problem

NAMES = ("claimreview", "webannotation", "prov", "stix", "ftm", "csv", "xlsx", "docx", "parquet", "pack")
BINARY = ("xlsx", "docx", "parquet", "pack")
PART = 3
EXPOSED = (
    "sayso: {count} here with the description of an anonymous source beside a place and a date, which may "
    "give a person away; --coarse takes the descriptions out"
)


class Exports(click.Command):
    """A command whose help ends with what each format holds and loses."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The formats, one after the other."""
        from sayso.show.exports.formats import FORMATS

        with formatter.section("Formats"):
            rows = [(one.name, f"{one.title}. {one.holds} Loses: {one.loses}") for one in FORMATS.values()]
            formatter.write_dl(rows)


@click.command("export", cls=Exports)
@click.option("--as", "format", metavar="FORMAT", required=True, help="The format; of a plugin: its name.")
@ledger_option
@as_of_option
@click.option("--claim", "claims", multiple=True, metavar="ID", help="Only this claim; repeatable.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only this document; repeatable.")
@click.option("--source", metavar="NAME", help="Only what this named source said.")
@click.option("--subject", default="", metavar="WORDS", help="Only claims with a statement of these words.")
@click.option("--coarse", is_flag=True, help="Take out what describes anonymous sources.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
@click.pass_context
def command(
    context: click.Context, format: str, ledger: str, as_of: str | None, claims: tuple[str, ...],
    documents: tuple[str, ...], source: str | None, subject: str, coarse: bool, output: str,
) -> None:  # fmt: skip
    """Hand the ledger on: all of it, or what --claim, --document, --source and --subject choose together.

    No export holds the names of your files and folders. Who is anonymous gets no record of its own in any
    format; with --coarse the words that describe such a source, and when it spoke, are left out too.

    Exit codes: 0 done; 3 done in part (an original is lost, and named on standard error); 2 usage.
    """
    from sayso.pipeline import Selection

    enabled = plugins()
    _check(format, output, enabled.names)
    selection = Selection(claims=claims, documents=documents, source=source, subject=subject, as_of=as_of)
    lost: list[Problem] = []
    with opened(ledger) as held:
        pieces = held.export(format, selection, coarse=coarse, tell=lost.append, plugins=enabled)
        if output == "-":
            _print(pieces)
        else:
            write_whole(Path(output), pieces)
        exposed = 0 if coarse else held.exposed(selection)
    if exposed:
        click.echo(
            EXPOSED.format(count=f"{exposed:,} statement{'s are' if exposed > 1 else ' is'}"), err=True
        )
    for problem in dict.fromkeys(map(str, lost)):
        click.echo(f"sayso: {problem}", err=True)
    if lost:
        context.exit(PART)


def _check(format: str, output: str, foreign: Collection[str]) -> None:
    """What makes no sense is said before anything is read."""
    if format not in (*NAMES, *foreign):
        raise click.UsageError(f"no format {format!r}; there is {', '.join((*NAMES, *sorted(foreign)))}")
    if output == "-":
        if format in BINARY and sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError(f"{format} is no text for a terminal: say with -o FILE where it shall go")
    elif output == "" or Path(output).is_dir() or not Path(output).parent.is_dir():
        raise click.UsageError(
            f"cannot write {output!r}: -o takes the name of a file in a folder that is there"
        )


def _print(pieces: Iterable[bytes]) -> None:
    with printing():
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def write_whole(place: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file beside its place, then moves it there in one step: a broken run leaves no half file.

    Raises a usage error where the disk refuses.
    """
    half = place.parent / f".{place.name}.{secrets.token_hex(8)}.part"
    try:
        with half.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    except OSError as error:
        raise click.UsageError(f"{place} cannot be written: {error.strerror}") from error
    finally:
        half.unlink(missing_ok=True)
