"""Terms: what each origin of a claim weighs beside the others, and where the sum of them is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.assess.case import Case, Hand, Side, Voice
from sayso.assess.voices import Parts, denial_parts, support_parts, value_of
from sayso.assess.weights import Worth, weights, worth_of_kind, worth_of_record
from sayso.model import Record

Records = Mapping[str, Record]
"""Records by the key of who answers for an origin (`Side.key`), or by its name (`Side.source`)."""


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One origin with what it weighs alone. `voice` speaks for it, with its `parts`; None where none is left.

    `value` is in decibans: negative for support only where the source is wrong more often than right, never
    positive for denial. `spread`: standard deviation of what is drawn for it.
    """

    name: str
    key: str = ""
    supports: bool = True
    recorded: bool = True
    voice: Voice | None = None
    parts: Parts = ()
    value: float = 0.0
    spread: float = 0.0
    p_own: float = 1.0
    worth: Worth | None = None
    voices: int = 1
    first: str = ""
    hand: Hand | None = None

    @property
    def interested(self) -> bool:
        """Whether it is the denial of a party."""
        return not self.supports and self.voice is not None and self.voice.interested

    @property
    def stands(self) -> bool:
        """Whether anything is left of it that could count: no hearsay, no inference, nothing taken back."""
        return (self.voice is not None and bool(self.parts)) or self.hand is not None


def terms_of(case: Case, records: Records) -> tuple[Term, ...]:
    """The terms of a case in an order of their own: support from the weightiest, then denial; () for none."""
    found = [_support(side, records) for side in _one_unrecorded(case.support)]
    found += [_denial(side, records) for side in _one_unrecorded(case.denial)]
    found += [_by_hand(hand) for hand in case.hand]
    if len(found) > 1:
        found.sort(key=_order)
    return tuple(found)


def _one_unrecorded(sides: Sequence[Side]) -> Sequence[Side]:
    """The origins of one stance with all that has no recorded lineage as one."""
    loose = [side for side in sides if not side.recorded]
    if len(loose) < 2:
        return sides
    voices = tuple(voice for side in loose for voice in side.voices)
    one = msgspec.structs.replace(min(loose, key=lambda side: side.origin), voices=voices)
    return [*(side for side in sides if side.recorded), one]


def _order(term: Term) -> tuple[bool, bool, float, str, str]:
    weight = -term.value if term.supports else term.value
    return (not term.supports, not term.recorded, weight, term.name, term.first)


def record_of(side: Side, records: Records) -> Record | None:
    """The record of who answers for an origin; None for none, or where too few claims are resolved."""
    if not records or not side.recorded:
        return None
    found = (records.get(side.key) if side.key else None) or records.get(side.source)
    if found is None or found.prior or found.right + found.wrong < weights().fewest_resolved:
        return None
    return found


def _support(side: Side, records: Records) -> Term:
    """An origin of support: of its nearest statements the weakest speaks for it.

    Nearest: those with the fewest relays before them; what was had from another statement adds nothing.
    Of what has no recorded lineage the weakest of all speaks, and it has no record.
    """
    record = record_of(side, records)
    of_record = worth_of_record(record) if record else None
    best: tuple[float, str, Voice, Parts, Worth] | None = None
    for voice in _nearest(side):
        worth = of_record or worth_of_kind(voice.kind)
        parts = support_parts(voice, worth)
        value = value_of(parts)
        if best is None or (value, voice.statement) < best[:2]:
            best = (value, voice.statement, voice, parts, worth)
    first = min(voice.statement for voice in side.voices)
    if best is None:
        return Term(
            name=side.origin, key=side.key, recorded=side.recorded, voices=len(side.voices), first=first
        )
    value, _, voice, parts, worth = best
    left = 0.0 if worth.decibans <= 0 else min(1.0, value / worth.decibans)
    return Term(
        name=side.origin, key=side.key, recorded=side.recorded, voice=voice, parts=parts, value=value,
        spread=worth.spread * (left if worth.decibans > 0 else 1.0), p_own=side.p_own, worth=worth,
        voices=len(side.voices), first=first,
    )  # fmt: skip


def _nearest(side: Side) -> Sequence[Voice]:
    """The statements that may speak for an origin of support; () where all are inferred or taken back."""
    left = _left(side)
    if not side.recorded or len(left) < 2:
        return left
    least = min(voice.depth for voice in left)
    return [voice for voice in left if voice.depth == least]


def _left(side: Side) -> Sequence[Voice]:
    """What is neither inferred nor taken back, without copies; with them where they only copy each other."""
    left = [voice for voice in side.voices if not voice.inference and not voice.withdrawn]
    return [voice for voice in left if not voice.derived] or left


def _denial(side: Side, records: Records) -> Term:
    """An origin of denial: its weightiest statement speaks for it, so that one more never lightens it."""
    best: tuple[float, str, Voice, Parts] | None = None
    for voice in _left(side):
        parts = denial_parts(voice)
        value = value_of(parts)
        if best is None or (value, voice.statement) < best[:2]:
            best = (value, voice.statement, voice, parts)
    first = min(voice.statement for voice in side.voices)
    alone = Term(
        name=side.origin, key=side.key, supports=False, recorded=side.recorded, voices=len(side.voices),
        first=first,
    )  # fmt: skip
    if best is None:
        return alone
    value, _, voice, parts = best
    record, s = record_of(side, records), weights().spread
    spread = s.interested_decibans if voice.interested else s.independent_decibans
    return msgspec.structs.replace(
        alone, voice=voice, parts=parts, value=value, spread=spread if value else 0.0, p_own=side.p_own,
        worth=worth_of_record(record) if record else None,
    )  # fmt: skip


def _by_hand(hand: Hand) -> Term:
    weight = weights().hand[hand.strength]
    supports = hand.stance == "supports"
    value = weight if supports else -weight
    return Term(
        name=hand.reference or hand.kind, supports=supports, value=value, first=hand.id, hand=hand,
        parts=(("hand", value),), spread=weights().spread.hand_decibans,
    )  # fmt: skip


def settled(terms: Sequence[Term]) -> list[float]:
    """What each term counts beside the others, in decibans, in their order; [] for none.

    What has no recorded lineage is original in one case of three, and adds nothing beside a recorded origin
    of support; beside recorded denials it adds only what it would weigh more than they do together. Whoever
    stands on both sides counts for neither. Denials of parties are held at a bound all together.
    """
    w = weights()
    both = both_sides(terms)
    recorded = any(t.supports and t.recorded and t.hand is None for t in terms)
    room, denied = w.denial.interested_most, 0.0
    found: list[float] = []
    for term in terms:
        value = term.value
        if term.key and term.key in both:
            value = min(0.0, value) if term.supports else 0.0
        elif term.supports and not term.recorded:
            value = 0.0 if recorded else round(w.lineage_share * value, 2)
        elif not term.supports and not term.recorded:
            value = min(0.0, round(w.lineage_share * value - denied, 2))
        elif term.interested:
            value = max(value, room)
            room = round(room - value, 2)
        if not term.supports and term.hand is None:
            denied = round(denied + value, 2)
        found.append(value)
    return found


def both_sides(terms: Sequence[Term]) -> frozenset[str]:
    """The keys of those who say it and deny it."""
    said = {term.key for term in terms if term.supports and term.key}
    return frozenset(said & {term.key for term in terms if not term.supports}) if said else frozenset()


def counted(terms: Sequence[Term]) -> tuple[list[Term], list[Term]]:
    """The origins that count, for and against: what has no recorded lineage only where nothing else stands.

    Denials of parties, and whoever stands on both sides, are no independent origin.
    """
    both = both_sides(terms)
    standing = [t for t in terms if t.stands and not (t.key and t.key in both)]
    sides: tuple[list[Term], list[Term]] = ([], [])
    for side, supports in zip(sides, (True, False), strict=True):
        mine = [t for t in standing if t.supports is supports and not t.interested]
        on_record = [t for t in mine if t.recorded]
        blocked = any(t.supports is supports and t.recorded and t.hand is None for t in terms)
        side += on_record or ([] if blocked else mine[:1])
    return sides


def bounds(sides: tuple[Sequence[Term], Sequence[Term]]) -> tuple[float, float]:
    """Where the probability is held: the widest bounds only for two origins, one with a record of its own.

    `sides` are the origins that count, for and against: more of one side never loosens the other's bound.
    """
    w = weights()
    high, low = (_wide(side) for side in sides)
    return (
        w.bounds_widest[0] if low else w.bounds_usual[0],
        w.bounds_widest[1] if high else w.bounds_usual[1],
    )


def _wide(side: Sequence[Term]) -> bool:
    return len(side) >= 2 and any(resolved(term) for term in side)


def resolved(term: Term) -> bool:
    """Whether its source has a record of its own."""
    return term.worth is not None and term.worth.record is not None
