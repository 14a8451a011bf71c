"""Links become claims: average-link agglomeration in one fixed order, and a printed gist."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.link.bonds import UNBOUND, Bonds
from sayso.link.compare import P_OTHER_PLACE, probability
from sayso.link.features import bases_conflict
from sayso.link.likeness import reasons_of
from sayso.link.mark import Link, Mark
from sayso.link.phrases import begins_with
from sayso.link.view import Bases, View, view_of
from sayso.model.claim import claim_id

P_LINK = 0.9
P_COHERE = 0.5  # the mean link that two large groups need to become one; two single ones need P_LINK
MOST_COMPARED = 80  # up to this many in a component every pair is compared; beyond, what has no link counts 0
GIST_WORDS = (6, 30)


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A mark's place in a cluster: how sure (the link to the gist), and why.

    `near`: the member that a proposal was compared with, and that `why` and `p` are about; None in a member.
    """

    mark: Mark
    p: float
    why: tuple[str, ...] = ()
    near: Mark | None = None


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """The propositions of one claim. `founder` is the earliest and gives the id, `gist` the printed words.

    `members` in order of day, then id; `proposals` may belong here (p from .5 to .9), for a person to decide.
    """

    id: str
    founder: str
    gist: Mark
    members: tuple[Joined, ...]
    proposals: tuple[Joined, ...] = ()


def cluster(marks: Iterable[Mark], links: Iterable[Link], bonds: Bonds = UNBOUND) -> tuple[Cluster, ...]:
    """The claims among `marks`, the same in whatever order both are given; in order of founders.

    `links` whose ends are not both among `marks` are left aside. Marks without links are claims of their own.
    `bonds` stand above all links: the groups of what a person holds together become one claim, and what he
    parts is never in one.
    """
    known = {mark.proposition: mark for mark in marks}
    inside = [link for link in links if link.a in known and link.b in known]
    views = {key: view_of(mark) for key, mark in known.items()}
    compasses = {key: view.bases for key, view in views.items()}
    weights = {(link.a, link.b): link.p for link in inside}
    groups = grouped(compasses, weights, views.__getitem__, bonds)
    found = [cluster_of([views[key] for key in group]) for group in groups]
    return tuple(_with_proposals(sorted(found, key=lambda c: _order(known[c.founder])), inside, known))


def grouped(
    compasses: Mapping[str, Bases],
    links: Mapping[tuple[str, str], float],
    view: Callable[[str], View],
    bonds: Bonds = UNBOUND,
) -> list[list[str]]:
    """Which propositions are one claim, each group sorted; the keys of `compasses` in groups, every one once.

    `compasses`: to each proposition its compass points by their base; {} for most. `links`: p of each pair,
    the lower id first, both ends among them. `view` is asked only in small components, where what has no
    link is compared.
    """
    weights = _weights(compasses, links, view)
    return _agglomerate(compasses, weights, bonds)


def _order(mark: Mark) -> tuple[bool, str, str]:
    """By the day of publication, those without one last, then by id."""
    return mark.published is None, mark.published or "", mark.proposition


def _weights(
    keys: Iterable[str], links: Mapping[tuple[str, str], float], view: Callable[[str], View]
) -> dict[tuple[str, str], float]:
    """p of each pair that is known; in small components of all pairs."""
    weights = dict(links)
    parts = components(keys, [pair for pair, p in links.items() if p >= P_LINK])
    for part in parts:
        if len(part) > MOST_COMPARED:
            continue
        for a, b in combinations(part, 2):
            if (a, b) not in weights:
                weights[(a, b)] = probability(view(a), view(b))
    return weights


def components(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components, each sorted, in order of their first keys."""
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    groups: dict[str, list[str]] = {}
    for key in sorted(root):
        groups.setdefault(find(key), []).append(key)
    return sorted(groups.values())


def _agglomerate(
    compasses: Mapping[str, Bases], weights: Mapping[tuple[str, str], float], bonds: Bonds
) -> list[list[str]]:
    """Groups by average link, the surest pair first, ties by id; sums of links are kept.

    Each id is stood in for by its place among the sorted ids: the same order, compared faster.
    """
    keys = sorted(compasses)
    place = {key: at for at, key in enumerate(keys)}
    held = bonds.among(keys)
    sizes = dict.fromkeys(range(len(keys)), 1)
    groups = {at: [key] for at, key in enumerate(keys)}
    points = {place[key]: [bases] for key, bases in compasses.items() if bases}
    sums: list[dict[int, float]] = [{} for _ in keys]
    foes: dict[int, set[int]] = {}
    heap: list[tuple[float, int, int, int, int]] = []
    for (one, other), p in weights.items():
        a, b = place[one], place[other]
        sums[a][b] = sums[b][a] = p
        if p == P_OTHER_PLACE:
            foes.setdefault(a, set()).add(b)
            foes.setdefault(b, set()).add(a)
        if p >= P_LINK:
            heap.append((P_LINK - p, a, b, 1, 1))
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if sizes.get(a) != size_a or sizes.get(b) != size_b:
            continue
        if b in foes.get(a, ()) or (a in points and b in points and _part(points[a], points[b])):
            continue  # however many others of the two groups say one thing
        if not held.may_join(keys[a], keys[b]):
            continue
        if b in points:
            known = points.setdefault(a, [])
            known += [bases for bases in points.pop(b) if bases not in known]
        groups[a] += groups.pop(b)
        sizes[a] += sizes.pop(b)
        _sum(sums, a, b)
        _share(foes, a, b)
        held.join(keys[a], keys[b])
        _propose(heap, sums[a], a, sizes)
    return [sorted(group) for _, group in sorted(held.whole({keys[a]: g for a, g in groups.items()}).items())]


def _share(foes: dict[int, set[int]], a: int, b: int) -> None:
    """Whoever may not be in one group with `b` may not be in one with `a`, of which it is a part now."""
    for foe in foes.pop(b, set()):
        foes[foe].discard(b)
        foes[foe].add(a)
        foes.setdefault(a, set()).add(foe)


def _part(points: Iterable[Bases], others: Sequence[Bases]) -> bool:
    """Whether compass points of two groups exclude each other."""
    return any(bases_conflict(one, two) for one in points for two in others)


def _propose(
    heap: list[tuple[float, int, int, int, int]], sums: Mapping[int, float], a: int, sizes: Mapping[int, int]
) -> None:
    """Puts the groups on the heap that may become one with a group that has grown."""
    size = sizes[a]
    for other, total in sums.items():
        pairs = size * sizes[other]
        if total < P_COHERE * pairs:
            continue  # far the most: `needed` is above P_COHERE
        over = total / pairs - needed(pairs)
        if over >= 0:
            low, high = (a, other) if a < other else (other, a)
            heapq.heappush(heap, (-round(over, 9), low, high, sizes[low], sizes[high]))


def needed(pairs: int) -> float:
    """The mean link that two groups need which `pairs` pairs of propositions stand between, from 1 on.

    P_LINK for a single pair; many pairs are much evidence, though each may be weak (paraphrases share few
    words), so it falls towards P_COHERE.
    """
    return P_COHERE + (P_LINK - P_COHERE) / pairs


def _sum(sums: list[dict[int, float]], a: int, b: int) -> None:
    """Group `b` (the later one) becomes part of `a`."""
    ours, gone = sums[a], sums[b]
    sums[b] = {}
    ours.pop(b, None)
    for other, total in gone.items():
        if other != a:
            theirs = sums[other]
            del theirs[b]
            ours[other] = theirs[a] = ours.get(other, 0.0) + total


def cluster_of(views: Sequence[View]) -> Cluster:
    """The claim of these propositions, which belong together, without proposals."""
    ordered = sorted(views, key=lambda view: _order(view.mark))
    gist = min(ordered, key=lambda view: _gist_rank(view.mark))
    members = tuple(_joined(view, gist) for view in ordered)
    founder = ordered[0].mark.proposition
    return Cluster(id=claim_id(founder), founder=founder, gist=gist.mark, members=members)


def _joined(view: View, gist: View) -> Joined:
    if view is gist:
        return Joined(mark=view.mark, p=1.0)
    pointed = view.mark.target == gist.mark.proposition and view.mark.document == gist.mark.document
    return Joined(mark=view.mark, p=round(probability(view, gist), 4), why=reasons_of(view, gist, pointed))


def gist_among(marks: Iterable[Mark]) -> Mark:
    """Which of the propositions of one claim, at least one, says the matter best and is printed for it."""
    return min(marks, key=_gist_rank)


def _gist_rank(mark: Mark) -> tuple[object, ...]:
    """The lowest says the matter best: its own words, affirmed, sure, of a fitting length, named, early."""
    words = len(mark.text.split())
    low, high = GIST_WORDS
    misfit = max(0, low - words) + max(0, words - high) + ("…" in mark.text) * 2
    return (
        mark.target is not None, mark.negated, mark.question, begins_with(mark.text, "hanging"),
        misfit > 0, not mark.names, mark.certainty != "CT", misfit, *_order(mark),
    )  # fmt: skip


def _with_proposals(
    clusters: Sequence[Cluster], links: Iterable[Link], known: Mapping[str, Mark]
) -> Iterable[Cluster]:
    """Each cluster with the propositions of others that have a link into it: what a person may decide."""
    home = {joined.mark.proposition: c.id for c in clusters for joined in c.members}
    found: dict[str, dict[str, Link]] = {}
    for link in links:
        for here, there in ((link.a, link.b), (link.b, link.a)):
            if home[here] != home[there]:
                best = found.setdefault(home[here], {})
                if there not in best or (link.p, link.a, link.b) > (
                    best[there].p,
                    best[there].a,
                    best[there].b,
                ):
                    best[there] = link
    for each in clusters:
        proposed = sorted(found.get(each.id, {}).items(), key=lambda row: (-row[1].p, row[0]))
        rows = tuple(
            Joined(
                mark=known[key], p=min(link.p, 0.8999), why=link.why,
                near=known[link.a if link.b == key else link.b],
            )
            for key, link in proposed
        )  # fmt: skip
        yield msgspec.structs.replace(each, proposals=rows)
