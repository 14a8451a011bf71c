"""What may belong to a claim: the surest links that lead out of it, chosen before more of them is fetched.

In a large ledger a proposition is linked with hundreds of others that say something like it, and a claim
shows the few that are the likeliest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from msgspec.structs import replace

from sayso.link.bonds import Bonds
from sayso.link.claims import Cluster, Joined, gist_among
from sayso.link.mark import Mark
from sayso.link.stance import proposals_of
from sayso.model import Claim, Member
from sayso.pipeline.components import P_LINK

MOST_PROPOSALS = 20  # that are shown with one claim, the likeliest first
MOST_P = P_LINK - 0.0001  # what is shown of a link that is surer than that, and joins nothing
Why = Callable[[str, str], tuple[str, ...]]  # the reasons of the link between two propositions
Edge = tuple[float, str, str]  # p of a link and its ends, the lower id first


class Proposed(NamedTuple):
    """What may belong to a claim, the proposition in the claim that it is linked with, and how surely."""

    other: str
    near: str
    p: float

    @property
    def pair(self) -> tuple[str, str]:
        """The ends of the link, the lower id first."""
        return pair_of(self.other, self.near)


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids, the lower one first."""
    return min(one, other), max(one, other)


def surest(
    groups: Sequence[Collection[str]],
    edges: Iterable[Edge],
    bonds: Bonds,
    there: Collection[str] | None = None,
) -> list[list[Proposed]]:
    """For each claim, given by its propositions, what may belong to it: the likeliest first, then by id.

    Each other proposition is there once, by its surest link, and of two alike always by the same one. None is
    in two claims. `edges` in any order, and any number of times; `there`: the only ones that may be proposed.
    """
    place = {proposition: at for at, group in enumerate(groups) for proposition in group}
    best: list[dict[str, Edge]] = [{} for _ in groups]
    for edge in edges:
        _, a, b = edge
        at, to = place.get(a), place.get(b)
        if at == to:
            continue
        if at is not None:
            held = best[at].get(b)
            if held is None or edge > held:
                best[at][b] = edge
        if to is not None:
            held = best[to].get(a)
            if held is None or edge > held:
                best[to][a] = edge
    return [_first(group, found, bonds, there) for group, found in zip(groups, best, strict=True)]


def _first(
    group: Collection[str], best: Mapping[str, Edge], bonds: Bonds, there: Collection[str] | None
) -> list[Proposed]:
    allowed: Iterable[str] = best if there is None else (other for other in best if other in there)
    if bonds.apart:
        allowed = [other for other in allowed if not bonds.forbid([other], group)]
    rows = nsmallest(MOST_PROPOSALS, ((-best[other][0], other) for other in allowed))
    return [_proposed(other, best[other]) for _, other in rows]


def _proposed(other: str, edge: Edge) -> Proposed:
    p, a, b = edge
    return Proposed(other, a if other == b else b, p)


def unshown(claim: Claim, chosen: Iterable[Proposed]) -> list[Proposed]:
    """What was chosen for a claim and is not among what it proposes already."""
    shown = {(member.proposition, member.compared) for member in claim.proposals}
    return [one for one in chosen if (one.other, one.near) not in shown]


def with_chosen(claim: Claim, chosen: Sequence[Proposed], marks: Mapping[str, Mark], why: Why) -> Claim:
    """The claim with what was chosen for it; what it proposed before with the same link is kept as it was.

    `marks`: those of the claim's members and of what is new.
    """
    fresh = [one for one in unshown(claim, chosen) if one.other in marks]
    rows = {member.proposition: member for member in claim.proposals}
    rows.update((member.proposition, member) for member in _members(claim, fresh, marks, why))
    return replace(claim, proposals=tuple(rows[one.other] for one in chosen if one.other in rows))


def _members(
    claim: Claim, chosen: Sequence[Proposed], marks: Mapping[str, Mark], why: Why
) -> tuple[Member, ...]:
    """What was chosen for a claim, as it is shown."""
    if not chosen:
        return ()
    joined = tuple(
        Joined(mark=marks[one.other], p=min(one.p, MOST_P), why=why(*one.pair), near=marks[one.near])
        for one in chosen
    )
    gist = gist_among(marks[m.proposition] for m in claim.statements)
    cluster = Cluster(id=claim.id, founder=claim.id, gist=gist, members=(), proposals=joined)
    return proposals_of(cluster, claim.statements)
