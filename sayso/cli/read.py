"""`sayso read FILE…`: the statements of documents; no ledger needed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.reader import choosing, plugins, reader_option
from sayso.cli.streams import printing

if TYPE_CHECKING:
    from sayso.errors import Problem
    from sayso.pipeline import Reading

FORMATS = ("json", "jsonl", "csv", "report")
PART, NOTHING = 3, 2


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--publisher", help="Who published it, where the file does not say.")
@click.option("--published", metavar="DATE", help="When (YYYY-MM-DD), where the file does not say.")
@click.option("--language", metavar="CODE", help="Its language (en), where the file does not say.")
@click.option("--json", "form", flag_value="json", help="One array of statements.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One statement a line.")
@click.option("--csv", "form", flag_value="csv", help="A table for a spreadsheet.")
@click.option("--report", "form", flag_value="report", help="The report, also when piped.")
@click.option("--html", metavar="OUT", help="Write one self-contained page as well.")
@click.option(
    "--threads",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="At most so many processor threads for the network.",
)
@reader_option
def command(
    files: tuple[str, ...], publisher: str | None, published: str | None, language: str | None,
    form: str | None, html: str | None, threads: int, reader: str, rules: bool,
) -> None:  # fmt: skip
    """Read each FILE or folder; - is standard input.

    Text, Markdown, HTML, JSON Lines, PDF, Word (DOCX), RSS and Atom feeds, e-mail (EML), saved pages
    (MHTML), web archives (WARC), and ZIP, tar, gzip, bzip2 and xz archives of these.

    Prints a report on a terminal and JSON when piped. A file that is named twice is read once.
    Exit codes: 0 done; 3 some inputs could not be read (they are named on standard error);
    2 usage, or nothing could be read; 130 stopped by Ctrl-C.
    """
    from sayso.ingest import Defaults
    from sayso.pipeline import Reading, choose_reader, read_paths

    _check(published, html)
    files = tuple(dict.fromkeys(files))
    defaults = Defaults(publisher=publisher, published=published, language=language)
    with choosing():
        chosen = choose_reader(reader, threads=threads, rules=rules, plugins=plugins())
        found = list(_watched(read_paths(files, defaults, chosen, plugins=plugins()), files))
    if html is not None and any(isinstance(one, Reading) and one.document.text for one in found):
        found += _write_page(html, [one for one in found if isinstance(one, Reading)])
    readings, problems = sort_out(found)
    with printing():
        _print(form or ("report" if sys.stdout.isatty() else "json"), readings)
    for problem in problems:
        click.echo(f"sayso: {problem}", err=True)
    sys.exit(exit_code(found))


def _check(published: str | None, html: str | None) -> None:
    """What makes no sense is said before anything is read."""
    from sayso.ingest.dates import iso_date

    if published is not None and iso_date(published) != published:
        raise click.UsageError(f"--published takes a date like 2031-05-17, not {published!r}")
    if html is not None and (html in ("", "-") or Path(html).is_dir() or not Path(html).parent.is_dir()):
        raise click.UsageError(
            f"cannot write {html!r}: --html takes the name of a file in a folder that is there"
        )


def sort_out(found: Sequence[Reading | Problem]) -> tuple[list[Reading], list[Problem]]:
    """Readings, and everything that went wrong: with whole inputs and inside of documents."""
    from sayso.pipeline import Reading

    readings = [one for one in found if isinstance(one, Reading)]
    problems = [
        problem
        for one in found
        for problem in (one.document.problems if isinstance(one, Reading) else (one,))
    ]
    return readings, problems


def exit_code(found: Sequence[Reading | Problem]) -> int:
    """0 where everything was read, 3 where something was, 2 where nothing was."""
    from sayso.pipeline import Reading

    good = [one for one in found if isinstance(one, Reading) and one.document.status in {"ok", "partial"}]
    whole = [one for one in good if one.document.status == "ok"]
    if not good:
        return NOTHING
    return 0 if len(whole) == len(found) else PART


def _watched(found: Iterator[Reading | Problem], files: Sequence[str]) -> Iterator[Reading | Problem]:
    from sayso.ingest import is_plain

    counted = all(map(is_plain, files))  # in a folder or an archive nobody knows how many there are
    if (counted and len(files) < 2) or not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import track

    total = len(files) if counted else None
    yield from track(found, "Reading", total=total, console=Console(stderr=True), transient=True)


def _write_page(out: str, readings: Sequence[Reading]) -> list[Problem]:
    """Writes the page; a place that cannot be written is a problem, so that the reading is not lost."""
    from sayso.errors import Problem
    from sayso.show.page import page

    pairs = [(reading.document, reading.statements) for reading in readings]
    try:
        Path(out).write_text(page(pairs), encoding="utf-8")
    except OSError as error:
        return [Problem(where=out, what=f"the page cannot be written: {error.strerror}")]
    click.echo(f"sayso: page written to {out}", err=True)
    return []


def _print(form: str, readings: Sequence[Reading]) -> None:
    from sayso.show import shapes

    if form == "report":
        from sayso.show.report import print_report

        print_report([(reading.document, reading.statements) for reading in readings])
        return
    write = {"json": shapes.as_json, "jsonl": shapes.as_jsonl, "csv": shapes.statements_csv}
    sys.stdout.buffer.write(write[form]([s for reading in readings for s in reading.statements]))
    sys.stdout.buffer.flush()
