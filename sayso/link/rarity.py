"""How rare a word is in news: the weight of a shared one."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from sayso.weights import weights_file

NAME_EXTRA = 1.3  # a name says more than a noun that is as rare
ID_WEIGHT = 4.0  # a body of the gazetteer
COUNTRY_WEIGHT = 2.5  # a country: whole folders are about one


@cache
def _table() -> tuple[dict[str, float], float]:
    stored = json.loads(weights_file("link", "rarity.json").read_text(encoding="utf-8"))
    return {stem: tenths / 10 for stem, tenths in stored["tenths"].items()}, stored["unseen"] / 10


def rarity(stem: str) -> float:
    """The natural log of how many texts there are for one with this stem; what was never seen is rarest."""
    table, unseen = _table()
    return table.get(stem, unseen)


def is_unseen(stem: str) -> bool:
    """Whether no text that rarity was counted on has this stem."""
    return stem not in _table()[0]


@lru_cache(maxsize=1 << 15)
def name_rarity(name: str) -> float:
    """The weight of a name key: of a word, of a gazetteer id ("@…"), of a country ("=KP")."""
    if name[0] == "@":
        return ID_WEIGHT
    if name[0] == "=":
        return COUNTRY_WEIGHT
    return NAME_EXTRA * rarity(name)
