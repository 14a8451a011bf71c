"""Claims as known on a day. What no later document and no later word touches is what is stored; only the
rest is made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from sayso.model import Claim
from sayso.pipeline.claiming import Workshop, unchanged
from sayso.pipeline.components import Component, components_with, parts
from sayso.pipeline.deciding import Deciding
from sayso.pipeline.decisions import Decisions, decisions_of
from sayso.pipeline.memory import Memory
from sayso.pipeline.proposing import MOST_PROPOSALS
from sayso.store.store import Store

LINKING = "link"  # the stage without which a document is in no claim yet
MOST_DAYS = 4
_KEPT = Memory(MOST_DAYS)
Group = tuple[list[str], Deciding | None]  # the propositions of a claim, sorted; None: as they are stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """How the claims of a day differ from the stored ones all of whose documents were there by then.

    `gone`: the ids of those that do not hold on that day; `made`: what is there instead, without proposals.
    """

    gone: frozenset[str] = frozenset()
    made: tuple[Claim, ...] = ()


def claims_on(store: Store, propositions: Iterable[str], as_of: str) -> tuple[Claim, ...]:
    """The claims that these propositions and those linked with them make of what was there on a day.

    Without proposals, which cost as much again: `with_proposals` gives them.
    """
    day = Day(store=store, as_of=as_of)
    bonds = day.decisions.bonds
    groups, homes = day.groups(components_with(store, day.decisions.web(propositions), bonds))
    kept = day.kept(groups, homes)
    stored = (replace(claim, proposals=()) for claim in store.claims_by_id(sorted(kept)).values())
    found = (*stored, *day.made(groups, homes, kept))
    at = {member.proposition: claim for claim in found for member in claim.statements}
    return tuple(at[group[0]] for group, _ in groups)


def with_proposals(store: Store, claims: Iterable[Claim], as_of: str) -> list[Claim]:
    """Claims of a day with what may belong to them of what was there then."""
    return Day(store=store, as_of=as_of).seen((), claims)


def differing(store: Store, as_of: str) -> Differing:
    """How the claims of a day differ from the stored ones; kept for the last few days that were asked for."""
    head = store.head()
    if head is None or store.pending(LINKING):
        return _differing(store, as_of)
    return _KEPT.of((str(store.path), head.hash), as_of, lambda: _differing(store, as_of))


def _differing(store: Store, as_of: str) -> Differing:
    day = Day(store=store, as_of=as_of)
    bonds = day.decisions.bonds
    groups, homes = day.groups(components_with(store, day.decisions.web(day.rim()), bonds))
    kept = day.kept(groups, homes)
    early = {homes[p] for group, _ in groups for p in group if p in homes}
    made = day.made(groups, homes, kept)
    return Differing(gone=frozenset(early - kept), made=tuple(made))


@dataclass(kw_only=True)
class Day:
    """The ledger as it was on a day (ISO); what is needed twice is fetched once."""

    store: Store
    as_of: str
    workshop: Workshop = field(init=False)

    def __post_init__(self) -> None:
        """Nothing has been fetched yet."""
        self.workshop = Workshop(self.store, known=self.known, decisions=self.decisions)

    @cached_property
    def known(self) -> frozenset[str]:
        """The documents that were there."""
        return frozenset(self.store.documents_between("", self.as_of))

    @cached_property
    def decisions(self) -> Decisions:
        """What people had decided."""
        return decisions_of(self.store, known=self.known, as_of=self.as_of)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The stored claims that may hold otherwise though their members do not change: those about which
        anybody decided something, and those that lean on a document that came later.
        """
        store, targets = self.store, decisions_of(self.store).by_target
        statements = store.statements_by_id(t for t in targets if t.startswith("s:")).values()
        documents = {t for t in targets if t.startswith("d:")} | {one.document for one in statements}
        judged = store.claims_of(t for t in targets if t.startswith("p:")).values()
        return frozenset({*judged, *store.claims_in(documents | store.leaning_after(self.as_of))})

    def rim(self) -> set[str]:
        """Propositions from which all components are reached that later documents or decisions touch."""
        store = self.store
        if 2 * len(self.known) < store.count_documents():
            return set(store.members_by(self.as_of))
        decided = store.claims_by_id(self.touched).values()
        return {*store.members_after(self.as_of), *(m.proposition for c in decided for m in c.statements)}

    def groups(self, components: Sequence[Component]) -> tuple[list[Group], dict[str, str]]:
        """The propositions of each claim that these components made on the day, in order; and the stored
        claim of each of their propositions, of later ones too.

        A component that was whole by then, and is not touched, makes what is stored.
        """
        every = [p for component in components for p in component.propositions]
        homes = self.store.claims_of(every)
        documents = self.store.documents_of(every)
        there = {p for p, document in documents.items() if document in self.known}
        found: list[Group] = []
        for component in components:
            if all(p in there and self._is_stored(homes.get(p)) for p in component.propositions):
                found += [(group, None) for group in _by_home(component, homes)]
            else:
                found += self._regrouped(component, there)
        return found, homes

    def _is_stored(self, claim: str | None) -> bool:
        return claim is not None and claim not in self.touched

    def _regrouped(self, component: Component, there: set[str]) -> Iterable[Group]:
        inside = there.intersection(component.propositions)
        self.workshop.look(inside)
        for part in parts(inside, component.weights, self.decisions.bonds):
            yield from self.workshop.groups(part)

    def kept(self, groups: Iterable[Group], homes: dict[str, str]) -> set[str]:
        """The stored claims that are among the groups, and hold on the day, but for what they propose."""
        return unchanged((group for group, _ in groups), homes, ()) - self.touched

    def made(self, groups: Iterable[Group], homes: Mapping[str, str], kept: Collection[str]) -> list[Claim]:
        """The claims of those groups that are not kept, without proposals."""
        wanted = [one for one in groups if homes.get(one[0][0]) not in kept]
        self.workshop.load(p for group, _ in wanted for p in group)
        return [self.workshop.bare(g, d or self.workshop.deciding(g)) for g, d in wanted]

    def seen(self, stored: Iterable[Claim], made: Iterable[Claim] = ()) -> list[Claim]:
        """Stored claims that hold on the day, and made ones, with the proposals that there were."""
        found = [*((claim, self._proposed(claim)) for claim in stored), *((claim, None) for claim in made)]
        cut = iter(self.workshop.proposing(claim for claim, seen in found if seen is None))
        return [next(cut) if seen is None else seen for _, seen in found]

    def _proposed(self, claim: Claim) -> Claim | None:
        """The claim with those proposals that were there; None where they must be found."""
        there = tuple(m for m in claim.proposals if m.document in self.known)
        if len(there) == len(claim.proposals):
            return claim
        return replace(claim, proposals=there) if len(claim.proposals) < MOST_PROPOSALS else None


def _by_home(component: Component, homes: dict[str, str]) -> list[list[str]]:
    """The propositions of a component by their stored claims, in order; the propositions are sorted."""
    found: dict[str, list[str]] = {}
    for proposition in component.propositions:
        found.setdefault(homes[proposition], []).append(proposition)
    return sorted(found.values())
