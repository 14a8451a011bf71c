"""Rare names in or around a document's propositions: two documents that share one may be on one matter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from sayso.link.mark import Mark
from sayso.link.rarity import name_rarity

RAREST = 7.0  # bits: a name that one text in some hundred has at most


def anchor_bands(marks: Iterable[Mark]) -> frozenset[int]:
    """A signed 64-bit number for each rare name in or around the propositions; empty for none."""
    names = {name for mark in marks for name in (*mark.names, *mark.around)}
    return frozenset(_band(name) for name in names if name[0] not in "@=" and name_rarity(name) >= RAREST)


@lru_cache(maxsize=1 << 16)
def _band(name: str) -> int:
    hashed = hashlib.blake2b(f"anchor|{name}".encode(), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)
