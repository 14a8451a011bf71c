"""Told: that a source gives a value for a slot, as conflicting values are weighed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One source's value for one item. `source` is who answers for it: an origin, or an outlet.

    `value` is compared as it is. `weight` in [0, 1]: how much of it is its own; 0 for a copy, which counts
    nothing. `line` names the statement in which it stands, if any.
    """

    item: str
    source: str
    value: str
    weight: float = 1.0
    line: str = ""


def first_told(told: Iterable[Told]) -> list[Told]:
    """Each source's values once an item, copies left out, in an order of their own.

    A source that gives several values for an item gives each a part of its voice.
    """
    best: dict[tuple[str, str, str], Told] = {}
    for one in told:
        place = (one.item, one.value, one.source)
        if one.weight > 0 and (place not in best or one.weight > best[place].weight):
            best[place] = one
    voices: dict[tuple[str, str], int] = {}
    for item, _, source in best:
        voices[item, source] = voices.get((item, source), 0) + 1
    return [
        msgspec.structs.replace(best[place], weight=best[place].weight / voices[place[0], place[2]])
        for place in sorted(best)
    ]
