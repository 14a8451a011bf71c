"""Finds what hangs together: the components of sure links and bonds, each with the links inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    return [one for portion in portions_with(store, touched, bonds, most=None) for one in portion]


def portions_with(
    store: Store, touched: Iterable[str], bonds: Bonds, most: int | None
) -> Iterator[list[Component]]:
    """The components that hold these propositions, in order of their first ids, in portions.

    A portion has `most` propositions, or one component that has more; all for None. Of one portion the links
    are held at a time.
    """
    seen, sure = _hanging_together(store, touched, bonds)
    portion: list[Component] = []
    size = 0
    for part in parts(seen, sure, bonds):
        if portion and most is not None and size + len(part.propositions) > most:
            yield _with_weak(store, portion)
            portion, size = [], 0
        portion.append(part)
        size += len(part.propositions)
    if portion:
        yield _with_weak(store, portion)


def _hanging_together(
    store: Store, touched: Iterable[str], bonds: Bonds
) -> tuple[set[str], dict[tuple[str, str], float]]:
    """The propositions that sure links or bonds join with these, these among them, and those links."""
    seen: set[str] = set()
    sure: dict[tuple[str, str], float] = {}
    rim = set(touched)
    while rim:
        seen |= rim
        found = store.weights_at(rim, P_LINK)
        sure.update(found)
        rim = ({end for pair in found for end in pair} | bonds.partners(seen)) - seen
    return seen, sure


def _with_weak(store: Store, components: Sequence[Component]) -> list[Component]:
    """The components with all links inside of them, and not only those that join them."""
    joined = [part for part in components if len(part.propositions) > 1]
    home = {p: at for at, part in enumerate(joined) for p in part.propositions}
    own: list[dict[tuple[str, str], float]] = [dict(part.weights) for part in joined]
    for (a, b), p in store.weights_among(home).items():
        if home[a] == home[b]:
            own[home[a]][a, b] = p
    whole = iter(own)
    return [replace(one, weights=next(whole)) if len(one.propositions) > 1 else one for one in components]


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
