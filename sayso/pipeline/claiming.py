"""Makes claims of linked propositions: components, members with stances, origins with reasons, status."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.link.bonds import Bonds
from sayso.link.bursts import burst
from sayso.link.by_hand import OriginRules
from sayso.link.claims import Cluster, cluster_of, grouped
from sayso.link.compare import reasons_between
from sayso.link.derivations import amplified, candidate_of, citations
from sayso.link.lineage import Report, Testimony
from sayso.link.mark import Mark, Outline
from sayso.link.origins import origins_of
from sayso.link.outlets import key_of, same_name
from sayso.link.related import citing
from sayso.link.sketches import Sketch
from sayso.link.stance import stances, tells_of_change
from sayso.link.status import FOR, status_of, withdrawn_documents
from sayso.link.values import values_of, with_another_value
from sayso.link.view import Bases, View, bases_of, view_of
from sayso.model import Claim, Derivation, Member, Origins
from sayso.pipeline.components import Component, components_with, parts, portions_with
from sayso.pipeline.deciding import Deciding
from sayso.pipeline.decisions import NOTHING, Decisions, decisions_of
from sayso.pipeline.proposing import Edge, Proposed, surest, unshown, with_chosen
from sayso.pipeline.reprints import Reprints
from sayso.store.store import Store

MOST_NOTICES = 12
OTHER_VALUES = "Its origins give different numbers: they tell of one event, and do not confirm each other's."
_MARK = msgspec.msgpack.Decoder(Mark)
_OUTLINE = msgspec.msgpack.Decoder(Outline)
MOST_VIEWS = 4096  # that are kept at once, some kilobytes each
PORTION = 6000  # propositions whose claims are made at once, more where they hang together
AT_ONCE = 2000  # members of claims whose links are held at once, hundreds of each


def rebuild(store: Store, touched: Iterable[str]) -> frozenset[str]:
    """Makes the claims of these propositions, and of all that are linked with them, anew; the ids of those
    that were made.

    Who belongs with whom is worked out for whole components. A claim with the same members as before, none of
    which is touched, is what it was but for what it proposes: it is left as it is.
    """
    decisions = decisions_of(store)
    ends = set(decisions.web(touched))
    found: set[str] = set()
    for components in portions_with(store, ends, decisions.bonds, PORTION):
        found |= _rebuilt(store, components, ends, decisions)
    return frozenset(found)


def _rebuilt(
    store: Store, components: Sequence[Component], touched: set[str], decisions: Decisions
) -> set[str]:
    """Makes the claims of whole components anew; the ids of those that were made."""
    propositions = [p for component in components for p in component.propositions]
    ends = touched.union(p for p in propositions if p in decisions.by_target)
    homes = store.claims_of(propositions)
    workshop = Workshop(store, decisions=decisions)
    workshop.look(propositions)
    made = [one for component in components for one in workshop.groups(component)]
    kept = unchanged((group for group, _ in made), homes, ends)
    changed = [one for one in made if homes.get(one[0][0]) not in kept]
    workshop.load(p for group, _ in changed for p in group)
    claims = workshop.proposing([workshop.bare(*one) for one in changed])
    store.replace_claims(set(homes.values()) - kept, claims)
    return {claim.id for claim in claims}


def retell(store: Store, touched: Iterable[str]) -> None:
    """Makes the claims of these propositions anew of the members that they have: nobody is moved.

    For what is decided of a claim and moves nobody in or out of it. A proposition that is in no claim yet has
    its component made anew.
    """
    ends = set(touched)
    homes = store.claims_of(ends)
    if homes.keys() != ends:
        rebuild(store, ends)
        return
    decisions = decisions_of(store)
    found = store.claims_by_id(sorted(set(homes.values())))
    groups = [sorted(m.proposition for m in found[id].statements) for id in sorted(found)]
    workshop = Workshop(store, decisions=decisions)
    every = [p for group in groups for p in group]
    workshop.load(every)
    new = [workshop.bare(group, workshop.deciding(group)) for group in groups]
    store.replace_claims(found, workshop.proposing(new))


def unchanged(made: Iterable[Sequence[str]], homes: Mapping[str, str], touched: Collection[str]) -> set[str]:
    """The ids of the claims that have the members that they had, none of them touched."""
    held: dict[str, set[str]] = {}
    for proposition, claim in homes.items():
        held.setdefault(claim, set()).add(proposition)
    found: set[str] = set()
    for group in made:
        id = homes.get(group[0])
        if id is not None and held[id] == set(group) and held[id].isdisjoint(touched):
            found.add(id)
    return found


def claims_among(
    store: Store, propositions: Iterable[str], known: frozenset[str], as_of: str | None = None,
    decided: Decisions | None = None,
) -> tuple[Claim, ...]:  # fmt: skip
    """The claims that these propositions and those linked with them make of what the known documents say.

    Every one of them is made anew; `sayso.pipeline.earlier` takes from the store what is stored. `decided`:
    made with these decisions instead of those that hold on the day.
    """
    decisions = decisions_of(store, known=known, as_of=as_of) if decided is None else decided
    components = components_with(store, decisions.web(propositions), decisions.bonds)
    documents = store.documents_of(p for component in components for p in component.propositions)
    there = {p for p, document in documents.items() if document in known}
    workshop = Workshop(store, known=known, decisions=decisions)
    workshop.load(there)
    inside = (
        part
        for component in components
        for part in parts(there.intersection(component.propositions), component.weights, decisions.bonds)
    )
    return tuple(workshop.proposing([claim for part in inside for claim in workshop.claims(part)]))


def claims_without(store: Store, claims: Iterable[Claim], gone: Collection[str]) -> dict[str, Claim]:
    """What these claims say without some documents, by id, and without proposals; those that only these tell
    of are left out.

    The other members stay together: nobody is grouped anew, which may take minutes where thousands of claims
    are linked.
    """
    known = frozenset(store.documents_between("", "9999-12-31")) - frozenset(gone)
    kept = {c.id: [m.proposition for m in c.statements if m.document in known] for c in claims}
    workshop = Workshop(store, known=known, decisions=decisions_of(store, known=known))
    every = [p for group in kept.values() for p in group]
    workshop.load(every)
    groups = {id: [p for p in group if p in workshop.marks] for id, group in kept.items()}
    return {id: workshop.bare(group, workshop.deciding(group)) for id, group in groups.items() if group}


@dataclass(slots=True)
class Workshop:
    """The rows that making claims needs, fetched once. `known`: the documents there are, None for all."""

    store: Store
    known: frozenset[str] | None = None
    decisions: Decisions = NOTHING
    blobs: dict[str, bytes] = field(default_factory=dict)
    compasses: dict[str, Bases] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    edges: dict[str, list[Derivation]] = field(default_factory=dict)
    sketches: dict[str, Sketch] = field(default_factory=dict)
    reprints: Reprints = field(init=False)

    def __post_init__(self) -> None:
        """Nothing has been compared yet."""
        self.reprints = Reprints(self.store)

    def look(self, propositions: Iterable[str]) -> None:
        """Fetches the marks of these propositions; no more of them is decoded than grouping needs."""
        for p, blob in self.store.marks(p for p in propositions if p not in self.compasses).items():
            outline = _OUTLINE.decode(blob)
            if self.known is None or outline.document in self.known:
                self.compasses[p] = bases_of(outline.directions)
                self.blobs[p] = blob

    def gather(self, propositions: Iterable[str]) -> None:
        """Fetches the marks of these propositions whole."""
        wanted = list(propositions)
        self.look(wanted)
        self.marks.update((p, _MARK.decode(self.blobs.pop(p))) for p in wanted if p in self.blobs)

    def view(self, proposition: str) -> View:
        """The view of a proposition that was looked at; the last ones made are kept."""
        if proposition not in self.views:
            if len(self.views) >= MOST_VIEWS:
                self.views.clear()
            if proposition in self.blobs:
                self.marks[proposition] = _MARK.decode(self.blobs.pop(proposition))
            self.views[proposition] = view_of(self.marks[proposition])
        return self.views[proposition]

    def load(self, propositions: Iterable[str]) -> None:
        """Fetches marks, reports, edges and sketches of these propositions."""
        inside = set(propositions)
        self.gather(inside)
        report = msgspec.msgpack.Decoder(Report).decode
        marks = [self.marks[p] for p in inside if p in self.marks]
        found = self.store.reports({mark.statement for mark in marks})
        self.reports = {s: self.decisions.kinded(report(blob)) for s, blob in found.items()}
        documents = {mark.document for mark in marks}
        for edge in self.store.derivations_of(documents):
            if self.known is None or (
                edge.document in self.known and (edge.of or edge.document) in self.known
            ):
                self.edges.setdefault(edge.document, []).append(edge)
        sketch = msgspec.msgpack.Decoder(Sketch).decode
        self.sketches = {d: sketch(blob) for d, blob in self.store.sketches(documents).items()}

    def groups(self, component: Component) -> list[tuple[list[str], Deciding]]:
        """The propositions of one component by claim, each with what people decided of the component.

        They have been looked at; what has no mark, or is of no known document, is left out.
        """
        regroup = self._grouping(component)
        decided = Deciding(self.decisions, regroup)
        return [(group, decided) for group in regroup(self.decisions.bonds)]

    def claims(self, component: Component) -> list[Claim]:
        """The claims that one component makes, of what was loaded, without what may belong to them."""
        return [self.bare(*one) for one in self.groups(component)]

    def deciding(self, group: Sequence[str]) -> Deciding:
        """What people decided of the component of a claim; that is fetched only if it is asked for."""

        def regroup(bonds: Bonds) -> list[list[str]]:
            whole = components_with(self.store, self.decisions.web(group), self.decisions.bonds)
            self.look(p for component in whole for p in component.propositions)
            return [found for component in whole for found in self._grouping(component)(bonds)]

        return Deciding(self.decisions, regroup)

    def _grouping(self, component: Component) -> Callable[[Bonds], list[list[str]]]:
        """What gives the claims of a component as they are with some bonds."""
        inside = {p: self.compasses[p] for p in component.propositions if p in self.compasses}
        weights = component.weights
        if len(inside) < len(component.propositions):
            weights = {(a, b): p for (a, b), p in weights.items() if a in inside and b in inside}
        return lambda bonds: grouped(inside, weights, self.view, bonds)

    def bare(self, group: Sequence[str], decided: Deciding) -> Claim:
        """The claim of propositions that belong together, without what may belong to it: half of the work."""
        return self._claim(cluster_of([self.view(p) for p in group]), decided)

    def proposing(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with what may belong to them, of all their links; whatever they proposed before."""
        bare = (msgspec.structs.replace(claim, proposals=()) for claim in claims)
        return [one for some in _portions(bare) for one in self._choosing(some)]

    def _choosing(self, claims: Sequence[Claim]) -> list[Claim]:
        groups = [frozenset(member.proposition for member in claim.statements) for claim in claims]
        edges = self.store.ends_of(p for group in groups for p in group)
        return self.told(claims, surest(groups, edges, self.decisions.bonds, self._there(edges)))

    def _there(self, edges: Iterable[Edge]) -> frozenset[str] | None:
        """Which ends of links are there, where not all are."""
        if self.known is None:
            return None
        documents = self.store.documents_of(end for _, a, b in edges for end in (a, b))
        return frozenset(p for p, document in documents.items() if document in self.known)

    def told(self, claims: Sequence[Claim], chosen: Sequence[Sequence[Proposed]]) -> list[Claim]:
        """The claims with what was chosen for each."""
        fresh = [unshown(*one) for one in zip(claims, chosen, strict=True)]
        members = (
            m.proposition for claim, new in zip(claims, fresh, strict=True) if new for m in claim.statements
        )
        wanted = [one for new in fresh for one in new]
        self.gather({*members, *(one.other for one in wanted)} - self.marks.keys())
        why = self._whys(one.pair for one in wanted)
        return [with_chosen(*one, self.marks, why) for one in zip(claims, chosen, strict=True)]

    def _whys(self, pairs: Iterable[tuple[str, str]]) -> Callable[[str, str], tuple[str, ...]]:
        """What gives the reasons of the links between these pairs, whose marks have been gathered."""
        decode = msgspec.msgpack.Decoder(Report).decode
        statements = {self.marks[p].statement for pair in pairs for p in pair if p in self.marks}
        reports = {s: decode(blob) for s, blob in self.store.reports(statements).items()}

        def why(a: str, b: str) -> tuple[str, ...]:
            one, other = (reports.get(self.marks[end].statement) for end in (a, b))
            said = citing(one, other) if one and other else ""
            return (*reasons_between(self.view(a), self.view(b)), *([said] if said else []))

        return why

    def _claim(self, made: Cluster, decided: Deciding) -> Claim:
        members = decided.members(made, stances(made))
        reports = {m.id: self.reports[m.id] for m in members if m.id in self.reports}
        edges = self.derivations(members, reports)
        copied = self.reprints.copied(members, edges)
        sides = [
            [Testimony(report=reports[m.id], copied=copied[m.proposition])
             for m in members if m.stance in side and m.id in reports and not tells_of_change(m)]
            for side in (FOR, {"denies"})
        ]  # fmt: skip
        rules = decided.rules(members)
        support, against = (origins_of(side, edges, rules) for side in sides)
        agreed, told = self._agreed(made, sides[0], edges, support, rules)
        retractions = {d for d in (m.document for m in members) if self._retracts(d)}
        bursts = [
            said
            for side, found in zip(sides, (support, against), strict=True)
            if (said := burst(side, found))
        ]
        gone = withdrawn_documents(members, edges, retractions)
        claim = Claim(
            id=made.id, gist=made.gist.text, status=status_of(members, reports, agreed, gone), as_of=None,
            statements=members, values=values_of(made), origins=support, origins_against=against,
            notices=(*told, *bursts, *self._notices(members, reports, edges)),
        )  # fmt: skip
        return decided.finished(claim, made, reports)

    @staticmethod
    def _agreed(
        made: Cluster,
        support: Sequence[Testimony],
        edges: Sequence[Derivation],
        found: Origins,
        rules: OriginRules,
    ) -> tuple[Origins, tuple[str, ...]]:
        """The origins of those who give the claim's own amount, and what to say where others do not."""
        other = with_another_value(made)
        agreeing = [one for one in support if one.report.statement not in other]
        if found.low < 2 or len(agreeing) == len(support):
            return found, ()
        agreed = origins_of(agreeing, edges, rules)
        return agreed, () if agreed.low >= 2 else (OTHER_VALUES,)

    def _retracts(self, document: str) -> bool:
        sketch = self.sketches.get(document)
        return sketch is not None and sketch.retraction

    def derivations(self, members: Sequence[Member], reports: Mapping[str, Report]) -> tuple[Derivation, ...]:
        """Every edge that concerns the claim: copies and corrections, and citations among its members."""
        pool = [candidate_of(report) for report in reports.values()]
        found: dict[str, Derivation] = {}
        for document in {member.document for member in members}:
            stored = self.edges.get(document, ())
            found.update((edge.id, edge) for edge in stored if not _known_better(edge, stored))
        for report in reports.values():
            found.update((edge.id, edge) for edge in citations(report, pool))
        return tuple(found[id] for id in sorted(found))

    def _notices(
        self, members: Sequence[Member], reports: Mapping[str, Report], edges: Sequence[Derivation]
    ) -> tuple[str, ...]:
        """What a reader must know: corrections, and relays that say more than those they have it from."""
        inside = {member.document for member in members}
        found = [_correction(edge) for edge in edges if edge.kind == "corrects" and edge.document in inside]
        by_document: dict[str, list[Report]] = {}
        for member in members:
            if member.id in reports and member.stance in FOR:
                by_document.setdefault(member.document, []).append(reports[member.id])
        for edge in edges:
            if edge.kind == "cites" and edge.of in by_document and edge.document in by_document:
                found += _louder(by_document[edge.document], by_document[edge.of])
        return tuple(dict.fromkeys(found))[:MOST_NOTICES]


def _known_better(edge: Derivation, others: Iterable[Derivation]) -> bool:
    """Whether a credit to a text that was never read is explained by a copy of a text that was."""
    if edge.of is not None or edge.kind != "copies":
        return False
    return any(
        o.of and o.kind == "copies" and same_name(key_of(o.outlet), key_of(edge.outlet)) for o in others
    )


def _louder(outer: Iterable[Report], inner: Sequence[Report]) -> list[str]:
    return [said for a in outer for b in inner if (said := amplified(a, b, inner))]


def _correction(edge: Derivation) -> str:
    return f"{edge.outlet or 'The publisher'} corrected its report: {' '.join(edge.evidence)}"


def _portions(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The claims in portions of a bounded number of members, but for a claim that has more by itself."""
    portion: list[Claim] = []
    members = 0
    for claim in claims:
        if portion and members + len(claim.statements) > AT_ONCE:
            yield portion
            portion, members = [], 0
        portion.append(claim)
        members += len(claim.statements)
    if portion:
        yield portion


def derivations_of_claim(store: Store, claim: Claim) -> tuple[Derivation, ...]:
    """Every edge that concerns a claim, by id: copies, corrections, the citations among its members."""
    known = frozenset(member.document for member in claim.statements)
    workshop = Workshop(store, known=known, decisions=decisions_of(store, known=known))
    workshop.load(member.proposition for member in claim.statements)
    reports = {m.id: workshop.reports[m.id] for m in claim.statements if m.id in workshop.reports}
    return workshop.derivations(claim.statements, reports)
