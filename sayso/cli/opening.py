"""Opens the ledger for a verb: what is wrong with it is a usage error, told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.pipeline import Ledger


@contextmanager
def opened(path: str, *, writes: bool = False) -> Iterator[Ledger]:
    """The ledger at `path`, to write into or (the rule) only to read; it is made only to be written into."""
    from sayso.errors import LedgerError, UsageError
    from sayso.pipeline import Ledger

    try:
        with Ledger(path, read_only=not writes) as ledger:
            yield ledger
    except (LedgerError, UsageError) as error:
        from sayso.show.report_characters import shown

        raise click.UsageError(shown(str(error))) from error
