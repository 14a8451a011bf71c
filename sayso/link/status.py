"""How a claim stands, read off the cautious end of its counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.link.lineage import Report
from sayso.model import ClaimStatus, Derivation, Member, Origins

FOR = frozenset({"supports", "updates"})


def status_of(
    members: Sequence[Member],
    reports: Mapping[str, Report],
    origins: Origins,
    withdrawn: Collection[str] = (),
) -> ClaimStatus:
    """The status of a claim with these members; `withdrawn` are documents whose claim was taken back.

    `withdrawn`: every supporter is taken back, or has it from one that is. `denied`: nobody says it.
    `unconfirmed`: whoever says it has it from hearsay, or nobody does either. `contested`: some say it,
    others deny it. `corroborated`: at least two origins at the cautious end. Else `single-origin`. `origins`:
    those of the supporters that give no other amount than the claim does.
    """
    supporters = [member for member in members if member.stance in FOR]
    deniers = [member for member in members if member.stance == "denies"]
    if supporters and all(member.document in withdrawn for member in supporters):
        return "withdrawn"
    if not supporters:
        return "denied" if deniers else "unconfirmed"
    if all(_only_heard(member, reports) for member in supporters):
        return "unconfirmed"
    if deniers:
        return "contested"
    return "corroborated" if origins.low >= 2 else "single-origin"


def _only_heard(member: Member, reports: Mapping[str, Report]) -> bool:
    report = reports.get(member.id)
    return report is not None and (report.hearsay or report.vague_outlets)


def withdrawn_documents(
    members: Sequence[Member], derivations: Iterable[Derivation], retractions: Collection[str]
) -> frozenset[str]:
    """The documents of a claim that were taken back, and those that have it from one of them.

    Taken back is what a text of the same outlet corrects that retracts it, or that denies the claim itself.
    """
    edges = sorted(set(derivations), key=lambda edge: edge.id)
    denying = {member.document for member in members if member.stance == "denies"}
    corrections = (e for e in edges if e.kind == "corrects" and e.of)
    gone = {e.of for e in corrections if e.of and (e.document in retractions or e.document in denying)}
    documents = {member.document for member in members}
    handed = [(e.document, e.of) for e in edges if e.kind != "corrects" and e.of and e.document in documents]
    while True:
        more = {document for document, of in handed if of in gone} - gone
        if not more:
            return frozenset(gone & documents)
        gone |= more
