"""What every judgement on claims needs: a signature, a ledger, and a line that says what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.opening import opened
from sayso.cli.options import Command, form_options, ledger_option
from sayso.cli.printing import print_item

if TYPE_CHECKING:
    from sayso.pipeline import Ledger


def signature(command: Command) -> Command:
    """`--by` (or the environment's SAYSO_BY), `--why`, `--ledger` and the forms of output."""
    command = form_options(ledger_option(command))
    command = click.option("--why", required=True, metavar="REASON", help="Why: a reader may ask.")(command)
    return click.option(
        "--by", required=True, envvar="SAYSO_BY", metavar="NAME", help="Who decides; else SAYSO_BY."
    )(command)


@contextmanager
def judging(path: str) -> Iterator[Ledger]:
    """The ledger at `path`, to judge in; none is made where there is none."""
    with opened(path):
        pass
    with opened(path, writes=True) as held:
        yield held


def decided(
    what: str, targets: Sequence[str], value: Mapping[str, Any], *, ledger: str, by: str, why: str,
    form: str | None,
) -> None:  # fmt: skip
    """Makes a judgement and prints it; on a terminal with the claims as they are now."""
    with judging(ledger) as held:
        made = held.judge(what, targets, value, by=by, why=why)
        shown(held, made.id, form)


def shown(held: Ledger, id: str, form: str | None, as_of: str | None = None) -> None:
    """Prints one judgement, and on a terminal what became of it and of the claims that it shapes.

    `as_of` (an ISO day): as it all was then.
    """
    from sayso.show.judgements_table import COLUMNS, print_judgement

    row = held.judgement(id, as_of=as_of)
    claims = [held.claim(claim, as_of=as_of) for claim in row.claims]
    if form == "csv":
        print_item(row, form, lambda: None, COLUMNS)
        return
    print_item(row.judgement, form, lambda: print_judgement(row, claims), {})
