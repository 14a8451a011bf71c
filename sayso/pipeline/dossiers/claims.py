"""The claims of a subject: ranked by a stated rule, each with its origins, and its denials beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.model import Claim, DossierClaim, Member, OriginGroup, Quote, Spans
from sayso.pipeline.dossiers.finding import Found
from sayso.pipeline.dossiers.quoting import Texts, in_order, once, plain
from sayso.pipeline.earlier import claims_on
from sayso.pipeline.valuing import with_support
from sayso.pipeline.weighing import weigh
from sayso.store.store import Store

FEWEST_MAIN = 5  # where fewer are carried by several or denied, those that follow in rank fill up
MOST_DENIALS = 6
MOST_FURTHER = 4
MOST_REVISED = 3
SILENT = frozenset({"decline", "unconfirmed", "ask"})  # acts that claim nothing of the matter
LESS = frozenset({"single-origin", "unconfirmed"})
Place = tuple[str, Spans]


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the subject with the words that give it, and how many terms one of its statements names."""

    claim: Claim
    lead: Quote
    named: int

    @property
    def rank(self) -> tuple[int, int, bool, int, str, str]:
        """What ranks it: terms named, outlets, whether denied, documents; then the earliest, then its id."""
        outlets = len({m.publisher or m.document for m in self.claim.statements})
        days = [m.published for m in self.claim.statements if m.published]
        documents = len({m.document for m in self.claim.statements})
        denied = self.claim.origins_against.count > 0
        return (-self.named, -outlets, not denied, -documents, min(days, default="9999"), self.claim.id)

    @property
    def carried(self) -> bool:
        """Whether more than one document carries it, or somebody denies it."""
        several = len({m.document for m in self.claim.statements}) > 1
        return several or bool(self.claim.origins_against.count)


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of a subject in rank: the main ones, and what of the rest has one origin or none.

    `every` has all of them; `repeated` is how many stand in words that a claim before them is quoted by.
    """

    every: tuple[Ranked, ...] = ()
    main: tuple[Ranked, ...] = ()
    uncertain: tuple[Ranked, ...] = ()
    repeated: int = 0


def claims_of(store: Store, found: Found, texts: Texts, as_of: str | None) -> Chosen:
    """The claims with a statement of the subject, as known on a day; none for no statements."""
    members = [p.id for statement in found.statements.values() for p in statement.propositions]
    if not members:
        return Chosen()
    if as_of is None:
        made = list(store.claims_by_id(store.claims_of(members).values()).values())
    else:
        wanted = set(members)
        every = claims_on(store, members, as_of)
        made = [c for c in every if any(m.proposition in wanted for m in c.statements)]
    texts.fetch({m.document for claim in made for m in claim.statements})
    ranked = [one for claim in made if (one := _ranked(with_support(claim), found, texts))]
    return _chosen(sorted(ranked, key=lambda one: one.rank))


def _ranked(claim: Claim, found: Found, texts: Texts) -> Ranked | None:
    lead = lead_of(claim, texts)
    if lead is None:
        return None
    named = max((found.named.get(member.id, 0) for member in claim.statements), default=0)
    return Ranked(claim=claim, lead=lead, named=named)


def lead_of(claim: Claim, texts: Texts) -> Quote | None:
    """The words that give a claim: of whoever gives its gist, else of the earliest that says it."""
    order = sorted(
        claim.statements,
        key=lambda m: (m.stance == "denies", bool(m.why), m.published or "9999", m.document, m.proposition),
    )
    return next((quote for m in order if (quote := texts.of_member(m))), None)


def _chosen(ranked: Sequence[Ranked]) -> Chosen:
    """Each printed place leads once; what only says that nothing is said is left to the open questions."""
    taken: set[Place] = set()
    kept: list[Ranked] = []
    for one in ranked:
        place = (one.lead.document, one.lead.spans)
        if place not in taken and one.lead.act not in SILENT:
            taken.add(place)
            kept.append(one)
    main = [one for one in kept if one.carried]
    more = [one for one in kept if not one.carried]
    filled = max(0, FEWEST_MAIN - len(main))
    main = sorted([*main, *more[:filled]], key=lambda one: one.rank)
    leading = {one.claim.id for one in main}
    rest = [one for one in kept if one.claim.status in LESS and one.claim.id not in leading]
    silent = sum(one.lead.act in SILENT for one in ranked)
    return Chosen(
        every=tuple(ranked), main=tuple(main), uncertain=tuple(rest),
        repeated=len(ranked) - len(kept) - silent,
    )  # fmt: skip


def told(
    store: Store, ranked: Sequence[Ranked], texts: Texts, as_of: str | None, *, whole: bool = True
) -> tuple[DossierClaim, ...]:
    """The claims as a brief tells them, in their order; weighed, with all sides, where `whole`."""
    claims: Sequence[Claim] = [one.claim for one in ranked]
    weighed = weigh(store, claims, as_of=as_of) if whole else claims
    return tuple(
        _told(claim, one, texts, whole=whole) for claim, one in zip(weighed, ranked, strict=True)
    )  # fmt: skip


def _told(claim: Claim, one: Ranked, texts: Texts, *, whole: bool) -> DossierClaim:
    days = sorted(m.published for m in claim.statements if m.published)
    sides = _sides(claim, one.lead, texts) if whole else ([], [], [])
    found = claim.assessment
    return DossierClaim(
        id=claim.id, status=claim.status, lead=one.lead, further=tuple(sides[0]), denied=tuple(sides[1]),
        revised=tuple(sides[2]), statements=len(claim.statements),
        documents=len({m.document for m in claim.statements}), publishers=_publishers(claim.statements),
        first=days[0] if days else None, last=days[-1] if days else None, origins=claim.origins,
        origins_against=claim.origins_against, values=claim.values, notices=claim.notices,
        likelihood=found.likelihood if found else None, confidence=found.confidence if found else None,
        admiralty=found.admiralty if found else None, said=found.said if found else (), named=one.named,
    )  # fmt: skip


def _publishers(members: Iterable[Member]) -> tuple[str, ...]:
    ordered = sorted(members, key=lambda m: (m.published or "9999", m.publisher or "", m.id))
    return tuple(dict.fromkeys(m.publisher or "" for m in ordered))


def _sides(claim: Claim, lead: Quote, texts: Texts) -> tuple[list[Quote], list[Quote], list[Quote]]:
    """One quote of each other origin, the denials, and what tells of it later; the same words stand once.

    A denial stands in its place also where its sentence is the one that is denied.
    """
    by_id = {m.id: m for m in claim.statements if m.stance == "supports"}
    own = next((g for g in claim.origins.groups if lead.statement in g.statements), None)
    further = [
        _first(group, by_id, texts) for group in claim.origins.groups if own is None or group != own
    ]  # fmt: skip
    denied = [texts.of_member(m) for m in claim.statements if m.stance == "denies"]
    revised = [texts.of_member(m) for m in claim.statements if m.stance == "updates"]
    taken = {plain(lead)}
    return (
        _fresh(further, taken)[:MOST_FURTHER], _fresh(denied, set())[:MOST_DENIALS],
        _fresh(revised, taken)[:MOST_REVISED],
    )  # fmt: skip


def _first(group: OriginGroup, by_id: Mapping[str, Member], texts: Texts) -> Quote | None:
    members = [by_id[id] for id in group.statements if id in by_id]
    first = min(members, key=lambda m: (m.published or "9999", m.document, m.proposition), default=None)
    return texts.of_member(first) if first else None


def _fresh(quotes: Iterable[Quote | None], taken: set[str]) -> list[Quote]:
    """The quotes in order of publication whose words were not quoted yet."""
    found = []
    for quote in in_order(once(quotes)):
        if plain(quote) not in taken:
            taken.add(plain(quote))
            found.append(quote)
    return found


def loose_denials(chosen: Chosen, found: Found, texts: Texts) -> list[Quote]:
    """The denials among the subject's statements that are joined to no claim which somebody makes, without
    those that are told as main claims themselves.
    """
    joined = {
        m.id for one in chosen.every if one.claim.origins.count for m in one.claim.statements
        if m.stance == "denies"
    }  # fmt: skip
    leading = {plain(one.lead) for one in chosen.main}
    denying = [s for s in found.statements.values() if s.act == "deny" and s.id not in joined]
    return _fresh((texts.quote(statement) for statement in denying), leading)
