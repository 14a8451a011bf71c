"""What every judgement of a reading needs: a signature, a ledger, and a line that says what is read now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import Command, form_options, ledger_option
from sayso.cli.printing import print_item

if TYPE_CHECKING:
    from sayso.model import ReadingMatter, Repair


def signed(command: Command) -> Command:
    """`--by` (or the environment's SAYSO_BY), `--why`, `--ledger` and the forms of output."""
    command = form_options(ledger_option(command))
    command = click.option("--why", required=True, metavar="REASON", help="Why: a reader may ask.")(command)
    return click.option(
        "--by", required=True, envvar="SAYSO_BY", metavar="NAME", help="Who decides; else SAYSO_BY."
    )(command)


def at_option(command: Command) -> Command:
    """`--at N`: which place is meant, where the words stand in several."""
    return click.option(
        "--at", type=click.IntRange(0), metavar="N", help="The first character, where words stand twice."
    )(command)


def corrected(
    what: ReadingMatter, target: str, repair: Repair, *, ledger: str, by: str, why: str, form: str | None
) -> None:
    """Makes the judgement and prints it, or on a terminal what is read now."""
    with opened(ledger, writes=True) as held:
        made = held.correct(what, target, repair, by=by, why=why)
        document = next(t for t in made.targets if t.startswith("d:"))
        now = [s for s in held.statements(document) if made.id in s.corrected_by]

    def lines() -> None:
        click.echo(f"{made.id}: {what}, by {made.by}: {made.why}")
        for s in now:
            click.echo(f"{s.id}: {' ← '.join(s.chain)}: {s.content.text or '(no words given)'}")
        click.echo(f"`sayso judge revoke {made.id}` takes it back.")

    print_item(made, form, lines, {"id": lambda j: j.id, "what": lambda j: j.what, "by": lambda j: j.by})
