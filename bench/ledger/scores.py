"""Scores a system's claims against gold: B³ of the same claim, stance, scope, origins, look-alikes.

A gold claim is looked for in the *one* claim of the system that holds most of its members. Which of
two opposite sentences is the gist is a matter of taste: where the founder of a system's claim denies
in the gold what it "supports" in the system, that claim's sides are read the other way round.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

import msgspec

from bench.ledger.bcubed import Agreement, b_cubed
from bench.ledger.gold import GoldLedger, GoldOrigins, GoldSide
from bench.ledger.matching import Found, Matching, Place, found_in, match
from sayso.model.claim import Claim, Member, Stance

OTHER_WAY: dict[Stance, Stance] = {"supports": "denies", "denies": "supports"}


class OriginScores(msgspec.Struct, frozen=True, kw_only=True):
    """Of `claims` gold claims with origins: how far off the counts are.

    `error`: mean distance of the count to the gold's interval over the sides that gold or system has.
    `invented`, `missed`: shares of claims with a side counted above, below the interval.
    """

    claims: int = 0
    error: float = 0.0
    invented: float = 0.0
    missed: float = 0.0


class LedgerScores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures, shares in [0, 1].

    `same`: B³ over the mentions that stand with another one in gold or system; `everything`: with the
    mentions that stand alone in both. `members`: share of gold members found at all. `stance`: right, of
    the found members in the system claim that their gold claim is looked for in; `scope`: right, of the
    denials among these. `confused`: pairs of claims that look alike and were linked, of `apart` pairs.
    """

    same: Agreement
    everything: Agreement
    members: float
    stance: float
    scope: float
    confused: int
    apart: int
    origins: OriginScores


def score(
    gold: GoldLedger,
    claims: Sequence[Claim],
    place: Callable[[Member], Place | None],
    text: Callable[[str], str],
) -> LedgerScores:
    """The figures of a system's claims.

    `place` says in which document (by the gold's name) and where a member's content stands, or None for a
    document that the gold does not know. `text` gives the text of a document of that name.
    """
    matching = match(gold, found_in(claims, place), text)
    homes = homes_of(matching)
    flipped = flipped_claims(matching)
    right, of = _stances(matching, homes, flipped)
    return LedgerScores(
        same=same_claim(matching, alone=False),
        everything=same_claim(matching, alone=True),
        members=_share(len(matching.same), len(matching.gold)),
        stance=_share(right["stance"], of["stance"]),
        scope=_share(right["scope"], of["scope"]),
        confused=sum(1 for one, other in gold.apart if _linked(matching, one, other)),
        apart=len(gold.apart),
        origins=origin_scores(gold.origins, claims, homes, flipped),
    )


def same_claim(matching: Matching, *, alone: bool) -> Agreement:
    """B³ over gold members and extra members; without `alone` only those that are with others somewhere.

    A gold member that was not found stands alone in the system, an extra one alone in the gold.
    """
    gold: dict[Hashable, Hashable] = {}
    system: dict[Hashable, Hashable] = {}
    for number, (name, _) in enumerate(matching.gold):
        claim = matching.claim_of(number)
        gold["gold", number] = name
        system["gold", number] = ("alone", number) if claim is None else claim
    for number in matching.extra:
        gold["extra", number] = ("alone", number)
        system["extra", number] = matching.found[number].claim
    if not alone:
        golds, systems = Counter(gold.values()), Counter(system.values())
        gold = {m: name for m, name in gold.items() if golds[name] > 1 or systems[system[m]] > 1}
    return b_cubed(gold, system)


def homes_of(matching: Matching) -> dict[str, int]:
    """The system's claim in which each gold claim is looked for: most of its members, ties to the first."""
    votes: dict[str, Counter[int]] = {}
    for number, (name, _) in enumerate(matching.gold):
        claim = matching.claim_of(number)
        if claim is not None:
            votes.setdefault(name, Counter())[claim] += 1
    return {name: min(count, key=lambda claim: (-count[claim], claim)) for name, count in votes.items()}


def flipped_claims(matching: Matching) -> frozenset[int]:
    """The system's claims whose gist says the opposite of the gold's: their founder denies in the gold."""
    flipped = set()
    for number, at in matching.same.items():
        found, stance = matching.found[at], matching.gold[number][1].stance
        if found.founder and OTHER_WAY.get(found.stance) == stance:
            flipped.add(found.claim)
    return frozenset(flipped)


def origin_scores(
    gold: Sequence[GoldOrigins],
    claims: Sequence[Claim],
    homes: dict[str, int],
    flipped: frozenset[int],
) -> OriginScores:
    """How far off the counts of origins are; a gold claim that has no home counts as 0 and 0."""
    errors: list[float] = []
    invented = missed = judged = 0
    for one in gold:
        sides = [side for side in _sides(one, claims, homes.get(one.claim), flipped) if any(side)]
        distances = [_distance(count, low, high) for count, low, high in sides]
        errors += map(abs, distances)
        invented += any(distance > 0 for distance in distances)
        missed += any(distance < 0 for distance in distances)
        judged += bool(sides)
    return OriginScores(
        claims=judged,
        error=round(sum(errors) / len(errors), 4) if errors else 0.0,
        invented=_share(invented, judged),
        missed=_share(missed, judged),
    )


def _sides(
    gold: GoldOrigins, claims: Sequence[Claim], home: int | None, flipped: frozenset[int]
) -> list[tuple[int, int, int]]:
    """For support and denial: the system's count, the gold's low and high."""
    counts = [0, 0] if home is None else [claims[home].origins.count, claims[home].origins_against.count]
    if home in flipped:
        counts.reverse()
    wanted: list[GoldSide] = [gold.support, gold.denial]
    return [(count, side.low, side.high) for count, side in zip(counts, wanted, strict=True)]


def _distance(count: int, low: int, high: int) -> int:
    return min(count - low, 0) + max(count - high, 0)


def _stances(
    matching: Matching, homes: dict[str, int], flipped: frozenset[int]
) -> tuple[Counter[str], Counter[str]]:
    """How many stances and scopes are right, and of how many; claims of one member are not counted."""
    sizes = Counter(name for name, _ in matching.gold)
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for number, at in matching.same.items():
        (name, member), found = matching.gold[number], matching.found[at]
        if sizes[name] < 2 or found.claim != homes[name]:
            continue
        agree = _stance(found, flipped) == member.stance
        of["stance"] += 1
        right["stance"] += agree
        if agree and member.stance == "denies":
            of["scope"] += 1
            right["scope"] += found.scope == member.scope
    return right, of


def _stance(found: Found, flipped: frozenset[int]) -> Stance:
    return OTHER_WAY.get(found.stance, found.stance) if found.claim in flipped else found.stance


def _linked(matching: Matching, one: str, other: str) -> bool:
    """Whether a member of one gold claim stands with a member of the other in a claim of the system."""
    claims: dict[str, set[int]] = {one: set(), other: set()}
    for number, (name, _) in enumerate(matching.gold):
        claim = matching.claim_of(number)
        if name in claims and claim is not None:
            claims[name].add(claim)
    return any(a & b for a, b in combinations(claims.values(), 2))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
