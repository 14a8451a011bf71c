"""Who had a claim from whom inside one origin, as a tree of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.model import Derivation, DocumentRow, OriginGroup
from sayso.show.claim_report import HAD_IT, depths, parents

DEEPEST = 12  # levels that are indented; what lies below stands on the last


class Branch(NamedTuple):
    """A document of an origin, how it had the claim ("" for nobody known), and who had it from there."""

    document: str
    had: str
    under: tuple[Branch, ...]


def tree(
    group: OriginGroup, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]
) -> tuple[Branch, ...]:
    """The documents of a group, each under whom it had it from, by day of publication; () for none."""
    parent = parents(group, derivations)
    depth = depths(group, parent)
    below: dict[str | None, list[str]] = {}
    for document in sorted(group.documents, key=lambda id: (_day(documents.get(id)), id)):
        edge = parent.get(document)
        above = edge.of if edge else None
        while above is not None and depth[above] >= DEEPEST:
            outer = parent.get(above)
            above = outer.of if outer else None
        below.setdefault(above, []).append(document)

    def branch(document: str) -> Branch:
        return Branch(document, had_words(parent.get(document)), tuple(map(branch, below.get(document, ()))))

    return tuple(map(branch, below.get(None, ())))


def had_words(edge: Derivation | None) -> str:
    """How a document had it: "prints the text of Norrin Press, 96% of its words"; "" for no edge."""
    if edge is None:
        return ""
    share = f", {edge.share:.0%} of its words" if edge.kind == "copies" and edge.share is not None else ""
    return f"{HAD_IT[edge.kind]} {edge.outlet}{share}{' (reported only)' if edge.reported_only else ''}"


def _day(row: DocumentRow | None) -> str:
    return (row.published if row else None) or "9999"
