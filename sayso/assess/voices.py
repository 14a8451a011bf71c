"""What one statement weighs, part by part, before anything else of its claim is looked at."""

from __future__ import annotations

from functools import lru_cache

from sayso.assess.case import FirstHand, Voice
from sayso.assess.weights import Worth, weights
from sayso.model import Certainty, LineKind

Parts = tuple[tuple[LineKind, float], ...]
"""Kind and decibans of each part that is not nothing, in the order in which they are told; they add up."""

PRESENT: frozenset[FirstHand] = frozenset({"self", "named", "direct"})
NOTHING: Parts = ()


def support_parts(voice: Voice, worth: Worth) -> Parts:
    """The parts of a statement that says it; () where it adds nothing (hearsay, inference, taken back).

    What its source is worth, what having it first-hand and giving details adds, and what anonymity, relays
    and the most hedged link take off. These never take more than there is: a hedge cannot make a
    supporter a denier. Where the source is more often wrong than right, its word weighs against,
    and they take nothing more.
    """
    if voice.silent:
        return NOTHING
    return _support(
        worth.decibans, voice.first_hand, len(voice.specific), voice.anonymous, voice.depth, voice.unread,
        voice.hedge,
    )  # fmt: skip


def denial_parts(voice: Voice) -> Parts:
    """The parts of a statement that denies it, which never add up above 0; () where it adds nothing.

    An interested party would deny it either way; an observer's denial weighs, more so where he was there.
    """
    if voice.silent:
        return NOTHING
    return _denial(
        voice.interested, voice.first_hand in PRESENT, voice.anonymous, voice.depth, voice.unread,
        voice.hedge, voice.part,
    )  # fmt: skip


def value_of(parts: Parts) -> float:
    """What parts add up to, in decibans, with two digits."""
    return round(sum(part[1] for part in parts), 2)


@lru_cache(maxsize=1 << 14)
def _support(
    worth_decibans: float, first_hand: FirstHand, details: int, anonymous: bool, depth: int, unread: bool,
    hedge: Certainty,
) -> Parts:  # fmt: skip
    w = weights()
    worth = round(worth_decibans, 2)
    added: list[tuple[LineKind, float]] = [
        ("first-hand", w.first_hand[first_hand]),
        ("specific", min(w.specific_most, details * w.specific)),
    ]
    taken: list[tuple[LineKind, float]] = [
        ("anonymity", w.anonymity if anonymous else 0.0),
        ("depth", way(depth, unread)),
        ("hedge", w.hedges[hedge].decibans),
    ]
    floor, standing = min(0.0, worth), worth + sum(part[1] for part in added)
    told: list[tuple[LineKind, float]] = [("origin", worth), *(part for part in added if part[1])]
    for kind, decibans in taken:
        if decibans:
            takes = max(decibans, floor - standing)
            standing += takes
            told.append((kind, round(takes, 2)))
    return tuple(told)


@lru_cache(maxsize=1 << 12)
def _denial(
    interested: bool, present: bool, anonymous: bool, depth: int, unread: bool, hedge: Certainty, part: bool
) -> Parts:
    w = weights()
    base = w.denial.interested if interested else w.denial.independent
    told: list[tuple[LineKind, float]] = [("denial", base)]
    if present and not interested:
        told.append(("first-hand", w.denial.first_hand))
    standing = sum(each[1] for each in told)
    lightened: list[tuple[LineKind, float]] = [
        ("anonymity", -w.anonymity if anonymous else 0.0),
        ("depth", -way(depth, unread)),
        ("hedge", -w.hedges[hedge].decibans),
    ]
    for kind, decibans in lightened:
        if decibans:
            gives = min(decibans, -standing)
            standing += gives
            told.append((kind, round(gives, 2)))
    if part:
        told.append(("part", round(-standing * (1 - w.denial.part_share), 2)))
    return tuple(told)


def way(depth: int, unread: bool) -> float:
    """What the relays between the source and the nearest text take off, in decibans; 0 for none."""
    w = weights()
    if depth <= 0:
        return 0.0
    return max(w.depth_most, depth * w.depth + (w.unread if unread else 0.0))
