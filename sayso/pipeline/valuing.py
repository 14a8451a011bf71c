"""Which of a claim's conflicting values has what support, counted by origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sayso.assess.lineage import UNKNOWN_SHARE
from sayso.assess.told import Told
from sayso.assess.values import weigh_values
from sayso.link.reasons import UNRECORDED
from sayso.model import Claim, ClaimValue, OriginGroup, Quantity


def with_support(claim: Claim) -> Claim:
    """The claim with the origins and the probability of each value; as it is where it has none.

    Statements of one origin are one voice: a copy adds nothing. Denials give no value. A value that is alone
    in its slot has no probability: nothing conflicts.
    """
    if not claim.values:
        return claim
    origins = origins_of(claim.origins.groups)
    slots: dict[tuple[str, str], list[ClaimValue]] = {}
    for value in claim.values:
        slots.setdefault((value.slot, value.value.unit.lower()), []).append(value)
    shares = {slot: shares_of(values, origins) for slot, values in slots.items() if len(values) > 1}
    return msgspec.structs.replace(
        claim,
        values=tuple(
            msgspec.structs.replace(
                value, origins=who(value, origins),
                probability=shares.get((value.slot, value.value.unit.lower()), {}).get(key_of(value.value)),
            )
            for value in claim.values
        ),
    )  # fmt: skip


def origins_of(groups: Iterable[OriginGroup]) -> dict[str, str]:
    """By statement the name of the origin to which it goes back."""
    return {statement: group.origin for group in groups for statement in group.statements}


def who(value: ClaimValue, origins: Mapping[str, str]) -> tuple[str, ...]:
    """The origins that give a value, each once, in the order of its statements."""
    return tuple(dict.fromkeys(origins[s] for s in value.statements if s in origins))


def shares_of(values: Iterable[ClaimValue], origins: Mapping[str, str]) -> dict[str, float]:
    """By key of a value of one slot its probability, two digits; without those that no origin gives."""
    known = {key_of(value.value): value.value for value in values}
    told = [
        Told(
            item="", source=origin, value=key_of(value.value),
            weight=UNKNOWN_SHARE if origin == UNRECORDED else 1.0,
        )
        for value in values for origin in who(value, origins)
    ]  # fmt: skip
    found = weigh_values(told, part_of=lambda a, b: within(known[b], known[a])).values
    return {key: round(p, 2) for key, p in found.get("", {}).items()}


def key_of(value: Quantity) -> str:
    """An amount as a word, so that equal ones are one."""
    return f"{value.low}..{value.high}"


def within(inner: Quantity, outer: Quantity) -> bool:
    """Whether all that one amount can be, another can be too, and more: 50 lies within "at least 40"."""
    if key_of(inner) == key_of(outer):
        return False
    above = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    below = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return above and below
