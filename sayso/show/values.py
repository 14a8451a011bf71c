"""The values of a claim on a terminal: each with who prints it, its origins, and which has most support."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model import Claim, ClaimValue, Quantity
from sayso.show.terminal import line

if TYPE_CHECKING:
    from rich.console import RenderableType

ALIKE = 0.1


def value_lines(claim: Claim, amount: Callable[[Quantity], str]) -> Iterator[RenderableType]:
    """A line a value, the best supported of its slot first, with the origins that stand behind it.

    The share that weighing gives is on demand (`--json`); here is only said which value has most support.
    """
    for words, support in value_words(claim, amount):
        yield line(words)
        if support:
            yield line(f"  {support}", "dim")


def value_words(claim: Claim, amount: Callable[[Quantity], str]) -> Iterator[tuple[str, str]]:
    """For each value the words with who prints it, and what is behind it ("" where nothing conflicts)."""
    publishers = {member.id: member.publisher or "publisher unknown" for member in claim.statements}
    shares: dict[tuple[str, str], list[float]] = {}
    for value in claim.values:
        shares.setdefault(_slot(value), []).append(value.probability or 0.0)
    for value in sorted(claim.values, key=lambda v: (v.slot, -(v.probability or 0.0))):
        label = "" if value.slot == value.value.unit.lower() else f"{value.slot}: "
        outlets = ", ".join(dict.fromkeys(publishers[s] for s in value.statements if s in publishers))
        yield f"{label}{amount(value.value)}  ({outlets})", support_words(value, shares[_slot(value)])


def _slot(value: ClaimValue) -> tuple[str, str]:
    return (value.slot, value.value.unit.lower())


def support_words(value: ClaimValue, shares: Sequence[float]) -> str:
    """Who is behind a value, and whether it has most support of those whose `shares` are given.

    Shares that lie within a tenth are alike. "" where nothing conflicts.

    >>> one = ClaimValue(slot="dead", value=Quantity(low=9), statements=(), origins=("A",), probability=0.7)
    >>> support_words(one, [0.7, 0.2])
    'goes back to A; best supported'
    """
    if value.probability is None:
        return ""
    others = sorted(shares, reverse=True)[1:] if value.probability == max(shares) else [max(shares)]
    ahead = value.probability - max(others, default=0.0)
    words = "best supported" if ahead >= ALIKE else "as well supported as another"
    if ahead <= -ALIKE:
        words = "less supported"
    return f"goes back to {', '.join(value.origins)}; {words}"
