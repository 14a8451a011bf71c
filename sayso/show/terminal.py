"""The terminal that views are printed on: its console, its width, and text that cannot drive it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sayso.show.report_characters import shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 110  # columns; longer lines are hard to read


def make_console() -> Console:
    """The console of standard output; what its encoding lacks is written with backslashes."""
    from rich.console import Console

    class Paper(Console):
        """A console that says so where nobody reads on, as every other writer does."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    encoding = getattr(sys.stdout, "encoding", None) or ""
    if not encoding.lower().startswith("utf") and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    return Paper(highlight=False, markup=False, emoji=False)


def line(words: str, style: str = "") -> Text:
    """Words for the terminal, with control, bidirectional and zero-width characters written out."""
    from rich.text import Text

    return Text(shown(words), style=style, overflow="fold")
