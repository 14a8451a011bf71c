"""Which unnamed voices are one with another: the same lawyer, mayor or union, whoever prints it.

An unnamed voice adds an origin of the outlet that had it first-hand. Where another testimony of the same
stance is of the same role, both may be one, and it adds none. That only makes the count fall; who an unnamed
voice is, is never said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.link.lineage import Party, Testimony
from sayso.link.roles import is_role, one_role
from sayso.link.roots import Root
from sayso.link.rounds import Edges


def one_voice(
    members: Sequence[Testimony], roots: Mapping[str, Root], edges: Edges, own: Collection[str] = ()
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """To each unnamed voice that ends in itself the one with which it may be one; and pairs that may be one
    though the better of them was had from the other, so that only their origins can be joined.

    A named one goes before, then one on record, then the earlier. `own`: those that a person keeps apart.
    """
    found: dict[str, str] = {}
    joined: list[tuple[str, str]] = []
    grown = dict(edges)
    for testimony, other in _pairs(members, roots):
        id, to = testimony.report.statement, other.report.statement
        if grown.get(id) or id in own:
            continue
        if _leads(to, id, grown):
            joined.append((id, to))
        else:
            found[id] = to
            grown[id] = (to,)
    return found, joined


def _pairs(members: Sequence[Testimony], roots: Mapping[str, Root]) -> Iterator[tuple[Testimony, Testimony]]:
    """Each unnamed voice, role by role, and the best of those that may be one with it."""
    speaking: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in members:
        for role in _roles(testimony):
            speaking[role[0]].append(testimony)
    for noun in sorted(speaking):
        ranked = sorted(speaking[noun], key=lambda t: _rank(t, roots[t.report.statement]))
        for at, testimony in enumerate(ranked):
            other = next((o for o in ranked[:at] if _alike(testimony, o)), None)
            if other and _is_unnamed(testimony):
                yield testimony, other


def _leads(start: str, end: str, edges: Edges) -> bool:
    """Whether one testimony was had from another, by whatever way."""
    seen, waiting = {start}, [start]
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return end in seen


def _voice(testimony: Testimony) -> Party | None:
    """Who speaks innermost; None for an outlet."""
    source = testimony.report.source
    return source if source and not source.outlet else None


def _roles(testimony: Testimony) -> tuple[tuple[str, ...], ...]:
    source = _voice(testimony)
    return source.roles if source else ()


def _is_unnamed(testimony: Testimony) -> bool:
    source = _voice(testimony)
    return source is not None and (not source.named or is_role(source.name))


def _alike(a: Testimony, b: Testimony) -> bool:
    return any(one_role(one, other) for one in _roles(a) for other in _roles(b))


def _rank(testimony: Testimony, root: Root) -> tuple[bool, bool, tuple[str, str, str]]:
    return (_is_unnamed(testimony), not root.recorded, testimony.order)
