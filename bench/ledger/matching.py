"""Which member of a system's claims is which member of the gold: the same document, much the same words."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from bench.ledger.gold import GoldLedger, GoldMember
from bench.read.scoring import NEAR, Tokenized, Tokens, jaccard, pairs
from sayso.model import Span, Spans
from sayso.model.claim import Claim, Member, Scope, Stance

Place = tuple[str, Spans]
"""A document by the gold's name for it, and where in its text a proposition (or content) stands."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A member of the system's claim number `claim`. `founder`: whether its words give the gist."""

    claim: int
    document: str
    spans: Spans
    stance: Stance
    scope: Scope
    founder: bool


class Matching(msgspec.Struct, frozen=True, kw_only=True):
    """What is what, by number.

    `gold`: all members of the gold, with the name of their claim. `found`: all members of the system.
    `same`: gold to found. `extra`: found in exhaustive documents that no gold member is like.
    """

    gold: tuple[tuple[str, GoldMember], ...]
    found: tuple[Found, ...]
    same: dict[int, int]
    extra: tuple[int, ...]

    def claim_of(self, number: int) -> int | None:
        """The system's claim of a gold member, None where it was not found."""
        at = self.same.get(number)
        return None if at is None else self.found[at].claim


def found_in(claims: Sequence[Claim], place: Callable[[Member], Place | None]) -> tuple[Found, ...]:
    """The members of the claims with their places; those without a place are left out."""
    found = []
    for number, claim in enumerate(claims):
        for member in claim.statements:
            where = place(member)
            if where is not None:
                found.append(_found(number, member, where))
    return tuple(found)


def match(gold: GoldLedger, found: Sequence[Found], text: Callable[[str], str]) -> Matching:
    """Pairs members of one document whose words have a Jaccard of .5 or more, the best first, each once.

    A second member of the system that is like a gold member already taken (a nested statement with the
    same content) is neither a match nor extra.
    """
    wanted = tuple((claim.name, member) for claim in gold.claims for member in claim.members)
    by_document: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, (_, member) in enumerate(wanted):
        by_document[member.document][0].append(number)
    for number, one in enumerate(found):
        by_document[one.document][1].append(number)
    same: dict[int, int] = {}
    extra: list[int] = []
    for document, (left, right) in sorted(by_document.items()):
        if not right:
            continue
        tokenized = Tokenized(text(document))
        gold_words = [tokenized.tokens(_spans(wanted[g][1])) for g in left]
        found_words = [tokenized.tokens(found[f].spans) for f in right]
        same.update(_pairs(left, right, gold_words, found_words))
        if document in gold.exhaustive:
            extra += [f for f, words in zip(right, found_words, strict=True) if not _like(words, gold_words)]
    return Matching(gold=wanted, found=tuple(found), same=same, extra=tuple(extra))


def _pairs(
    left: list[int], right: list[int], gold: list[Tokens], found: list[Tokens]
) -> list[tuple[int, int]]:
    best = pairs(len(left), len(right), lambda g, f: jaccard(gold[g], found[f]))
    return [(left[g], right[f]) for g, f in best.items()]


def _like(words: Tokens, others: Sequence[Tokens]) -> bool:
    return any(jaccard(words, other) >= NEAR for other in others)


def _spans(member: GoldMember) -> Spans:
    return tuple(Span(start, end) for start, end in member.spans)


def _found(number: int, member: Member, where: Place) -> Found:
    document, spans = where
    return Found(
        claim=number,
        document=document,
        spans=spans,
        stance=member.stance,
        scope=member.scope,
        founder=not member.why,
    )
