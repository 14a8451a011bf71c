"""Two readings of one text on a terminal: what is read otherwise, and in which respect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sayso.model import ReadingChange, ReadingDiff, Statement
from sayso.show.grouping import count
from sayso.show.listing_tables import print_rows
from sayso.show.report_words import ARROW
from sayso.show.terminal import line, make_console

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WORDS = {"added": "+ new", "dropped": "− gone", "changed": "~ changed", "split": "< split",
         "merged": "> merged", "same": "= same"}  # fmt: skip
COLOURS = {"added": "green", "dropped": "red", "changed": "yellow", "split": "yellow", "merged": "yellow",
           "same": "dim"}  # fmt: skip
NO_WORDS = "(no words given)"


def print_reading_diff(diff: ReadingDiff, console: Console | None = None) -> None:
    """A row a statement that came, went or is read otherwise, and how many are the same."""
    rows = [(line(WORDS[one.kind], COLOURS[one.kind]), _row(one)) for one in diff.changes]
    last = (
        f"{count(len(rows), 'change')}, {count(diff.same, 'statement')} the same: {diff.older} → {diff.newer}"
    )
    if not rows:
        (console or make_console()).print(line(last, "dim"))
        return
    print_rows(("", "*statement"), rows, last, console)


def _row(change: ReadingChange) -> Text:
    sides = [side for side in (change.before, change.after) if side]
    if change.before and change.after and _words(change.before) == _words(change.after):
        sides = [change.after]
    words = line("\n→ ".join(_words(side) for side in sides))
    if change.before and change.after:
        for difference in differences(change.before, change.after):
            words.append_text(line(f"\n{difference}", "dim"))
    return words


def _words(statement: Statement) -> str:
    return f"{ARROW.join(statement.chain)}: {statement.content.text or NO_WORDS}"


def differences(before: Statement, after: Statement) -> Iterator[str]:
    """What is read otherwise besides the words: "act: assert → deny"; none where nothing is."""
    for name, value in RESPECTS.items():
        left, right = value(before), value(after)
        if left != right:
            yield f"{name}: {left or 'none'} → {right or 'none'}"


RESPECTS: dict[str, Callable[[Statement], str]] = {
    "source": lambda s: s.source.text,
    "name": lambda s: s.source.name,
    "kind": lambda s: s.source.kind,
    "anonymous": lambda s: "yes" if s.source.anonymous else "no",
    "cue": lambda s: s.cue.text if s.cue else "",
    "act": lambda s: s.act,
    "evidentiality": lambda s: s.evidentiality,
    "factuality": lambda s: ", ".join(part.factuality for part in s.propositions),
    "times": lambda s: "; ".join(
        f"{time.text} ({time.from_ or '..'}/{time.to or '..'}, {time.role})"
        for part in s.propositions
        for time in part.times
    ),
}
