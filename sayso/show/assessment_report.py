"""An assessment on a terminal: lines of evidence, what is left without each origin, then words; the number on
demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.model import Assessment, EvidenceLine, Member, WithoutOrigin
from sayso.show.report_words import short_id
from sayso.show.terminal import line

if TYPE_CHECKING:
    from rich.console import RenderableType

BAR_DECIBANS = 1.5  # that one block of the bar stands for
BAR_WIDTH = 6
SINGLE = "! All of it rests on one origin."


def evidence(assessment: Assessment, members: Mapping[str, Member]) -> RenderableType:
    """The lines of evidence as a table: decibans with a bar, the sentence, which statement."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(width=BAR_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(max_width=24, overflow="fold")
    table.expand = True
    for each in assessment.lines:
        style = "green" if each.decibans > 0 else "red" if each.decibans < 0 else "dim"
        table.add_row(
            line(signed(each.decibans), style),
            line(bar(each.decibans), style),
            line(each.text, "dim" if not each.decibans and each.kind != "prior" else ""),
            line(_where(each, members), "dim"),
        )
    return table


def signed(decibans: float) -> str:
    """Decibans with their sign and one digit; "0" for nothing.

    >>> signed(-1.0)
    '−1.0'
    """
    if not decibans:
        return "0"
    return f"{'+' if decibans > 0 else '−'}{abs(decibans):.1f}"


def bar(decibans: float) -> str:
    """Blocks for a weight, at least one for what is not nothing, at most six.

    >>> bar(3.0)
    '██'
    """
    blocks = round(abs(decibans) / BAR_DECIBANS)
    return "█" * min(BAR_WIDTH, max(1, blocks)) if decibans else ""


def _where(each: EvidenceLine, members: Mapping[str, Member]) -> str:
    """The statement that a line rests on, by outlet and the beginning of its id; "" for none."""
    if each.statement is None:
        return ""
    member = members.get(each.statement)
    id = short_id(each.statement)
    return f"{member.publisher} {id}" if member and member.publisher else id


def without(assessment: Assessment, number: bool) -> Iterator[RenderableType]:
    """One line for each origin without which something else would be left; one that says so where none is."""
    told = [each for each in assessment.without if each.probability != assessment.probability]
    for each in told:
        yield line(f"Without {whose(each)}: {each.likelihood}{_percent(each.probability, number)}")
    if not told:
        yield line("Without any one of them it would be the same.", "dim")


def whose(each: WithoutOrigin) -> str:
    """Whose origin it is without, in words."""
    return each.origin if each.stance == "supports" else f"the denial of {each.origin}"


def _percent(p: float, number: bool) -> str:
    return f" ({p:.0%})" if number else ""


def words(assessment: Assessment, number: bool) -> Iterator[RenderableType]:
    """The sentences: likelihood, confidence, Admiralty code; a word that a person set stands first."""
    likelihood, *others = assessment.said or (assessment.likelihood,)
    if assessment.word:
        by = assessment.word_by or "a person"
        yield line(f"“{assessment.word}”: set by {by}.", "bold")
        yield line(f"By the lines of evidence alone: {likelihood}", "dim")
    else:
        yield line(f"By these lines of evidence: {likelihood}", "bold")
    for sentence in others:
        yield line(sentence)
    if assessment.single_origin:
        yield line(SINGLE, "bold yellow")
    if number:
        low, high = (f"{end:.0%}" for end in assessment.band)
        p = f"{assessment.probability:.0%}"
        yield line(f"As a number: {p}, between {low} and {high} in 80 of 100 draws.")
