"""Links become claims: average-link agglomeration in one fixed order, and a printed gist."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.link.bonds import UNBOUND, Bonds
from sayso.link.compare import probability
from sayso.link.features import compass_conflict
from sayso.link.likeness import reasons_of
from sayso.link.mark import Link, Mark
from sayso.link.view import View, view_of
from sayso.model.claim import claim_id

P_LINK = 0.9
P_COHERE = 0.5  # the mean link that two large groups need to become one; two single ones need P_LINK
MOST_COMPARED = 80  # up to this many in a component every pair is compared; beyond, what has no link counts 0
GIST_WORDS = (6, 30)


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A mark's place in a cluster: how sure (the link to the gist), and why."""

    mark: Mark
    p: float
    why: tuple[str, ...] = ()


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
    weights = _weights(views, inside)
    groups = _agglomerate(views, weights, bonds)
    found = [_cluster([views[key] for key in group]) for group in groups]
    return tuple(_with_proposals(sorted(found, key=lambda c: _order(known[c.founder])), inside, known))


def _order(mark: Mark) -> tuple[bool, str, str]:
    """By the day of publication, those without one last, then by id."""
    return mark.published is None, mark.published or "", mark.proposition


def _weights(views: Mapping[str, View], links: Iterable[Link]) -> dict[tuple[str, str], float]:
    """p of each pair that is known; in small components of all pairs."""
    weights = {(link.a, link.b): link.p for link in links}
    parts = components(views, [pair for pair, p in weights.items() if p >= P_LINK])
    for part in parts:
        if len(part) > MOST_COMPARED:
            continue
        for a, b in combinations(part, 2):
            if (a, b) not in weights:
                weights[(a, b)] = probability(views[a], views[b])
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
    views: Mapping[str, View], weights: Mapping[tuple[str, str], float], bonds: Bonds
) -> list[list[str]]:
    """Groups by average link, the surest pair first, ties by id; sums of links are kept."""
    groups = {key: [key] for key in sorted(views)}
    held = bonds.among(groups)
    compasses = {key: [view] if view.bases else [] for key, view in views.items()}
    sums: dict[str, dict[str, float]] = {key: {} for key in groups}
    for (a, b), p in sorted(weights.items()):
        sums[a][b] = sums[b][a] = p
    heap = [(P_LINK - p, a, b, 1, 1) for (a, b), p in weights.items() if p >= P_LINK]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in groups or b not in groups or (len(groups[a]), len(groups[b])) != (size_a, size_b):
            continue
        if any(compass_conflict(one, two) for one in compasses[a] for two in compasses[b]):
            continue  # however many others of the two groups say one thing
        if not held.may_join(a, b):
            continue
        known = [view.bases for view in compasses[a]]
        compasses[a] += [view for view in compasses.pop(b) if view.bases not in known]
        _merge(groups, sums, a, b)
        held.join(a, b)
        for other, total in sums[a].items():
            pairs = len(groups[a]) * len(groups[other])
            over = total / pairs - needed(pairs)
            if over >= 0:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-round(over, 9), low, high, len(groups[low]), len(groups[high])))
    return [sorted(group) for _, group in sorted(held.whole(groups).items())]


def needed(pairs: int) -> float:
    """The mean link that two groups need which `pairs` pairs of propositions stand between, from 1 on.

    P_LINK for a single pair; many pairs are much evidence, though each may be weak (paraphrases share few
    words), so it falls towards P_COHERE.
    """
    return P_COHERE + (P_LINK - P_COHERE) / pairs


def _merge(groups: dict[str, list[str]], sums: dict[str, dict[str, float]], a: str, b: str) -> None:
    """Group `b` (the later id) becomes part of `a`."""
    groups[a] += groups.pop(b)
    gone = sums.pop(b)
    sums[a].pop(b, None)
    for other, total in gone.items():
        if other != a:
            sums[other].pop(b)
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total


def _cluster(views: Sequence[View]) -> Cluster:
    ordered = sorted(views, key=lambda view: _order(view.mark))
    gist = min(ordered, key=_gist_rank)
    members = tuple(_joined(view, gist) for view in ordered)
    founder = ordered[0].mark.proposition
    return Cluster(id=claim_id(founder), founder=founder, gist=gist.mark, members=members)


def _joined(view: View, gist: View) -> Joined:
    if view is gist:
        return Joined(mark=view.mark, p=1.0)
    pointed = view.mark.target == gist.mark.proposition and view.mark.document == gist.mark.document
    return Joined(mark=view.mark, p=round(probability(view, gist), 4), why=reasons_of(view, gist, pointed))


def _gist_rank(view: View) -> tuple[object, ...]:
    """The lowest says the matter best: its own words, affirmed, sure, of a fitting length, named, early."""
    mark = view.mark
    words = len(mark.text.split())
    low, high = GIST_WORDS
    misfit = max(0, low - words) + max(0, words - high) + ("…" in mark.text) * 2
    return (
        mark.target is not None, mark.negated, mark.question, misfit > 0, not mark.names,
        mark.certainty != "CT", misfit, *_order(mark),
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
        rows = tuple(Joined(mark=known[key], p=min(link.p, 0.8999), why=link.why) for key, link in proposed)
        yield msgspec.structs.replace(each, proposals=rows)
