"""Case: what weighing sees of one claim, so that nothing else of the ledger is needed to assess it."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import Certainty, SourceKind

ClaimClass = Literal["report", "expectation"]
FirstHand = Literal["", "contact", "named", "self", "direct"]
Specific = Literal["number", "name", "day"]
Strength = Literal["weak", "moderate", "strong"]
HandKind = Literal["satellite", "customs", "document", "interview", "other"]
HandStance = Literal["supports", "denies"]
UNRECORDED = "no recorded origin"  # what a side is called that nobody in particular answers for


class Voice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One statement of a claim, as it is weighed.

    `speaker` is who says it, in printed words; `kind` its kind; `anonymous`: nobody could be held to it by
    name. `hedge`: the most hedged link of its chain. `depth`: how many relays lie between whom it goes back
    to and the publisher; `unread`: a relay's own text was never read. `first_hand`: how it is printed that it
    was had from the source itself, "" for not at all. `specific`: what details it gives. `inference`: the
    outlet concludes it itself. `hearsay`: only heard ("reportedly"). `derived`: had from another statement of
    the claim, so that it adds nothing. `withdrawn`: taken back. `interested`: whoever denies has a part in
    what is claimed; `part`: only part is denied. Both say nothing of support.
    """

    statement: str
    document: str
    published: str | None = None
    speaker: str = ""
    kind: SourceKind = "unspecified"
    anonymous: bool = False
    hedge: Certainty = "CT"
    depth: int = 0
    unread: bool = False
    first_hand: FirstHand = ""
    specific: tuple[Specific, ...] = ()
    inference: bool = False
    hearsay: bool = False
    derived: bool = False
    withdrawn: bool = False
    interested: bool = False
    part: bool = False

    @property
    def silent(self) -> bool:
        """Whether it weighs nothing whatever else it is: an own inference, hearsay, what was taken back."""
        return self.inference or self.hearsay or self.withdrawn


class Side(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One origin of support or of denial, with every statement that goes back to it; at least one.

    `origin` names it for people. `key` tells who answers for it, the same on both sides ("" for nobody);
    `source` is that one's name, by which its record is found. `recorded`: its lineage is on record; what is
    not is one group a side at most. `p_own` in [0, 1]: how sure it is that it is an origin of its own.
    """

    origin: str
    key: str = ""
    source: str = ""
    recorded: bool = True
    p_own: float = 1.0
    voices: tuple[Voice, ...]


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that a person adds: an origin of its own. `reference` says where it can be looked up."""

    id: str
    kind: HandKind = "other"
    reference: str = ""
    stance: HandStance = "supports"
    strength: Strength = "moderate"
    text: str = ""
    by: str = ""


class Case(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One claim with its origins for and against. Neither the order of origins nor that of voices matters."""

    claim: str
    kind: ClaimClass = "report"
    support: tuple[Side, ...] = ()
    denial: tuple[Side, ...] = ()
    hand: tuple[Hand, ...] = ()
