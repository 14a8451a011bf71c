"""What every judgement of a reading needs: which place is meant, and lines that say what is read now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import Command
from sayso.cli.printing import print_item

if TYPE_CHECKING:
    from sayso.model import ReadingMatter, Repair


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
        from sayso.show.report_characters import shown

        click.echo(shown(f"{made.id}: {what}, by {made.by}: {made.why}"))
        for s in now:
            click.echo(shown(f"{s.id}: {' ← '.join(s.chain)}: {s.content.text or '(no words given)'}"))
        click.echo(f"`sayso judge revoke {made.id}` takes it back.")

    print_item(made, form, lines, {"id": lambda j: j.id, "what": lambda j: j.what, "by": lambda j: j.by})
