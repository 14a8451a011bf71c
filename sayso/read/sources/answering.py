"""Who of those to whom somebody turned is the one that a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Span
from sayso.read.sources.entity import Entity, is_bare_name
from sayso.read.sources.exchanges import Move
from sayso.read.sources.scan import Place
from sayso.read.sources.scoring import Occurrence, may_be


def who_answers(
    place: Place,
    picks: str,
    moves: Iterable[Move],
    found: Mapping[Span, Entity | None],
    near: Sequence[Occurrence],
    around: Entity | None,
) -> Entity | None:
    """Whom a pronoun stands for that answers one of the moves, the latest first; None where it fits nobody.

    In "Brod accused Kole, but he denied it" he is Kole, and never who accuses. `near`: who stands before the
    pronoun in its own sentence; `around`: who is said to say it. Either comes first where it fits and did
    not turn to anybody: "Brod accused Kole. The clerk said that he denied it".
    """
    for move in moves:
        actor = found.get(move.actor) if move.actor else None
        if move.kind == "telling" and actor is not None and actor is around:
            continue  # "the office told the committee that it could not confirm P"
        here = any(seen.span.start < move.end for seen in near)
        closer = [around, *(seen.entity for seen in near if not here)]
        if any(e and e is not actor and may_be(e, place.mention, picks) for e in closer):
            return None
        if {move.gender, place.mention.gender} == {"m", "f"}:
            continue
        others = [found.get(span) for span in move.others if span.end <= place.span.start]
        answer = _fitting([e for e in others if e and e is not actor], place, picks, move)
        if answer:
            return answer
    return None


def _fitting(others: Sequence[Entity], place: Place, picks: str, move: Move) -> Entity | None:
    """The first whom the pronoun fits; "it" also fits one bare name of which "it" was asked or alleged."""
    fits = next((e for e in others if may_be(e, place.mention, picks)), None)
    bare = picks == "body" and move.of_it
    return fits or next((e for e in others[:1] if bare and is_bare_name(e)), None)
