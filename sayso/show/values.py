"""The values of a claim on a terminal: each with its origins, whose outlets print it, and its support."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sayso.model import Claim, ClaimValue, Quantity
from sayso.show.grouping import count
from sayso.show.terminal import line

if TYPE_CHECKING:
    from rich.console import RenderableType


def value_lines(claim: Claim, amount: Callable[[Quantity], str]) -> Iterator[RenderableType]:
    """A line a value, the best supported of its slot first, with what supports it under it.

    Origins come before the outlets; where values conflict, the share comes last and is the machine's.
    """
    publishers = {member.id: member.publisher or "publisher unknown" for member in claim.statements}
    for value in sorted(claim.values, key=lambda v: (v.slot, -(v.probability or 0.0))):
        label = "" if value.slot == value.value.unit.lower() else f"{value.slot}: "
        outlets = ", ".join(dict.fromkeys(publishers[s] for s in value.statements if s in publishers))
        yield line(f"{label}{amount(value.value)}  ({outlets})")
        if support := support_words(value):
            yield line(f"  {support}", "dim")


def support_words(value: ClaimValue) -> str:
    """Who is behind a value of several, in one line; "" where nothing conflicts.

    >>> support_words(ClaimValue(slot="dead", value=Quantity(low=9), statements=("s:1",), origins=("A",),
    ...     probability=0.7))
    '1 origin (A); weighed against the others 0.70'
    """
    if value.probability is None:
        return ""
    named = f" ({', '.join(value.origins)})" if value.origins else ""
    return f"{count(len(value.origins), 'origin')}{named}; weighed against the others {value.probability:.2f}"
