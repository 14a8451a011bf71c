"""What people decided, as making claims reads it: standing judgements, aimed at what is in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from msgspec.structs import replace

from sayso.link.bonds import UNBOUND, Bonds, Tie, bonds_of, crossing, web
from sayso.link.lineage import Party, Report
from sayso.link.outlets import key_of
from sayso.link.parties import OUTLETS, STATES
from sayso.model import Judgement, Matter, SourceKind
from sayso.pipeline.decided_values import clear
from sayso.store.store import Store

LINKING: tuple[Matter, ...] = ("same", "not-same", "stance")
CLAIM_MATTERS: tuple[Matter, ...] = (*LINKING, "origin", "kind", "outcome", "word", "evidence")
KNOWN_FROM_THE_DAY: frozenset[Matter] = frozenset({"outcome", "word", "evidence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Aimed:
    """A judgement with what each of its targets stands for in the ledger as it is: () where nothing does."""

    judgement: Judgement
    order: int
    targets: tuple[tuple[str, ...], ...]

    @property
    def first(self) -> str:
        """What its first target stands for; "" where nothing does."""
        return next((one for group in self.targets[:1] for one in group), "")

    @property
    def every(self) -> tuple[str, ...]:
        """All that its targets stand for."""
        return tuple(one for group in self.targets for one in group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All standing judgements that claims are made with, the earliest first. Without any, nothing changes.

    One that cannot be understood, in a ledger that others wrote say, is not among them.
    """

    aimed: tuple[Aimed, ...] = ()
    ties: tuple[Tie, ...] = ()
    bonds: Bonds = UNBOUND
    kinds: Mapping[str, tuple[SourceKind, str]] = field(default_factory=dict)
    by_target: Mapping[str, tuple[Aimed, ...]] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)

    def on(self, targets: Iterable[str]) -> tuple[Aimed, ...]:
        """The judgements that are about one of these, in order."""
        found = {one.order: one for target in targets for one in self.by_target.get(target, ())}
        return tuple(found[order] for order in sorted(found))

    def web(self, propositions: Iterable[str]) -> frozenset[str]:
        """These and all that judgements tie them to, one after another."""
        return web(self.ties, propositions)

    def bonds_before(self, order: int) -> Bonds:
        """The bonds of the judgements that were made before the one with this place in the order."""
        return bonds_of([tie for tie in self.ties if self.order[tie.judgement] < order])

    def kinded(self, report: Report) -> Report:
        """The report, with the kinds that a person gave to those in its chain and to its publisher."""
        if not self.kinds:
            return report
        chain = tuple(self._kinded(party) for party in report.chain)
        return replace(report, chain=chain, publisher=self._kinded(report.publisher))

    def kinds_in(self, report: Report) -> Iterator[str]:
        """The judgements on the kind of somebody in the chain of a report, or of its publisher."""
        for party in (*report.chain, report.publisher):
            found = self._kind(party)
            if found:
                yield found[1]

    def _kind(self, party: Party) -> tuple[SourceKind, str] | None:
        if not party.named or not self.kinds:
            return None
        return self.kinds.get(party.key) or self.kinds.get(key_of(party.name))

    def _kinded(self, party: Party) -> Party:
        found = self._kind(party)
        if found is None or found[0] == party.kind:
            return party
        kind = found[0]
        state = kind in STATES or kind == "official"
        return replace(party, kind=kind, outlet=kind in OUTLETS, state=state, generic=False)


NOTHING = Decisions()


def decisions_of(
    store: Store, *, known: Collection[str] | None = None, as_of: str | None = None,
    judgements: Iterable[Judgement] | None = None,
) -> Decisions:  # fmt: skip
    """The decisions that hold for the ledger, or for what was known of it on a day.

    `known`: the ids of the documents that there are, None for all. What corrects the machine (same, not-same,
    stance, origin, kind) holds for every day; what a person came to know (outcome, word, evidence) from the
    day of the judgement on. `judgements`: made with these instead of those of the ledger.
    """
    made = store.judgements(what=CLAIM_MATTERS) if judgements is None else judgements
    standing = in_order(clear(one for one in made if one.stands and one.what in CLAIM_MATTERS))
    found = [one for one in standing if as_of is None or _known_on(one, as_of)]
    if not found:
        return NOTHING
    things = {target for one in found if one.what != "kind" for target in one.targets}
    present = standing_for(store, things, known)
    aimed = tuple(
        Aimed(judgement=one, order=order, targets=tuple(present.get(t, ()) for t in one.targets))
        for order, one in enumerate(one for one in found if _fits(one, present))
    )
    ties = tuple(tie for one in aimed for tie in ties_of(one))
    by_target: dict[str, list[Aimed]] = {}
    for one in aimed:
        for target in dict.fromkeys(one.every):
            by_target.setdefault(target, []).append(one)
    return Decisions(
        aimed=aimed, ties=ties, bonds=bonds_of(ties), kinds=_kinds(found),
        by_target={target: tuple(every) for target, every in by_target.items()},
        order={one.judgement.id: one.order for one in aimed},
    )  # fmt: skip


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """By the moment in which they were made; those of one second in the order in which they were kept."""
    return sorted(judgements, key=lambda one: one.at)


def standing_for(
    store: Store, targets: Iterable[str], known: Collection[str] | None = None
) -> dict[str, tuple[str, ...]]:
    """For each target what it stands for in the ledger as it is: itself where it is there, what stands in its
    place where a newer reading reads it otherwise, else ().

    The one place in which targets are looked up. `known`: the documents that there are, None for all.
    """
    from sayso.pipeline.targets import current_targets

    present = current_targets(store, targets)
    every = [target for ids in present.values() for target in ids]
    documents = store.documents_of(t for t in every if t.startswith("p:"))
    statements = store.statements_by_id(t for t in every if t.startswith("s:"))
    documents.update((id, statement.document) for id, statement in statements.items())
    listed = store.documents_listed(t for t in every if t.startswith("d:"))
    documents.update((id, id) for id in listed)
    return {
        target: tuple(id for id in ids if id in documents and (known is None or documents[id] in known))
        for target, ids in present.items()
    }


def ties_of(one: Aimed) -> Iterator[Tie]:
    """What a judgement says of pairs of propositions that are there; nothing for matters that say nothing."""
    made = one.judgement
    if made.what in {"same", "stance"}:
        yield from (Tie(judgement=made.id, a=a, b=b, together=True) for a, b in _chain(one.every))
    elif made.what == "not-same":
        first = first_of(made)
        sides = [[p for group in part for p in group] for part in (one.targets[:first], one.targets[first:])]
        for a, b in crossing(*sides):
            if a != b:
                yield Tie(judgement=made.id, a=a, b=b, together=False)


def _fits(judgement: Judgement, present: Mapping[str, tuple[str, ...]]) -> bool:
    return judgement.what == "kind" or not missing(judgement, {t for t, now in present.items() if now})


def first_of(judgement: Judgement) -> int:
    """How many of the targets of a `not-same` are on the one side; all others are on the other."""
    first = judgement.value.get("first", 1)
    return first if isinstance(first, int) and 0 < first < len(judgement.targets) else 1


def missing(judgement: Judgement, there: Collection[str]) -> tuple[str, ...]:
    """The targets for want of which a judgement can have no effect; () where it can have one."""
    targets = judgement.targets
    sides: Sequence[Sequence[str]]
    if judgement.what == "sign-off":
        sides = ()
    elif judgement.what == "not-same":
        first = first_of(judgement)
        sides = (targets[:first], targets[first:])
    elif judgement.what == "origin" and judgement.value.get("origin") == "own":
        sides = (targets,)
    elif judgement.what == "same":
        here = [t for t in targets if t in there]
        return () if len(here) > 1 else tuple(t for t in targets if t not in there)
    else:
        sides = tuple((target,) for target in targets)
    lacking = [side for side in sides if not any(target in there for target in side)]
    return tuple(target for side in lacking for target in side)


def _chain(every: Sequence[str]) -> list[tuple[str, str]]:
    return [(every[0], other) for other in every[1:] if other != every[0]]


def _known_on(judgement: Judgement, as_of: str) -> bool:
    return judgement.what not in KNOWN_FROM_THE_DAY or judgement.at[: len(as_of)] <= as_of


def _kinds(judgements: Iterable[Judgement]) -> dict[str, tuple[SourceKind, str]]:
    from sayso.reference.gazetteer import load_gazetteer

    found: dict[str, tuple[SourceKind, str]] = {}
    for one in judgements:
        if one.what == "kind":
            for name in one.targets:
                entry = load_gazetteer().lookup(name)
                for key in {key_of(name), *([entry.id] if entry else [])}:
                    found[key] = (one.value["kind"], one.id)
    return found


def kinds_judged(store: Store) -> Mapping[str, SourceKind]:
    """The kind that a person gave to each named source, by name as judged; the last word counts."""
    standing = in_order(clear(store.judgements(what=("kind",))))
    return {name: one.value["kind"] for one in standing for name in one.targets}


def overruled_origins(aimed: Sequence[Aimed], document_of: Mapping[str, str]) -> dict[str, str]:
    """To each judgement on an origin that a later one contradicts, that one's id.

    That something is an origin of its own, and that it shares one, cannot both be; a document stands for all
    its statements.
    """
    found: dict[str, str] = {}
    origins = [one for one in aimed if one.judgement.what == "origin"]
    for early, late in combinations(origins, 2):
        kinds = {early.judgement.value.get("origin"), late.judgement.value.get("origin")}
        if len(kinds) == 2 and _meet(early.every, late.every, document_of):
            found[early.judgement.id] = late.judgement.id
    return found


def _meet(one: Iterable[str], other: Iterable[str], document_of: Mapping[str, str]) -> bool:
    others = list(other)
    return any(a in (b, document_of.get(b)) or b == document_of.get(a) for a in one for b in others)
