"""Gold in the shape of a system's output: a ledger without a mistake, and one that counts outlets.

With it a stage can be measured as if all others were right, and the scores can be shown to reach their ends.
"""

from collections.abc import Callable, Mapping

from bench.ledger.gold import GoldClaim, GoldLedger, GoldMember, GoldSide
from bench.ledger.matching import Place
from sayso.model import Span
from sayso.model.claim import Claim, Member
from sayso.model.origin import OriginGroup, Origins


def claims_of(gold: GoldLedger) -> tuple[Claim, ...]:
    """The gold's claims with their true origins; for claims of one document none are kept."""
    sides = {one.claim: (one.support, one.denial) for one in gold.origins}
    return tuple(
        _claim(gold, claim, *(_origins(side) for side in sides.get(claim.name, (GoldSide(), GoldSide()))))
        for claim in gold.claims
    )


def outlets_counted(gold: GoldLedger, publishers: Mapping[str, str]) -> tuple[Claim, ...]:
    """The gold's claims with as many origins as outlets that take the side: the usual corroboration."""
    return tuple(
        _claim(
            gold,
            claim,
            _counted(claim, ("supports", "updates"), publishers),
            _counted(claim, ("denies",), publishers),
        )
        for claim in gold.claims
    )


def place_in(gold: GoldLedger) -> Callable[[Member], Place | None]:
    """Where the members that `claims_of` made stand."""
    places = {
        _id(member): (member.document, tuple(Span(start, end) for start, end in member.spans))
        for claim in gold.claims
        for member in claim.members
    }
    return lambda member: places.get(member.id)


def _claim(gold: GoldLedger, claim: GoldClaim, support: Origins, denial: Origins) -> Claim:
    first, *others = claim.members
    why = ("as the gold says",)
    return Claim(
        id=f"c:{claim.name}",
        gist=claim.gist,
        status=gold.status.get(claim.name, "single-origin"),
        as_of=None,
        statements=(_member(first, ()), *(_member(one, why) for one in others)),
        origins=support,
        origins_against=denial,
    )


def _member(member: GoldMember, why: tuple[str, ...]) -> Member:
    return Member(
        id=_id(member),
        proposition=_id(member),
        document=member.document,
        publisher=None,
        published=None,
        stance=member.stance,
        scope=member.scope,
        why=why,
    )


def _id(member: GoldMember) -> str:
    return f"s:{member.document} {member.spans}"


def _origins(side: GoldSide) -> Origins:
    groups = tuple(
        OriginGroup(origin=name, documents=documents, why="as the gold says")
        for name, documents in side.groups
    )
    return Origins(count=side.low, low=side.low, high=side.high, groups=groups)


def _counted(claim: GoldClaim, stances: tuple[str, ...], publishers: Mapping[str, str]) -> Origins:
    outlets = {publishers[member.document] for member in claim.members if member.stance in stances}
    return Origins(count=len(outlets), low=len(outlets), high=len(outlets))
