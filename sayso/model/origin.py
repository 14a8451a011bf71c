"""Origin: a root of a claim's derivation graph, the unit that is counted (PROV hadPrimarySource)."""

import msgspec


class OriginGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who has a claim from one root. `origin` names the root for people, and never a person who
    is anonymous beyond the words of one document; `documents` in order of publication; `why`: one
    sentence for people that says what joins them. `recorded`: its lineage is on record; what is not is one
    group at most, the last.
    """

    origin: str
    documents: tuple[str, ...]
    why: str
    statements: tuple[str, ...] = ()
    recorded: bool = True


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """How many independent origins a stance has: `low` is what is recorded, `high` what cannot be ruled out.

    `low <= count <= high`; all three are 0, with no groups, where nobody takes the stance, and at
    least 1 where somebody does.
    """

    count: int = 0
    low: int = 0
    high: int = 0
    groups: tuple[OriginGroup, ...] = ()
