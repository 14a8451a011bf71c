"""The shapes of gold for linking; made by hand (tests/gold/ledger) or known because a world was made.

Documents are told by short names that the maker chooses; spans are code points in a document's text.
"""

import msgspec

from sayso.model.claim import Scope, Stance
from sayso.model.derivation import DerivationKind


class GoldValue(msgspec.Struct, frozen=True, kw_only=True):
    """The number that a member gives for a slot; an open end is None."""

    slot: str
    low: float | None
    high: float | None
    unit: str = ""


class GoldMember(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition by its printed words, in pieces where a cue stands inside, and its place in a claim."""

    document: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    stance: Stance = "supports"
    scope: Scope = "all"
    value: GoldValue | None = None


class GoldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What several propositions have in common, in the words of whoever made the gold."""

    name: str
    gist: str
    members: tuple[GoldMember, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The documents with a member in the claim."""
        return frozenset(member.document for member in self.members)


class GoldDerivation(msgspec.Struct, frozen=True, kw_only=True):
    """One true edge: `document` had it from `of`, or (None) from an `outlet` whose text is not there.

    `hidden`: true, but not to be read off the texts.
    """

    document: str
    kind: DerivationKind
    of: str | None
    outlet: str = ""
    hidden: bool = False
    why: str = ""


class GoldSide(msgspec.Struct, frozen=True, kw_only=True):
    """How many origins a stance has, at least and at most, and the documents of each; 0 where none is."""

    low: int = 0
    high: int = 0
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()


class GoldOrigins(msgspec.Struct, frozen=True, kw_only=True):
    """The true origins of one claim (by its name), for support and for denial."""

    claim: str
    support: GoldSide = GoldSide()
    denial: GoldSide = GoldSide()
    why: str = ""


class GoldLedger(msgspec.Struct, frozen=True, kw_only=True):
    """All gold of one set of documents.

    `exhaustive`: documents of which every proposition that shares a claim with another document is
    listed; what is not listed stands alone. `apart`: names of claims that look alike and are not one.
    """

    exhaustive: frozenset[str]
    claims: tuple[GoldClaim, ...]
    derivations: tuple[GoldDerivation, ...]
    origins: tuple[GoldOrigins, ...]
    apart: tuple[tuple[str, str], ...] = ()
