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
ONE_MATTER = 0.55  # two documents are no more about one matter when they are copies


def features_of(a: View, b: View, cosine: float, bare: float | None = None) -> list[float]:
    """The figures of FEATURES for two views, symmetric, each from 0 to about 1. `cosine` in [-1, 1].

    `bare`: what `bare_of` says of the two, where that is known already.
    """
    theirs, their_names = b.stems, b.names
    common = [weight for stem, weight in a.stems.items() if stem in theirs]
    shared = sum(common)
    least, whole = min(a.stem_weight, b.stem_weight), a.stem_weight + b.stem_weight - shared
    names = sum([weight for name, weight in a.names.items() if name in their_names])
    name_least, name_whole = min(a.name_weight, b.name_weight), a.name_weight + b.name_weight - names
    near = not (b.around.isdisjoint(a.names) and a.around.isdisjoint(their_names))
    same, other = amounts_met(a.mark.amounts, b.mark.amounts)
    apart = days_apart(a, b)
    topic = topic_of(a, b)
    other_polity = a.polities.isdisjoint(b.polities)
    bare = bare_of(a, b, cosine) if bare is None else bare
    said = abs(a.asserted - b.asserted) if a.asserted is not None and b.asserted is not None else 0
    return [
        cosine,
        max(0.0, cosine - 0.6),
        max(0.0, 0.35 - cosine),
        shared / whole if whole else 0.0,
        shared / least if least else 0.0,
        min(shared, 30.0) / 30,
        names / name_whole if name_whole else 0.0,
        names / name_least if name_least else 0.0,
        min(names, 20.0) / 20,
        float(bool(name_least) and not names and not near),
        float(near),
        float(same),
        float(other),
        min(apart, 60) / 60 if apart is not None else 0.0,
        float(apart == 0),
        min(said, 90) / 90,
        float(not other_polity),
        float(other_polity and bool(a.polities) and bool(b.polities)),
        float(min(len(a.stems), len(b.stems)) <= 3),
        max(common, default=0.0) / 8,
        min(len(common), 6) / 6,
        max(0.0, cosine) * min(shared, 20.0) / 20,
        float(a.mark.document == b.mark.document),
        max(0.0, min(topic, ONE_MATTER) - 0.3) if topic is not None else 0.0,
        max(0.0, 0.3 - topic) if topic is not None else 0.0,
        topic * min(shared, 20.0) / 20 if topic is not None else 0.0,
        bare,
        max(0.0, bare - 0.6),
        max(0.0, 0.35 - bare),
        float(topic is None and a.mark.document != b.mark.document),
    ]


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
    same = other = False
    if not left or not right:
        return False, False
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
    return any(base in two and _apart(points, two[base]) for base, points in one.items())


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    if set(one).isdisjoint(other):
        return True
    twins = listed("en", "twins")
    return one[0] != other[0] and one[0] in twins and other[0] in twins
