"""The words in which a claim is told to people: how many documents, how many origins, since when."""

from collections.abc import Sequence

from sayso.model import Claim, ClaimStatus, DossierClaim, Member, OriginGroup, Origins, Scope, Stance
from sayso.show.grouping import count
from sayso.show.report_words import days

STATUS: dict[ClaimStatus, str] = {
    "corroborated": "at least two independent origins, and nobody denies it",
    "contested": "some say it, others deny it",
    "single-origin": "everybody has it from one origin",
    "unconfirmed": "only hearsay, or could not be confirmed",
    "denied": "only denials are in this ledger",
    "withdrawn": "those who said it corrected or retracted it",
}
STANCE: dict[Stance, str] = {
    "supports": "says it", "denies": "denies it", "updates": "revises it", "comments": "comments on it",
}  # fmt: skip
SCOPE: dict[Scope, str] = {"all": "", "part": "in part"}
MOST_PUBLISHERS = 3


NOT_ON_RECORD = "lineage not on record"
DIFFERING = "several origins, but no two of them tell the same of it, and so none bears another out"


def standing(claim: Claim | DossierClaim) -> str:
    """How a claim stands, in a sentence; several origins that differ are not called one.

    >>> standing(Claim(id="c:1", gist="", status="denied", as_of=None, statements=()))
    'only denials are in this ledger'
    """
    if claim.status == "single-origin" and claim.origins.low > 1:
        return DIFFERING
    return STATUS[claim.status]


def root(group: OriginGroup) -> str:
    """To whom a group goes back; whose lineage nobody printed goes back to nobody.

    >>> root(OriginGroup(origin="The Lantern", documents=("d:1",), why="", recorded=False))
    'lineage not on record'
    """
    return group.origin if group.recorded else NOT_ON_RECORD


def uncounted(group: OriginGroup, found: Origins) -> str:
    """Why a group without lineage adds nothing to the count of its side; "" for one that is counted.

    >>> group = OriginGroup(origin="The Lantern", documents=("d:1",), why="", recorded=False)
    >>> uncounted(group, Origins(count=1, low=1, high=1, groups=(group,)))
    ''
    """
    if group.recorded or found.count > sum(one.recorded for one in found.groups):
        return ""
    who = "It may have it" if len(group.documents) == 1 else "They may have it"
    return f"{who} from another of these, and so nothing is added to the count."


def weighed(said: Sequence[str]) -> tuple[str, ...]:
    """What the lines of evidence amount to, for where these do not stand above: nothing is told as being so.

    >>> weighed(("It is likely to be so.", "Confidence is low: one origin."))
    ('By the lines of evidence: It is likely to be so.', 'Confidence is low: one origin.')
    """
    return (f"By the lines of evidence: {said[0]}", *said[1:]) if said else ()


def in_order(members: Sequence[Member]) -> list[Member]:
    """Members by day of publication, those without a date last."""
    return sorted(members, key=lambda m: (m.published or "9999", m.publisher or "", m.id, m.proposition))


def documents(claim: Claim) -> int:
    """How many documents carry the claim."""
    return len({member.document for member in claim.statements})


def span(claim: Claim) -> str:
    """The first and last day of publication; "" where no document has a date."""
    dates = sorted(member.published for member in claim.statements if member.published)
    return days(dates[0], dates[-1]) if dates else ""


def publishers(claim: Claim) -> str:
    """Who published it, the first ones by name.

    >>> publishers(Claim(id="c:1", gist="", status="denied", as_of=None, statements=()))
    ''
    """
    names = list(dict.fromkeys(m.publisher or "publisher unknown" for m in in_order(claim.statements)))
    more = len(names) - MOST_PUBLISHERS
    named = ", ".join(names[:MOST_PUBLISHERS])
    return f"{named} and {more} more" if more > 0 else named


def origins(found: Origins, side: str) -> str:
    """How many origins a side has: "1 origin for", "2 (1 to 3) origins against", "no origin for".

    >>> origins(Origins(count=2, low=1, high=3), "for")
    '2 (1 to 3) origins for'
    """
    if not found.count:
        return f"no origin {side}"
    if found.low == found.high:
        return f"{count(found.count, 'origin')} {side}"
    noun = "origin" if found.count == 1 else "origins"
    return f"{found.count} ({found.low} to {found.high}) {noun} {side}"


def tally(claim: Claim) -> str:
    """The line that counts: "14 documents · 1 origin for · 1 origin against"."""
    differ = " that differ" if claim.status == "single-origin" and claim.origins.low > 1 else ""
    parts = [count(documents(claim), "document"), origins(claim.origins, "for") + differ]
    if claim.origins_against.count:
        parts.append(origins(claim.origins_against, "against"))
    return " · ".join(parts)
