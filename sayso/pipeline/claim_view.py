"""One claim as it is shown: as known on a day, with documents and statements, and who had it from whom."""

from __future__ import annotations

import msgspec

from sayso.errors import UsageError
from sayso.link.copies import without_detours
from sayso.model import Claim, Derivation, DocumentRow, Statement
from sayso.pipeline.claiming import derivations_of_claim
from sayso.pipeline.earlier import claims_on, with_proposals
from sayso.pipeline.meaning import claim_meant
from sayso.pipeline.valuing import with_support
from sayso.store.store import Store


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what is needed to show it: its documents, its statements, the edges between documents."""

    claim: Claim
    documents: dict[str, DocumentRow]
    statements: dict[str, Statement]
    derivations: tuple[Derivation, ...]


def one_claim(store: Store, id: str, as_of: str | None) -> Claim:
    """The claim that an id means, as it is or as known on a day, with the support of its values; not weighed.

    Raises UsageError where there is none, more than one, or nobody had made it by that day.
    """
    stored = claim_meant(store, id)
    if as_of is None:
        return with_support(msgspec.structs.replace(stored, as_of=store.last_published()))
    made = claims_on(store, [m.proposition for m in stored.statements], as_of)
    best = max(made, key=lambda claim: _overlap(claim, stored), default=None)
    if best is None:
        raise UsageError(f"nobody had made the claim {id} by {as_of}")
    (found,) = with_proposals(store, [best], as_of)
    return with_support(msgspec.structs.replace(found, as_of=as_of))


def view_of(store: Store, claim: Claim, as_of: str | None) -> ClaimView:
    """The claim with all that is needed to show it, as known on a day."""
    members = (*claim.statements, *claim.proposals)
    return ClaimView(
        claim=claim,
        documents=store.documents_listed({member.document for member in members}, as_of),
        statements=store.statements_by_id({member.id for member in members}),
        derivations=edges_of(store, claim),
    )


def edges_of(store: Store, claim: Claim) -> tuple[Derivation, ...]:
    """Who had the claim from whom, as far as is known, by id; without what other edges say already."""
    return without_detours(derivations_of_claim(store, claim))


def _overlap(claim: Claim, stored: Claim) -> tuple[int, str]:
    inside = {member.proposition for member in stored.statements}
    return (sum(member.proposition in inside for member in claim.statements), claim.id)
