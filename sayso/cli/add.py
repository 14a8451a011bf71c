"""`sayso add PATH…`: documents into a ledger, read and linked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import day, ledger_option
from sayso.cli.progress import Steps, watched
from sayso.cli.read import NOTHING, PART
from sayso.cli.reader import choosing, plugins, reader_option

if TYPE_CHECKING:
    from sayso.errors import Problem
    from sayso.pipeline import Added


@click.command("add")
@click.argument("paths", nargs=-1, metavar="PATH…")
@ledger_option
@click.option("--publisher", help="Who published it, where the file does not say.")
@click.option("--published", metavar="DATE", callback=day, help="When (YYYY-MM-DD), where it does not say.")
@click.option("--language", metavar="CODE", help="Its language (en), where the file does not say.")
@click.option("--retry-failed", is_flag=True, help="Try again what failed before, instead of PATH.")
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that read at once."
)
@reader_option
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
def command(
    paths: tuple[str, ...], ledger: str, publisher: str | None, published: str | None, language: str | None,
    retry_failed: bool, workers: int, reader: str, rules: bool, quiet: bool,
) -> None:  # fmt: skip
    """Add each PATH (a file, a folder, an archive, a feed) to the ledger.

    What is there already is not added twice; what was interrupted goes on where it stopped. Exit
    codes: 0 done; 3 some inputs could not be read (they are named on standard error and kept in the
    ledger, see --retry-failed); 2 usage, or nothing could be read.
    """
    from sayso.errors import Problem

    if bool(paths) == retry_failed:
        raise click.UsageError("give one PATH or more, or --retry-failed")
    with opened(ledger, writes=True) as held, choosing():
        asked, steps = held.failed() if retry_failed else paths, Steps()
        added = held.add(
            *asked, publisher=publisher, published=published, language=language, workers=workers,
            rules=rules, reader=reader, plugins=plugins(), tell=steps.tell,
        )  # fmt: skip
        found = list(watched(added, quiet, steps))
        claims = held.count_claims()
    problems = [one for one in found if isinstance(one, Problem)]
    problems += [p for one in found if not isinstance(one, Problem) for p in one.document.problems]
    for problem in problems:
        click.echo(f"sayso: {problem}", err=True)
    if not quiet:
        click.echo(summary(found, claims, ledger), err=True)
    sys.exit(exit_code(found))


def summary(found: Sequence[Added | Problem], claims: int, ledger: str) -> str:
    """The line that ends an `add`: how many are new, known and failed, and what the ledger now holds."""
    from sayso.errors import Problem
    from sayso.show.grouping import counted

    added = [one for one in found if not isinstance(one, Problem)]
    new = sum(one.new for one in added)
    parts = [f"{counted(new, 'new document')}"]
    if len(added) > new:
        parts.append(f"{len(added) - new:,} known already")
    if len(found) > len(added):
        parts.append(f"{len(found) - len(added):,} failed")
    return f"sayso: {', '.join(parts)}; {counted(claims, 'claim')} in {ledger}"


def exit_code(found: Sequence[Added | Problem]) -> int:
    """0 where everything was added, 3 where something was, 2 where nothing was."""
    from sayso.errors import Problem

    added = [one for one in found if not isinstance(one, Problem) and one.document.status != "failed"]
    whole = [one for one in added if one.document.status == "ok"]
    if not added:
        return NOTHING if found else 0
    return 0 if len(whole) == len(found) else PART
