"""What the origin graph says in words: its table, its summary, and how one had it from another."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Claim
from sayso.show.claim_words import tally
from sayso.show.grouping import count
from sayso.show.pictures.lineage import Edge, Lineage, Node, Side

COLUMNS = ("side", "origin", "who", "published", "how", "from whom", "title", "why")
SIDES: dict[Side, str] = {
    "supports": "Says it",
    "denies": "Denies it",
    "other": "Revises it or comments on it",
}
NOBODY = "Nobody says it in this ledger, so there is nobody to have it from."


def summary_of(claim: Claim, found: Lineage) -> str:
    """What the picture shows, in a sentence or two."""
    told = [tally(claim) + "."]
    for node in found.nodes:
        if node.kind in {"origin", "unrecorded"}:
            number = size_of(found, node)
            verb = "goes" if number == 1 else "go"
            told.append(f"{SIDES[node.side]}: {node.name}, to which {count(number, 'document')} {verb} back.")
    if not found.nodes:
        told.append(NOBODY)
    return " ".join(told)


def size_of(found: Lineage, root: Node) -> int:
    """How many documents a root's group has."""
    return sum(node.group == root.group and node.kind == "document" for node in found.nodes)


def rows_of(found: Lineage) -> Iterator[tuple[str, ...]]:
    """A row for each edge, and one for each node that leads to none, with its reason."""
    known = {node.key: node for node in found.nodes}
    roots = {node.group: node.name for node in found.nodes if node.kind in {"origin", "unrecorded"}}
    upward: dict[str, list[Edge]] = {}
    for edge in found.edges:
        upward.setdefault(edge.child, []).append(edge)
    for node in found.nodes:
        start = (SIDES[node.side], roots.get(node.group, ""), node.name, node.published)
        if node.key not in upward:
            yield (*start, _unjoined(node), "", node.title, node.why)
        for edge in upward.get(node.key, ()):
            yield (*start, how_had(edge), known[edge.parent].name, node.title or node.note, edge.evidence)


def _unjoined(node: Node) -> str:
    if node.kind == "origin":
        return f"the origin: {node.note}" if node.note else "the origin"
    return node.note or "no origin recorded"


def how_had(edge: Edge) -> str:
    """What joins two nodes: "copies (89% of its words)", "cites (reported only)"."""
    marks = [f"{edge.share:.0%} of its words"] if edge.share is not None else []
    marks += ["reported only"] if edge.reported else []
    return f"{edge.kind} ({', '.join(marks)})" if marks else edge.kind


def edge_words(edge: Edge, parent: Node, child: Node) -> str:
    """How a child had it from a parent, as it is written under its name."""
    if edge.kind == "not on record":
        return "from whom is not on record"
    if edge.kind == "goes back to" and parent.name == child.name:
        return "its own text"
    how, _, marks = how_had(edge).partition(" (")
    return f"{how} {parent.name}" + (f" ({marks}" if marks else "")
