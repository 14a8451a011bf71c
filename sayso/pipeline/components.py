"""Finds what hangs together: the components of sure links and bonds, each with the links inside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.link.bonds import Bonds
from sayso.store.store import Store

P_LINK = 0.9
Weights = Mapping[tuple[str, str], float]  # p of each link by its ends, the lower id first


@dataclass(frozen=True, slots=True)
class Component:
    """Propositions, sorted, that sure links or bonds join, and p of every link between two of them."""

    propositions: list[str]
    weights: Weights


def components_with(store: Store, touched: Iterable[str], bonds: Bonds) -> list[Component]:
    """The components that hold these propositions, in order of their first ids."""
    seen: set[str] = set()
    sure: dict[tuple[str, str], float] = {}
    rim = set(touched)
    while rim:
        seen |= rim
        found = store.weights_at(rim, P_LINK)
        sure.update(found)
        rim = ({end for pair in found for end in pair} | bonds.partners(seen)) - seen
    joined = [part.propositions for part in parts(seen, sure, bonds) if len(part.propositions) > 1]
    weak = store.weights_among(p for part in joined for p in part)
    return parts(seen, {**sure, **weak}, bonds)


def parts(propositions: Iterable[str], weights: Weights, bonds: Bonds) -> list[Component]:
    """The components among some propositions, in order of their first ids; other ends are left aside."""
    from sayso.link.claims import components

    inside = set(propositions)
    pairs = [(a, b) for (a, b), p in weights.items() if p >= P_LINK and a in inside and b in inside]
    pairs += [(a, b) for a, b in bonds.together if a in inside and b in inside]
    groups = components(inside, pairs)
    home = {proposition: at for at, group in enumerate(groups) for proposition in group}
    own: list[dict[tuple[str, str], float]] = [{} for _ in groups]
    for pair, p in weights.items():
        at = home.get(pair[0])
        if at is not None and home.get(pair[1]) == at:
            own[at][pair] = p
    return [Component(*one) for one in zip(groups, own, strict=True)]
