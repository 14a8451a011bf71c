"""Whether two tellings are about one matter: shared rare words, names, classes of doing; guards that forbid.

The score is the weight of what both share over the weight of the lighter one, in [0, 1]. Words of the title
and of the sentences before count for less: a short sentence ("a first shipment has landed") leaves its matter
to them.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso.assess.promises.foretelling import Foretelling
from sayso.assess.promises.promise_words import listed
from sayso.assess.promises.telling import Counted, Telling

MATTER_WEIGHT = 3.0  # natural log: a class of doing counts as a word that is in one text of twenty
AROUND = 0.5  # what a word counts that only the surroundings of one side have
SPEAKS_FOR_ITSELF = 5.0  # own words of so much weight need none of the surroundings
FEWEST = 6.0  # below so much shared weight nothing is one matter
NAMES_APART = 0.5  # both name something, and nothing in common
AMOUNT_WEIGHT = 4.0
SAME, REVISED, CAME = 0.62, 0.5, 0.55
COVERED = 0.4  # so much of what was promised must return in what is told to have happened
UNDATED = 0.2  # what has no window asks for so much more likeness


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How far two tellings are about one matter, in [0, 1], how much of the first returns in the second, and
    the words that they share; `direct`: how many words both have themselves, classes of doing left out.
    """

    score: float
    covered: float = 0.0
    shared: tuple[str, ...] = ()
    direct: int = 0


NOTHING = Likeness(score=0.0)


def likeness(a: Foretelling, b: Telling, *, other: Foretelling | None = None) -> Likeness:
    """How far `b` is about the matter that `a` foretells; 0 where a guard forbids it.

    `other` is what `b` foretells, where it does; then who speaks counts on neither side: two promises of
    one minister are not one matter.
    """
    mine = _words(a.telling, points=a.points, vague=a.vague, speaker=other is None)
    theirs = _words(b, points=other is not None and other.points, vague=other is not None and other.vague)
    if _directions_apart(a.telling, b):
        return NOTHING
    around_a, around_b = _around(a.telling), _around(b)
    if a.points and other is None:  # who promises is who will do it: found in the other, it is one more word
        mine |= {word: weight for word, weight in a.telling.bound if word in theirs and word not in mine}
    shared: dict[str, float] = {}
    for word in sorted({*mine, *theirs}):
        if word in mine and word in theirs:
            shared[word] = min(mine[word], theirs[word])
        elif word in mine and word in around_b:
            shared[word] = AROUND * mine[word]
    both = sum(shared.values())
    half = sum(AROUND * weight for word, weight in theirs.items() if word not in mine and word in around_a)
    lighter = min(sum(mine.values()), sum(theirs.values()))
    if both < FEWEST or not lighter or not mine.keys() & theirs.keys():
        return NOTHING
    score = min(1.0, (both + half) / max(lighter + half, FEWEST))
    if _names_apart(a.telling, b):
        score *= NAMES_APART
    return Likeness(
        score=round(score, 4), covered=_covered(a.telling, shared) if a.telling.words else round(score, 4),
        shared=tuple(sorted(shared, key=lambda w: (-shared[w], w))),
        direct=sum(word in theirs and word[0] != "~" for word in mine),
    )  # fmt: skip


def _words(telling: Telling, *, points: bool, vague: bool = False, speaker: bool = False) -> dict[str, float]:
    """The weighted words of what is told; where it points, with those of who speaks and of what stood before;
    where it only gives a day for that, the latter alone.
    """
    if vague:
        return {**dict(telling.near), **{f"~{name}": MATTER_WEIGHT for name in telling.near_matters}}
    found = dict(telling.words)
    found.update({f"~{name}": MATTER_WEIGHT for name in telling.matters})
    if points and sum(found.values()) < SPEAKS_FOR_ITSELF:
        for word, weight in telling.bound if speaker else ():
            found.setdefault(word, weight)
        for word, weight in telling.near:
            found.setdefault(word, AROUND * weight)
        for name in telling.near_matters:
            found.setdefault(f"~{name}", AROUND * MATTER_WEIGHT)
    return found


def _covered(telling: Telling, shared: Mapping[str, float]) -> float:
    own = _words(telling, points=False)
    found = sum(shared.get(word, 0.0) for word in own)
    return round(found / max(sum(own.values()), FEWEST / 2), 4)


def _around(telling: Telling) -> Mapping[str, float]:
    return dict((*telling.topic, *telling.near))


def _directions_apart(a: Telling, b: Telling) -> bool:
    """ "South Rethany" is not Rethany: one has a compass point at a name, and the other, which names places
    too, has it neither in its words nor right before them.
    """
    for mine, other in ((a, b), (b, a)):
        near = {*other.directions, *other.near_directions}
        if (other.names or other.around) and not near.issuperset(mine.directions):
            return True
    return False


def _names_apart(a: Telling, b: Telling) -> bool:
    left, right = ({*one.names, *one.around, *(w for w, _ in (*one.near, *one.topic))} for one in (a, b))
    return bool(a.names and b.names) and not (left & right)


def amounts_agree(a: Counted | None, b: Counted | None) -> bool:
    """Whether two amounts do not speak against one matter: one is missing, other units, the same number."""
    if a is None or b is None or not same_unit(a, b):
        return True
    return a.value == b.value


def same_unit(a: Counted, b: Counted) -> bool:
    """Whether two amounts count the same things."""
    return bool(a.slot and a.slot == b.slot) or bool(a.unit and a.unit == b.unit)


def binds_itself(a: Telling, b: Telling, language: str = "en") -> bool:
    """Whether two promises are of one promisor: words of their names in common, offices left out.

    Who is anonymous is the same only within one document, under the same words.
    """
    if a.anonymous or b.anonymous:
        return a.anonymous and b.anonymous and a.document == b.document and a.printed == b.printed
    offices = listed(language, "offices")
    left, right = a.speaker - offices, b.speaker - offices
    if left & right or left & set(b.owners) or right & set(a.owners):
        return True
    if left and right:
        return _named_in(left, b) or _named_in(right, a)
    return bool(a.source) and a.source.lower() == b.source.lower()


def _named_in(speaker: frozenset[str], telling: Telling) -> bool:
    """Whether what one tells names the other as who will do it: a director speaks for the fund he names."""
    return speaker <= {word for word, _ in telling.words}
