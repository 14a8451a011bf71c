"""Claim: what several propositions, across documents, have in common (ClaimReview, AIDA)."""

from typing import Literal

import msgspec

from sayso.model.assessment import Assessment
from sayso.model.ids import digest
from sayso.model.origin import Origins
from sayso.model.verdict import HandEvidence, Verdict

Stance = Literal["supports", "denies", "updates", "comments"]
Scope = Literal["all", "part"]
ClaimStatus = Literal["corroborated", "contested", "single-origin", "unconfirmed", "denied", "withdrawn"]


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition's place in a claim. `id` is its statement. `p` in [0, 1]: how sure the link is; 1 for
    the proposition that gives the gist. `why`: sentences for people, () for that one. `compared`: of a
    proposal the proposition in the claim that its reasons and its stance are about; None in a member.
    """

    id: str
    proposition: str
    document: str
    publisher: str | None
    published: str | None
    stance: Stance = "supports"
    scope: Scope = "all"
    p: float = 1.0
    why: tuple[str, ...] = ()
    compared: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """An amount with its words: "at least 40" is `low=40, high=None`; an exact one has equal ends."""

    low: float | None = None
    high: float | None = None
    unit: str = ""


class ClaimValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value that some statements give for a slot ("killed", "doses"); one claim may have many.

    `origins` are the names of those that it goes back to. `probability` in [0, 1], where values of one slot
    conflict: what is missing to 1 is that none of them is right; None where nothing conflicts or was weighed.
    """

    slot: str
    value: Quantity
    statements: tuple[str, ...]
    origins: tuple[str, ...] = ()
    probability: float | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What propositions have in common. `gist` is a printed content of the ledger, never made up.

    `origins` concerns support, `origins_against` denial. `as_of` is the last day that was looked at.
    `proposals`: propositions that may belong here, for a person to decide (p from .5 to .9).
    `notices`: what a reader must know (a correction, a relay that said more than its source).
    `assessment` is None where nothing was weighed yet. `judgements`: the ids of what people decided that
    shaped it, in order; `verdicts` and `hand` what they decided of it and what evidence they added.
    """

    id: str
    gist: str
    status: ClaimStatus
    as_of: str | None
    statements: tuple[Member, ...]
    values: tuple[ClaimValue, ...] = ()
    origins: Origins = Origins()
    origins_against: Origins = Origins()
    proposals: tuple[Member, ...] = ()
    notices: tuple[str, ...] = ()
    assessment: Assessment | None = None
    judgements: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    hand: tuple[HandEvidence, ...] = ()

    @property
    def resolved(self) -> bool | None:
        """Whether it holds, as a person decided of just what it says now; None where nobody did."""
        outcomes = [v.value for v in self.verdicts if v.what == "outcome" and v.state == "counts"]
        found = [value for value in outcomes if value in {"holds", "fails"}]
        return found[-1] == "holds" if found else None


def gist_of_claim(claim: Claim) -> Member:
    """The member whose printed words stand at the head of a claim: the claim may get another id, this stays.

    >>> one = Member(id="s:1", proposition="p:1", document="d:1", publisher=None, published=None)
    >>> gist_of_claim(Claim(id="c:1", gist="", status="denied", as_of=None, statements=(one,))).proposition
    'p:1'
    """
    unexplained = [member for member in claim.statements if not member.why]
    return (unexplained or [claim.statements[0]])[0]


def claim_id(founder: str) -> str:
    """The id `c:…` of the claim whose earliest proposition (by day, then id) is `founder`."""
    return digest("c", (founder,))
