"""The attributions beside one: those with a part near its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.text import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """All attributions of a text, made ready to be asked which others have a part near some spans."""

    every: Sequence[Attribution]
    grid: Grid

    @classmethod
    def of(cls, every: Sequence[Attribution]) -> Beside:
        """Linear in the length of their parts."""
        parts = ((*a.relation.source, *a.relation.cue, *a.relation.content) for a in every)
        return cls(every=every, grid=Grid.of(parts))

    def others(self, each: Attribution, spans: Sequence[Span]) -> Iterator[Relation]:
        """The relations but for that of `each`; all that overlap `spans`, and some that nearly do."""
        near = (self.every[number] for number in self.grid.near(spans))
        return (other.relation for other in near if other is not each)
