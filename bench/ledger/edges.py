"""Scores who had it from whom: edges between documents that are there, and those only true."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from bench.ledger.gold import GoldDerivation
from bench.read.scoring import Score
from sayso.model.derivation import Derivation

Edge = tuple[str, str]


class EdgeScores(msgspec.Struct, frozen=True, kw_only=True):
    """Precision over all found edges; recall over those that can be seen, and (`hidden`) over the others.

    `kinds`: share of the right edges that have the right kind, in [0, 1].
    """

    seen: Score
    hidden: Score
    kinds: float


def score_edges(
    gold: Sequence[GoldDerivation], found: Iterable[Derivation], name: Callable[[str], str | None]
) -> EdgeScores:
    """Edges from one document to another, whatever statement they concern; outlets are left out.

    `name` turns a document's id into the gold's name, None where the gold does not know it.
    """
    wanted = {(edge.document, edge.of): edge for edge in gold if edge.of}
    seen = {edge for edge, one in wanted.items() if not one.hidden}
    kinds: dict[Edge, set[str]] = {}
    for one in found:
        ends = name(one.document), name(one.of) if one.of else None
        if ends[0] and ends[1]:
            kinds.setdefault((ends[0], ends[1]), set()).add(one.kind)
    right = wanted.keys() & kinds.keys()
    alike = sum(wanted[edge].kind in kinds[edge] for edge in right)
    return EdgeScores(
        seen=Score(right=len(seen & right), predicted=len(kinds) - len(right - seen), gold=len(seen)),
        hidden=Score(right=len(right - seen), predicted=len(right - seen), gold=len(wanted) - len(seen)),
        kinds=round(alike / len(right), 4) if right else 0.0,
    )
