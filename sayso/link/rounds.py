"""Where lines of derivation end, and where they go in circles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Edges = Mapping[str, tuple[str, ...]]
"""From a testimony to those that it was had from; without an entry it was had from none."""


def sinks_of(nodes: Iterable[str], edges: Edges) -> dict[str, frozenset[str]]:
    """For each node the nodes without edges that it leads to; itself where it has none, () where it only
    circles.

    Linear in nodes times sinks; by rounds, until nothing changes, so that the order does not matter.
    """
    found: dict[str, frozenset[str]] = {n: frozenset() if edges.get(n) else frozenset((n,)) for n in nodes}
    behind: dict[str, list[str]] = {}
    for node, targets in edges.items():
        for target in targets:
            behind.setdefault(target, []).append(node)
    waiting = [node for node, sinks in found.items() if sinks]
    while waiting:
        node = waiting.pop()
        for before in behind.get(node, ()):
            both = found[before] | found[node]
            if both != found[before]:
                found[before] = both
                waiting.append(before)
    return found


def circles(edges: Edges) -> frozenset[str]:
    """The nodes that lead back to themselves and to no node without edges."""
    nodes = {*edges, *(target for targets in edges.values() for target in targets)}
    return frozenset(node for node, sinks in sinks_of(nodes, edges).items() if not sinks)
