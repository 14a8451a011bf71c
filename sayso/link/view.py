"""What of a mark is worked out once and used in every comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from sayso.link.encoder import own_bytes
from sayso.link.mark import Mark
from sayso.link.rarity import name_rarity, rarity

Bases = Mapping[str, tuple[str, ...]]

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A mark with its sets, their weights and its vector of length one (None without an encoder)."""

    mark: Mark
    stems: dict[str, float]
    names: dict[str, float]
    around: frozenset[str]
    polities: frozenset[str]
    bases: Bases
    first: int | None
    last: int | None
    asserted: int | None
    stem_weight: float
    name_weight: float
    vector: NDArray[np.float32] | None
    topic: NDArray[np.float32] | None
    bare: NDArray[np.float32] | None


def view_of(mark: Mark) -> View:
    """The view of a mark."""
    stems = {stem: rarity(stem) for stem in mark.stems}
    names = {name: name_rarity(name) for name in mark.names}
    return View(
        mark=mark, stems=stems, names=names, around=frozenset(mark.around), polities=frozenset(mark.polities),
        bases=bases_of(mark.directions),
        first=day_of(mark.days[0] or mark.days[1]), last=day_of(mark.days[1] or mark.days[0]),
        asserted=day_of(mark.asserted), stem_weight=sum(stems.values()), name_weight=sum(names.values()),
        vector=_vector(mark.vector), topic=_vector(mark.topic), bare=_vector(mark.bare),
    )  # fmt: skip


def bases_of(directions: Iterable[str]) -> Bases:
    """The compass points of a mark's directions by their bases, in the order of the text; {} for none."""
    bases: dict[str, tuple[str, ...]] = {}
    for direction in directions:
        point, _, base = direction.partition(":")
        bases[base] = (*bases.get(base, ()), point)
    return bases


def day_of(day: str | None) -> int | None:
    """The number of an ISO day, None for none."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def _vector(stored: bytes) -> NDArray[np.float32] | None:
    own = own_bytes(stored)
    if not own:
        return None
    import numpy as np

    vector = np.frombuffer(own, dtype=np.int8).astype(np.float32)
    length = float(np.sqrt(vector @ vector))
    return vector / np.float32(length) if length else None
