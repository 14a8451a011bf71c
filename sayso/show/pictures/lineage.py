"""Who had a claim from whom, as nodes and edges to be drawn: origins, documents, outlets only reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Claim, Derivation, DocumentRow, OriginGroup, Statement
from sayso.show.claim_words import root

Side = Literal["supports", "denies", "other"]
NodeKind = Literal["origin", "unrecorded", "document", "reported"]
EdgeKind = Literal["cites", "copies", "translates", "corrects", "goes back to", "not on record"]
REPORTED_ONLY = "reported only: no text of it was read here"
NOT_IN_CLAIM = "its text was read, and does not carry this claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing with a row of its own. `group` numbers the origin group that it stands in, from 0.

    `note`: what is said of a node beyond its name, `why` what joins the documents of an origin; `title` and
    `published` are "" where not known.
    """

    key: str
    kind: NodeKind
    side: Side
    group: int
    name: str
    published: str = ""
    title: str = ""
    document: str | None = None
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`child` had it from `parent`, both keys of nodes. `share` as in Derivation, `p` how sure the link is.

    `reported`: the earlier text was never read here.
    """

    child: str
    parent: str
    kind: EdgeKind
    p: float
    share: float | None = None
    reported: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Nodes in the order of their groups and days, the edges between them; both empty for no documents."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def lineage(
    claim: Claim,
    documents: Mapping[str, DocumentRow],
    statements: Mapping[str, Statement],
    derivations: Sequence[Derivation],
) -> Lineage:
    """The nodes and edges of a claim. A document that supports and denies has a node on either side.

    An anonymous source is named by the words of its one document ("an anonymous source of The Lantern"),
    and is never joined with any other.
    """
    nodes = list(_nodes(claim, documents, statements))
    known = {node.key: node for node in nodes}
    homes: dict[str, list[Node]] = {}
    for node in nodes:
        if node.document:
            homes.setdefault(node.document, []).append(node)
    sides = _sides(claim)
    edges: dict[tuple[str, str, str], Edge] = {}
    for derivation in sorted(derivations, key=lambda d: (-d.p, d.id)):
        for child in _children(derivation, homes, sides):
            parent = _parent(derivation, child, homes, known)
            if parent.key not in known:
                known[parent.key] = parent
                nodes.append(parent)
            if parent.key != child.key:
                edge = _edge(derivation, child, parent)
                edges.setdefault((edge.child, edge.parent, edge.kind), edge)
    nodes.sort(key=_place)
    held = {edge.child for edge in edges.values() if known[edge.parent].group == known[edge.child].group}
    roots = {node.group: node for node in nodes if node.kind in {"origin", "unrecorded"}}
    return Lineage(
        nodes=tuple(nodes),
        edges=(
            *sorted(edges.values(), key=lambda e: (e.child, e.parent, e.kind)),
            *_to_roots(nodes, roots, held),
        ),
    )


def _nodes(
    claim: Claim, documents: Mapping[str, DocumentRow], statements: Mapping[str, Statement]
) -> Iterator[Node]:
    seen: set[str] = set()
    number = 0
    sides: tuple[tuple[Side, Sequence[OriginGroup]], ...] = (
        ("supports", claim.origins.groups), ("denies", claim.origins_against.groups),
    )  # fmt: skip
    for side, groups in sides:
        for each in groups:
            kind: NodeKind = "origin" if each.recorded else "unrecorded"
            note = _unnamed(each, documents, statements) if each.recorded else ""
            yield Node(
                key=f"{number}|origin",
                kind=kind,
                side=side,
                group=number,
                name=root(each),
                note=note,
                why=each.why,
            )
            for id in dict.fromkeys(each.documents):
                seen.add(id)
                yield _document(id, documents.get(id), side, number)
            number += 1
    for id in dict.fromkeys(member.document for member in claim.statements):
        if id not in seen:
            yield _document(id, documents.get(id), "other", number)


def _document(id: str, row: DocumentRow | None, side: Side, number: int) -> Node:
    return Node(
        key=f"{number}|{id}", kind="document", side=side, group=number, document=id,
        name=(row.publisher if row else None) or "publisher unknown",
        published=(row.published if row else None) or "",
        title=(row.title or row.input) if row else "",
    )  # fmt: skip


def _unnamed(
    found: OriginGroup, documents: Mapping[str, DocumentRow], statements: Mapping[str, Statement]
) -> str:
    """“an anonymous source of X: “two drivers””, in the words of X's own document; "" for a named one."""
    for id in found.statements:
        said = statements.get(id)
        row = documents.get(said.document) if said else None
        if said and row and row.publisher == found.origin:
            if not said.source.anonymous:
                return ""
            words = f": “{said.source.text}”" if said.source.text else ""
            return f"an anonymous source of {found.origin}{words}"
    return ""


def _sides(claim: Claim) -> dict[str, set[int]]:
    """The numbers of the groups that a statement stands in."""
    found: dict[str, set[int]] = {}
    for number, each in enumerate((*claim.origins.groups, *claim.origins_against.groups)):
        for id in each.statements:
            found.setdefault(id, set()).add(number)
    return found


def _children(
    derivation: Derivation, homes: Mapping[str, list[Node]], sides: Mapping[str, set[int]]
) -> list[Node]:
    """The nodes of the document that an edge concerns: where its statement stands, else all."""
    found = homes.get(derivation.document, [])
    inside = sides.get(derivation.statement or "", set())
    return [node for node in found if node.group in inside] or found


def _parent(
    derivation: Derivation, child: Node, homes: Mapping[str, list[Node]], known: Mapping[str, Node]
) -> Node:
    """The node that an edge leads to: in the child's group where there is one, else elsewhere, else one of
    an outlet that was only reported, which is the origin itself where it has that name.
    """
    there = homes.get(derivation.of or "", [])
    if there:
        return next((node for node in there if node.group == child.group), there[0])
    root = known.get(f"{child.group}|origin")
    if root and root.kind == "origin" and _same(root.name, derivation.outlet):
        return root
    note = REPORTED_ONLY if derivation.of is None else NOT_IN_CLAIM
    key = f"{child.group}|outlet|{_folded(derivation.outlet)}|{note}"
    made = Node(
        key=key, kind="reported", side=child.side, group=child.group, name=derivation.outlet, note=note
    )
    return known.get(key, made)


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _edge(derivation: Derivation, child: Node, parent: Node) -> Edge:
    return Edge(
        child=child.key, parent=parent.key, kind=derivation.kind, p=derivation.p,
        share=derivation.share if derivation.kind == "copies" else None, reported=derivation.reported_only,
        evidence=" ".join(derivation.evidence),
    )  # fmt: skip


def _to_roots(nodes: Iterable[Node], roots: Mapping[int, Node], held: set[str]) -> Iterator[Edge]:
    """What leads to nothing else in its group leads to its origin."""
    for node in nodes:
        root = roots.get(node.group)
        if root and root.key != node.key and node.key not in held:
            kind: EdgeKind = "goes back to" if root.kind == "origin" else "not on record"
            yield Edge(child=node.key, parent=root.key, kind=kind, p=0.0)


def _place(node: Node) -> tuple[int, int, str, str, str]:
    first = {"origin": 0, "unrecorded": 0}.get(node.kind, 1)
    return (node.group, first, node.published or "9999", node.name, node.key)
