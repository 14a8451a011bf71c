"""Derivation: who had it from whom, with the evidence for it (PROV wasDerivedFrom, hadPrimarySource)."""

from typing import Literal

import msgspec

from sayso.model.ids import digest

DerivationKind = Literal["cites", "copies", "translates", "corrects"]


class Derivation(msgspec.Struct, frozen=True, kw_only=True):
    """One edge: `document` had it from `of`, or from an outlet of which no text is in the ledger.

    `of` is a document's id, or None where the earlier text was only reported ("according to Radio
    Lanterna"); `outlet` names whose text it was. `statement` is the statement of `document` that the
    edge concerns, None for the whole text. `p` in [0, 1]: how sure the link is. `share` in [0, 1]: how
    much of `document` stands in `of` too, None where words were not compared. `evidence`: sentences for
    people, at least one.
    """

    id: str
    kind: DerivationKind
    document: str
    of: str | None
    outlet: str
    statement: str | None = None
    p: float
    share: float | None = None
    evidence: tuple[str, ...]

    @property
    def reported_only(self) -> bool:
        """Whether the earlier text was never read here."""
        return self.of is None


def derivation_id(kind: str, document: str, of: str | None, outlet: str, statement: str | None) -> str:
    """The id `r:…`: a hash of kind, both ends and the statement concerned."""
    return digest("r", (kind, document, of, outlet, statement))
