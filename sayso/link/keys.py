"""Blocking keys: numbers of which two propositions of one claim nearly always share at least one.

In the manner of Papadakis et al. 2020: pairs of rare words, names with words, numbers with units, and bands
of a locality-sensitive hash of the vector (Charikar 2002).
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.link.encoder import DIMENSIONS, own_bytes
from sayso.link.mark import Mark
from sayso.link.rarity import name_rarity, rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RARE_STEMS = 7
RARE_NAMES = 3
BANDS = 8
BAND_BITS = 13
SEED = 20210517


def keys_of(mark: Mark) -> tuple[int, ...]:
    """Its blocking keys, signed 64-bit, sorted, each once; about 20 to 40; () for a mark without words."""
    stems = sorted(mark.stems, key=lambda stem: (-rarity(stem), stem))[:RARE_STEMS]
    names = sorted(mark.names, key=lambda name: (-name_rarity(name), name))[:RARE_NAMES]
    words = [f"s|{a}|{b}" for a, b in combinations(sorted(stems), 2)]
    words += [f"n|{name}|{stem}" for name in names for stem in stems[:5] if not stem.startswith(name)]
    words += [f"q|{a.low if a.low is not None else a.high}|{a.slot or a.unit}" for a in mark.amounts]
    if mark.target:
        words.append(f"p|{mark.target}")
    words.append(f"p|{mark.proposition}")
    words += _bands(mark.vector)
    return tuple(sorted({_number(word) for word in words}))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big", signed=True)


@cache
def _planes() -> NDArray[np.int32]:
    """Random hyperplanes of ±1, the same on every machine (the stream of this generator is frozen)."""
    import numpy as np

    bits = np.random.RandomState(SEED).randint(0, 2, size=(DIMENSIONS, BANDS * BAND_BITS))
    return (2 * bits - 1).astype(np.int32)


def _bands(vector: bytes) -> list[str]:
    own = own_bytes(vector)
    if not own:
        return []
    import numpy as np

    signs = np.frombuffer(own, dtype=np.int8).astype(np.int32) @ _planes() >= 0
    return [
        f"v|{band}|{bits.tobytes().hex()}"
        for band, bits in enumerate(np.packbits(signs.reshape(BANDS, -1), axis=1))
    ]
