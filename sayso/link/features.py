"""The typed comparison of two propositions: who, what, where, when, how many. Each figure can be shown."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.mark import Amount
from sayso.link.view import Bases, View
from sayso.link.words import listed

FEATURES = (
    "cosine", "cosine_high", "cosine_low", "jaccard", "containment", "shared", "name_jaccard",
    "name_containment", "name_shared", "name_conflict", "name_around", "amount_same", "amount_other",
    "days_apart", "days_met", "said_apart", "polity_same", "polity_other", "short", "rarest", "shared_many",
    "cosine_shared", "same_document", "topic", "topic_far", "topic_shared",
    "bare", "bare_high", "bare_low", "topic_unknown",
)  # fmt: skip
SHORT = 3  # content words
ONE_MATTER = 0.55  # two documents are no more about one matter when they are copies


def features_of(a: View, b: View, cosine: float, bare: float | None = None) -> list[float]:
    """The figures of FEATURES for two views, symmetric, each from 0 to about 1. `cosine` in [-1, 1].

    `bare`: what `bare_of` says of the two, where that is known already.
    """
    theirs, their_names = b.stems, b.names
    common = [weight for stem, weight in a.stems.items() if stem in theirs]
    shared = sum(common)
    least, whole = _least_and_whole(a.stem_weight, b.stem_weight, shared)
    names = sum([weight for name, weight in a.names.items() if name in their_names])
    name_least, name_whole = _least_and_whole(a.name_weight, b.name_weight, names)
    near = not (b.around.isdisjoint(a.names) and a.around.isdisjoint(their_names))
    same, other = amounts_met(a.mark.amounts, b.mark.amounts)
    apart = days_apart(a, b)
    same_document = a.mark.document == b.mark.document
    topic = None if same_document else topic_of(a, b)
    other_polity = a.polities.isdisjoint(b.polities)
    bare = bare_of(a, b, cosine) if bare is None else bare
    said = abs(a.asserted - b.asserted) if a.asserted is not None and b.asserted is not None else 0
    much = min(shared, 20.0) / 20 if common else 0.0
    return [
        cosine,
        cosine - 0.6 if cosine > 0.6 else 0.0,
        0.35 - cosine if cosine < 0.35 else 0.0,
        shared / whole if whole else 0.0,
        shared / least if least else 0.0,
        min(shared, 30.0) / 30 if common else 0.0,
        names / name_whole if name_whole else 0.0,
        names / name_least if name_least else 0.0,
        min(names, 20.0) / 20 if names else 0.0,
        float(bool(name_least) and not names and not near),
        float(near),
        float(same),
        float(other),
        min(apart, 60) / 60 if apart else 0.0,
        float(apart == 0),
        said / 90 if said < 90 else 1.0,
        float(not other_polity),
        float(other_polity and bool(a.polities) and bool(b.polities)),
        float(len(a.stems) <= SHORT or len(theirs) <= SHORT),
        max(common) / 8 if common else 0.0,
        min(len(common), 6) / 6,
        cosine * much if cosine > 0.0 else 0.0,
        float(same_document),
        max(0.0, min(topic, ONE_MATTER) - 0.3) if topic is not None else 0.0,
        0.3 - topic if topic is not None and topic < 0.3 else 0.0,
        topic * much if topic is not None else 0.0,
        bare,
        bare - 0.6 if bare > 0.6 else 0.0,
        0.35 - bare if bare < 0.35 else 0.0,
        float(topic is None and not same_document),
    ]


def _least_and_whole(one: float, other: float, shared: float) -> tuple[float, float]:
    """The smaller of two weights, and the weight of both together with what they share counted once."""
    return (one if one < other else other), one + other - shared


def bare_of(a: View, b: View, cosine: float) -> float:
    """How near two matters are without the names in them, in [-1, 1]; `cosine` where that is not known."""
    return float(a.bare @ b.bare) if a.bare is not None and b.bare is not None else cosine


def topic_of(a: View, b: View) -> float | None:
    """How near two documents are in their topic, in [-1, 1]; None for one and the same, or unknown."""
    if a.topic is None or b.topic is None or a.mark.document == b.mark.document:
        return None
    return float(a.topic @ b.topic)


def days_apart(a: View, b: View) -> int | None:
    """Days between the times of two matters, 0 where they meet; None where one gives none."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    return max(0, max(a.first, b.first) - min(a.last, b.last))


def amounts_met(left: Sequence[Amount], right: Sequence[Amount]) -> tuple[bool, bool]:
    """Whether an amount of one slot meets one of the other side; whether slots are shared and none meet."""
    if not left or not right:
        return False, False
    same = other = False
    for one in left:
        for two in right:
            if one.slot and one.slot == two.slot:
                if meet(one, two):
                    same = True
                else:
                    other = True
    return same, other and not same


def meet(one: Amount, two: Amount) -> bool:
    """Whether two intervals have a value in common; an open end is without limit."""
    low = max(one.low if one.low is not None else 0.0, two.low if two.low is not None else 0.0)
    highs = [high for high in (one.high, two.high) if high is not None]
    return not highs or low <= min(highs)


def compass_conflict(a: View, b: View) -> bool:
    """North is not South: both name a compass point of one base and no point in common.

    Of places that a word tells apart ("Upper Dolm") the first that is named is what a text is about: the
    other is there to compare ("weeks after the disaster at Lower Dolm").
    """
    return bases_conflict(a.bases, b.bases)


def bases_conflict(one: Bases, two: Bases) -> bool:
    """Whether two sets of compass points exclude each other; see `compass_conflict`."""
    if not one or not two:
        return False
    return any(base in two and _apart(points, two[base]) for base, points in one.items())


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    if set(one).isdisjoint(other):
        return True
    twins = listed("en", "twins")
    return one[0] != other[0] and one[0] in twins and other[0] in twins
