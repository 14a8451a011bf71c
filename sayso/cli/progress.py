"""A line of progress on a terminal, for verbs that go through many documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sayso.pipeline.adding import Step

One = TypeVar("One")
DOING = {"read": "", "compare": "comparing", "make claims": "making claims"}
SOON = 90  # seconds up to which what is left is told in seconds


class Steps:
    """What was last told of a run; `shown` is called whenever that changes."""

    def __init__(self) -> None:
        self.last: Step | None = None
        self.shown: Callable[[], None] = lambda: None

    def tell(self, step: Step) -> None:
        """Takes in what is about to be done."""
        self.last = step
        self.shown()


def watched(found: Iterator[One], quiet: bool, steps: Steps | None = None) -> Iterator[One]:
    """What is found, unchanged; where somebody looks, how many, how fast and what is being done meanwhile."""
    if quiet or not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    told = steps or Steps()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task, number = progress.add_task("Reading", total=None), 0

        def show() -> None:
            elapsed = progress.tasks[task].elapsed or 0
            progress.update(task, description=line(number, elapsed, told.last))

        told.shown = show
        for one in found:
            number += 1
            show()
            yield one


def line(number: int, elapsed: float, step: Step | None = None) -> str:
    """How many documents in so many seconds, how many a second, what is left of it, and what is being done.

    Before the first it only says that it is reading; a rate is told from the second second on.
    """
    if not number:
        return "Reading"
    rate = number / elapsed if elapsed > 1 else 0.0
    parts = [f"{number:,} document{'' if number == 1 else 's'}"]
    parts += [f"{rate:.1f} a second"] if rate else []
    if rate and step is not None and step.left:
        parts.append(f"about {_duration(step.left / rate)} left to read")
    parts += [DOING[step.what]] if step is not None and DOING[step.what] else []
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds <= SOON else f"{seconds / 60:.0f} min"
