"""A line of progress on a terminal, for verbs that go through many documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeVar

One = TypeVar("One")


def watched(found: Iterator[One], quiet: bool) -> Iterator[One]:
    """What is found, unchanged; meanwhile it is told how many and how fast, where somebody looks."""
    if quiet or not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=None)
        for number, one in enumerate(found, start=1):
            elapsed = progress.tasks[task].elapsed or 0
            rate = f", {number / elapsed:.1f} a second" if elapsed > 1 else ""
            progress.update(task, description=f"{number:,} documents{rate}")
            yield one
