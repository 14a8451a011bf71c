"""Keys by which a promise and what became of it find each other: of one matter nearly always one is shared.

A class of doing with a rare word ("arrival|vaccine"), and pairs of rare words, as in blocking (Papadakis et
al. 2020).
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import combinations

from sayso.assess.promises.foretelling import Foretelling
from sayso.assess.promises.outcomes import BODIES, SPEECH
from sayso.assess.promises.telling import Telling, Weighed

RAREST = 8
PAIRED = 6
TITLED = 3  # words of the title that stand in for what a promise does not name
FEW = 3  # with fewer words of its own the surroundings speak too
LEAST_RARITY = 2.0


def keys_of(telling: Telling, foretelling: Foretelling | None = None) -> tuple[int, ...]:
    """Signed 64-bit keys in ascending order, some thirty; () for a telling without words."""
    words = _rarest(telling.words)
    points = foretelling is not None and (foretelling.points or len(words) < FEW)
    if points:
        words += [
            word for word in _rarest((*telling.bound, *telling.near, *telling.topic)) if word not in words
        ]
    matters = telling.matters or (telling.near_matters if points else ())
    found = [f"{matter}|{word}" for matter in matters for word in words]
    found += [f"{a}|{b}" for a, b in combinations(sorted(words[:PAIRED]), 2)]
    if foretelling is not None:
        topic = [word for word in _rarest(telling.topic) if word not in words][:TITLED]
        found += ["|".join(sorted((a, b))) for a in words[:PAIRED] for b in topic]
    found += [f"speaks|{word}" for word in _speaking(telling, foretelling)]
    return tuple(sorted({_number(one) for one in found}))


def _rarest(words: Weighed) -> list[str]:
    ordered = sorted(
        {w: weight for w, weight in words if weight >= LEAST_RARITY}.items(), key=lambda x: (-x[1], x[0])
    )
    return [word for word, _ in ordered[:RAREST]]


def _speaking(telling: Telling, foretelling: Foretelling | None) -> list[str]:
    if foretelling is not None:
        return _rarest(telling.words) if SPEECH & set(telling.matters) else []
    return _rarest(telling.bound) if telling.kind in BODIES and not telling.anonymous else []


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big", signed=True)
