"""What a store must do for what people decide: keep judgements, and find what they name."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sayso.model import Claim, Judgement, Matter, Statement


class JudgementStore(Protocol):
    """What people decide: added, revoked, never edited."""

    def judge(
        self, what: Matter, targets: Sequence[str], value: dict[str, Any], *, by: str, why: str
    ) -> Judgement:
        """Keeps one decision and returns it; UsageError where it is not signed."""

    def keep_judgement(self, made: Judgement) -> Judgement:
        """Keeps a judgement as it was made elsewhere; UsageError where it is not signed or was changed."""

    def revoke(self, id: str, *, by: str, why: str) -> Judgement:
        """Takes a judgement back and returns it; UsageError where there is none, or it is revoked already."""

    def judgement(self, id: str) -> Judgement | None:
        """The judgement with this id, also one that was revoked; None where there is none."""

    def judgements(
        self, *, what: Iterable[Matter] | None = None, standing: bool = True
    ) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made, of some matters only where asked."""

    def judgements_on(self, targets: Iterable[str], *, standing: bool = True) -> tuple[Judgement, ...]:
        """The judgements that name one of these targets, in the order in which they were made."""


class WaitingStore(Protocol):
    """What is to be decided, a few at a time."""

    def claims_proposing(self, limit: int, *, documents: int = ..., id: str = ...) -> tuple[Claim, ...]:
        """Claims with proposals, those of most documents first, from the one with so many and that id on."""

    def count_proposing(self, most: int) -> int:
        """How many claims have proposals, counted up to `most`."""

    def statements_unsure(
        self, below: float, limit: int, *, before: int = ...
    ) -> tuple[tuple[int, Statement], ...]:
        """Shown statements whose confidence is less, with their numbers, the latest first."""

    def count_unsure(self, below: float, most: int) -> int:
        """How many shown statements have a confidence that is less, counted up to `most`."""


class NamingStore(Protocol):
    """Who is named where."""

    def publishers(self) -> tuple[str, ...]:
        """Every publisher, by name; () where no document tells its own."""

    def propositions_naming(self, names: Iterable[str]) -> frozenset[str]:
        """The propositions in claims whose statement has one of these names in it, or was published by it."""

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """The ids of propositions (p:), statements (s:) or documents (d:) that begin so; at most 6."""

    def propositions_in_claims(self) -> tuple[str, ...]:
        """Every proposition that is in a claim, in order."""

    def words_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The printed words of propositions, in whatever reading; those that are not there are left out."""

    def statements_saying(self, propositions: Iterable[str]) -> dict[str, str]:
        """The statement of each of these propositions; those that are not there are left out."""
