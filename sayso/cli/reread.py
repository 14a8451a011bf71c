"""`sayso reread`: what an older reader has read is read anew."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option
from sayso.cli.progress import watched
from sayso.cli.read import PART
from sayso.cli.reader import choosing, plugins, reader_option

if TYPE_CHECKING:
    from sayso.pipeline import Reread

SHOWN = {"changed": "changed", "split": "split", "merged": "merged", "dropped": "gone", "added": "new"}


@click.command("reread")
@ledger_option
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that read at once."
)
@reader_option
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
def command(ledger: str, workers: int, reader: str, rules: bool, quiet: bool) -> None:
    """Read anew every document that an older version of the reader has read.

    The newer reading stands beside the older one and is shown; `sayso diff --readings ID` tells what is
    different. What a person corrected stays as it was left. A run that was stopped goes on where it was.
    Exit codes: 0 done; 3 some documents could not be read (their older reading is kept); 2 usage.
    """
    from sayso.errors import Problem

    with opened(ledger, writes=True) as held, choosing():
        told = held.reread(workers=workers, rules=rules, reader=reader, plugins=plugins())
        found = list(watched(told, quiet))
    problems = [one for one in found if isinstance(one, Problem)]
    for problem in problems:
        click.echo(f"sayso: {problem}", err=True)
    if not quiet:
        click.echo(summary([one for one in found if not isinstance(one, Problem)], ledger), err=True)
    sys.exit(PART if problems else 0)


def summary(found: Sequence[Reread], ledger: str) -> str:
    """The line that ends a `reread`: how many documents, by which reader, and what became of statements."""
    from sayso.show.grouping import count, counted

    if not found:
        return f"sayso: every document in {ledger} was read by the present reader"
    total: Counter[str] = Counter()
    for one in found:
        total.update(one.counts)
    parts = [f"{counted(total['same'], 'statement')} the same"]
    parts += [f"{total[kind]:,} {word}" for kind, word in SHOWN.items() if total[kind]]
    return f"sayso: {count(len(found), 'document')} read anew by {found[-1].reading}: {', '.join(parts)}"
