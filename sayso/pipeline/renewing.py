"""Lets claims that keep their members follow links that came: only what they propose can change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sayso.model import Claim, Member
from sayso.pipeline.claiming import Workshop
from sayso.pipeline.decisions import decisions_of
from sayso.pipeline.proposing import MOST_P, MOST_PROPOSALS, Edge, Proposed, pair_of, surest
from sayso.store.store import Store

AT_ONCE = 500  # claims that are looked at together
Pair = tuple[str, str]


def renew(store: Store, came: Iterable[Edge], made: Collection[str]) -> None:
    """Lets the claims at the ends of new links propose what these lead to, where it is likelier than what
    they propose. `made`: the ids of claims that were made after that.

    What else a claim proposes it proposes still, but for what likelier ones displace: no other link of it
    needs to be read.
    """
    coming = _at_claims(store, came, made)
    workshop = Workshop(store, decisions=decisions_of(store))
    for some in _portions(sorted(coming)):
        claims = store.claims_by_id(some).values()
        likely = ((one, [edge for edge in coming[one.id] if _may_be_shown(edge, one)]) for one in claims)
        store.replace_proposals(_renewed(workshop, [(claim, new) for claim, new in likely if new]))


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _at_claims(store: Store, edges: Iterable[Edge], made: Collection[str]) -> dict[str, list[Edge]]:
    """The links that lead out of each claim, but of those that were made already."""
    every = list(edges)
    homes = store.claims_of(end for _, a, b in every for end in (a, b))
    found: dict[str, list[Edge]] = {}
    for edge in every:
        one, other = homes.get(edge[1]), homes.get(edge[2])
        if one != other:
            for home in (one, other):
                if home is not None and home not in made:
                    found.setdefault(home, []).append(edge)
    return found


def _may_be_shown(edge: Edge, claim: Claim) -> bool:
    """Whether a link can be among the likeliest of a claim."""
    return len(claim.proposals) < MOST_PROPOSALS or min(edge[0], MOST_P) >= claim.proposals[-1].p


def _renewed(workshop: Workshop, found: Sequence[tuple[Claim, Sequence[Edge]]]) -> list[Claim]:
    """Those of the claims that propose something else with these links."""
    clipped = (_pair(m) for claim, _ in found for m in claim.proposals if m.p >= MOST_P)
    exact = workshop.store.weights_of(clipped)
    groups = [frozenset(m.proposition for m in claim.statements) for claim, _ in found]
    changed: list[Claim] = []
    chosen: list[list[Proposed]] = []
    for (claim, new), group in zip(found, groups, strict=True):
        shown = [_edge(m, exact) for m in claim.proposals]
        [best] = surest([group], [*shown, *new], workshop.decisions.bonds)
        if [(one.other, one.near) for one in best] != [(m.proposition, m.compared) for m in claim.proposals]:
            changed.append(claim)
            chosen.append(best)
    return workshop.told(changed, chosen)


def _pair(proposed: Member) -> Pair:
    return pair_of(proposed.proposition, proposed.compared or "")


def _edge(proposed: Member, exact: Mapping[Pair, float]) -> Edge:
    pair = _pair(proposed)
    return exact.get(pair, proposed.p), *pair
