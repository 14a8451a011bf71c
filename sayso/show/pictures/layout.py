"""A layered layout that fits a narrow page: a row for each node, layers as steps to the right.

A node stands under the surest of those that it had it from (its trunk), and one layer further than the last
of them; other edges run in lanes on the left. Cycles are opened at their back edges (Sugiyama et al. 1981);
rows that share a trunk are ordered by the mean of what else they are joined to (barycentres), as long as that
makes the lanes shorter. Time and space grow with nodes and edges, but for a logarithm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

SWEEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`rows`: keys from top to bottom. `layer` from 0. `trunk`: the edge (by its place in the input) by which
    a node hangs under another. `lane` of a parent whose other edges run on the left, 0 beside the nodes.
    """

    rows: tuple[str, ...]
    layer: Mapping[str, int]
    trunk: Mapping[str, int]
    lane: Mapping[str, int]

    @property
    def lanes(self) -> int:
        """How many lanes there are; 0 where every edge is a trunk."""
        return max(self.lane.values(), default=-1) + 1


Pair = tuple[str, str]


def laid_out(
    keys: Sequence[str], edges: Sequence[Pair], weights: Sequence[float], groups: Mapping[str, int]
) -> Layout:
    """The layout of nodes (in their first order) and edges (child, parent); a trunk stays inside a group.

    `weights`: which edge is the surer one. Empty for no nodes; ends that are not among the keys are an error.
    """
    place = {key: at for at, key in enumerate(keys)}
    forward = _forward(keys, edges, groups)
    trunk: dict[str, int] = {}
    for number in sorted(forward, key=lambda n: (-weights[n], place[edges[n][1]], n)):
        trunk.setdefault(edges[number][0], number)
    above = {child: edges[number][1] for child, number in trunk.items()}
    others = [edges[n] for n in range(len(edges)) if trunk.get(edges[n][0]) != n]
    rows = _ordered(keys, above, others)
    return Layout(
        rows=tuple(rows),
        layer=_layers(rows, keys, [edges[n] for n in forward]),
        trunk=trunk,
        lane=_lanes(rows, others),
    )


def _forward(keys: Sequence[str], edges: Sequence[Pair], groups: Mapping[str, int]) -> list[int]:
    """The edges inside a group without those that close a circle, by a walk in depth over the nodes."""
    upward: dict[str, list[int]] = {key: [] for key in keys}
    for number, (child, parent) in enumerate(edges):
        if groups[child] == groups[parent]:
            upward[child].append(number)
    state = dict.fromkeys(keys, 0)
    kept: list[int] = []
    for start in keys:
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(upward[start]))]
        while stack:
            at, left = stack[-1]
            found = next(left, None)
            if found is None:
                state[at] = 2
                stack.pop()
                continue
            parent = edges[found][1]
            if state[parent] == 1:
                continue
            kept.append(found)
            if not state[parent]:
                state[parent] = 1
                stack.append((parent, iter(upward[parent])))
    return kept


def _ordered(keys: Sequence[str], above: Mapping[str, str], others: Sequence[Pair]) -> list[str]:
    """Rows, each node behind the one above it; those that share one sorted by barycentre if that helps."""
    below: dict[str, list[str]] = {key: [] for key in keys}
    roots = [key for key in keys if key not in above]
    for key in keys:
        if key in above:
            below[above[key]].append(key)
    best = list(_walk(roots, below))
    least = _length(best, others)
    for _ in range(SWEEPS if others else 0):
        wanted = _barycentres(best, above, others)
        for inside in below.values():
            inside.sort(key=wanted.__getitem__)
        tried = list(_walk(roots, below))
        length = _length(tried, others)
        if length >= least:
            break
        best, least = tried, length
    return best


def _walk(roots: Sequence[str], below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    stack = list(reversed(roots))
    while stack:
        at = stack.pop()
        yield at
        stack.extend(reversed(below[at]))


def _length(rows: Sequence[str], others: Sequence[Pair]) -> int:
    row = {key: at for at, key in enumerate(rows)}
    return sum(abs(row[child] - row[parent]) for child, parent in others)


def _barycentres(rows: Sequence[str], above: Mapping[str, str], others: Sequence[Pair]) -> dict[str, float]:
    """For each node the mean row of what its subtree is joined to elsewhere; its own row where to nothing."""
    row = {key: at for at, key in enumerate(rows)}
    total, number = dict.fromkeys(rows, 0.0), dict.fromkeys(rows, 0)
    for one, other in (*others, *((parent, child) for child, parent in others)):
        total[one] += row[other]
        number[one] += 1
    for key in reversed(rows):
        if key in above:
            total[above[key]] += total[key]
            number[above[key]] += number[key]
    return {key: total[key] / number[key] if number[key] else float(row[key]) for key in rows}


def _layers(rows: Sequence[str], keys: Sequence[str], forward: Sequence[Pair]) -> dict[str, int]:
    """The longest way down to each node, over edges without circles."""
    below: dict[str, list[str]] = {key: [] for key in keys}
    waiting = dict.fromkeys(keys, 0)
    for child, parent in forward:
        below[parent].append(child)
        waiting[child] += 1
    layer = dict.fromkeys(keys, 0)
    ready = [key for key in rows if not waiting[key]]
    while ready:
        at = ready.pop()
        for child in below[at]:
            layer[child] = max(layer[child], layer[at] + 1)
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return layer


def _lanes(rows: Sequence[str], others: Sequence[Pair]) -> dict[str, int]:
    """A lane for each parent of other edges, free of any other parent's on all the rows that it passes."""
    row = {key: at for at, key in enumerate(rows)}
    reach: dict[str, tuple[int, int]] = {}
    for child, parent in others:
        first, last = reach.get(parent, (row[parent], row[parent]))
        reach[parent] = (min(first, row[child]), max(last, row[child]))
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    lane: dict[str, int] = {}
    for parent, (first, last) in sorted(reach.items(), key=lambda item: (item[1], row[item[0]])):
        while busy and busy[0][0] < first:
            heappush(free, heappop(busy)[1])
        lane[parent] = heappop(free) if free else len(busy)
        heappush(busy, (last, lane[parent]))
    return lane
