"""Claims with one stage after another taken from gold: what is still wrong then is the other stages' doing.

Given claims: what the reader found is put together as the gold has it. Given stances, too: each member takes
the gold's side. Given copies, too: which text is a copy, translation or correction of which is as the gold
has it. What is left is reading (a member that was not found, a source, a chain) and the counting of origins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import combinations
from unittest.mock import patch

import msgspec

from bench.ledger.gold import GoldLedger, GoldMember
from bench.ledger.matching import Place, found_in, match
from sayso.link.bonds import UNBOUND
from sayso.link.claims import Cluster
from sayso.link.lineage import Report
from sayso.link.stance import stances
from sayso.model import Claim, Derivation, Member, derivation_id
from sayso.pipeline import claiming
from sayso.pipeline.components import parts
from sayso.store import LinkRow
from sayso.store.store import Store

STAGES = ("raw text", "claims given", "stances given", "copies given")
SURE = 0.999


def members_found(
    gold: GoldLedger,
    claims: Sequence[Claim],
    place: Callable[[Member], Place | None],
    text: Callable[[str], str],
) -> dict[str, tuple[str, GoldMember]]:
    """The gold's claim and member of each proposition that the system found."""
    placed = [member for claim in claims for member in claim.statements if place(member) is not None]
    matching = match(gold, found_in(claims, place), text)
    return {placed[at].proposition: matching.gold[number] for number, at in matching.same.items()}


def claims_given(
    store: Store, found: Mapping[str, tuple[str, GoldMember]], gold: GoldLedger, names: Mapping[str, str],
    *, stage: str,
) -> tuple[Claim, ...]:  # fmt: skip
    """The claims as the pipeline makes them when it is given all up to `stage` (one of STAGES but the first).

    `names`: the id of each document by the gold's name for it.
    """
    groups: dict[str, list[str]] = {}
    for proposition, (name, _) in found.items():
        groups.setdefault(name, []).append(proposition)
    links = [
        LinkRow(a=min(pair), b=max(pair), p=SURE, relation="same")
        for group in groups.values()
        for pair in combinations(sorted(group), 2)
    ]
    with ExitStack() as inside:
        if stage != "claims given":
            inside.enter_context(_stances_of(found))
        if stage == "copies given":
            inside.enter_context(_copies_of(gold, names))
        workshop = claiming.Workshop(store)
        workshop.load(found)
        alone = [parts(group, {(x.a, x.b): x.p for x in links}, UNBOUND) for group in groups.values()]
        return tuple(claim for group in alone for part in group for claim in workshop.claims(part))


@contextmanager
def _stances_of(found: Mapping[str, tuple[str, GoldMember]]) -> Iterator[None]:
    """Inside, every member takes the side that the gold says."""

    def told(made: Cluster) -> tuple[Member, ...]:
        return tuple(
            msgspec.structs.replace(one, stance=member.stance, scope=member.scope)
            for one in stances(made)
            for member in (found[one.proposition][1],)
        )

    with patch.object(claiming, "stances", told):
        yield


@contextmanager
def _copies_of(gold: GoldLedger, names: Mapping[str, str]) -> Iterator[None]:
    """Inside, copies, translations and corrections are the gold's; citations are what the reader read."""
    found = claiming.Workshop.derivations
    edges = [
        Derivation(
            id=derivation_id(edge.kind, names[edge.document], names[edge.of], "", None), kind=edge.kind,
            document=names[edge.document], of=names[edge.of], outlet=edge.outlet, p=1.0,
            evidence=("as the gold says",),
        )
        for edge in gold.derivations
        if edge.of and edge.kind != "cites"
    ]  # fmt: skip

    def told(
        self: claiming.Workshop, members: Sequence[Member], reports: Mapping[str, Report]
    ) -> tuple[Derivation, ...]:
        inside = {member.document for member in members}
        own = found(self, members, reports)
        shares = {(e.document, e.of): e.share for e in own if e.kind != "cites"}
        true = [
            msgspec.structs.replace(e, share=shares.get((e.document, e.of)))
            for e in edges
            if e.document in inside
        ]
        return tuple(sorted([*true, *(e for e in own if e.kind == "cites")], key=lambda e: e.id))

    with patch.object(claiming.Workshop, "derivations", told):
        yield


def all_read(gold: GoldLedger, found: Mapping[str, tuple[str, GoldMember]]) -> GoldLedger:
    """The gold with only those origins to judge whose claim's members were all found by the reader."""
    counted: dict[str, int] = {}
    for name, _ in found.values():
        counted[name] = counted.get(name, 0) + 1
    whole = {claim.name for claim in gold.claims if counted.get(claim.name, 0) == len(claim.members)}
    return msgspec.structs.replace(gold, origins=tuple(one for one in gold.origins if one.claim in whole))
