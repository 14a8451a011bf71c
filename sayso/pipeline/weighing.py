"""Weighs claims as they are shown: cases from the store, records, what people judged; nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.assess.assessing import assess_all
from sayso.assess.case import Case, Hand
from sayso.assess.terms import Records
from sayso.link.status import withdrawn_documents
from sayso.model import Claim, HandEvidence, Record, Statement
from sayso.pipeline.casing import Rows, case_of
from sayso.pipeline.claiming import Workshop
from sayso.pipeline.deciding import with_word
from sayso.pipeline.records import records_of, resolved_claims
from sayso.reference.gazetteer import load_gazetteer
from sayso.store.store import Store

MOST_KEPT = 200  # claims: the largest hold thousands of statements
DEPTH = 12  # statements around one, at most


def weigh(
    store: Store, claims: Sequence[Claim], *, as_of: str | None = None, records: Records | None = None
) -> tuple[Claim, ...]:
    """The claims, each with its assessment, in their order; () for none.

    Only what is in the claims counts, so that claims of an earlier day are weighed as of that day.
    `records` are those of the sources, by key or name; None asks for those that the ledger teaches.
    """
    if not claims:
        return ()
    known = known_records(store, as_of) if records is None else records
    cases = [
        msgspec.structs.replace(case, hand=tuple(map(_hand, claim.hand)))
        for claim, case in zip(claims, cases_of(store, claims), strict=True)
    ]
    return tuple(
        with_word(msgspec.structs.replace(claim, assessment=assessment))
        for claim, assessment in zip(claims, assess_all(cases, known), strict=True)
    )


class Scales:
    """Weighs for one ledger, and keeps what was weighed for one day until something is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: tuple[str, str | None] | None = None
        self._kept: dict[str, tuple[Claim, Claim]] = {}

    def weigh(self, claims: Sequence[Claim], as_of: str | None) -> tuple[Claim, ...]:
        """As `weigh` does; of more than a page or two nothing is kept."""
        if len(claims) > MOST_KEPT:
            return weigh(self._store, claims, as_of=as_of)
        head = self._store.head()
        seen = (head.hash if head else "", as_of)
        if seen != self._seen or len(self._kept) + len(claims) > MOST_KEPT:
            self._kept.clear()
            self._seen = seen
        new = [claim for claim in claims if self._kept.get(claim.id, (None,))[0] != claim]
        weighed = weigh(self._store, new, as_of=as_of)
        self._kept.update((claim.id, (claim, one)) for claim, one in zip(new, weighed, strict=True))
        return tuple(self._kept[claim.id][1] for claim in claims)


def _hand(evidence: HandEvidence) -> Hand:
    """Evidence by hand as weighing sees it: the same but for its moment."""
    return msgspec.convert(evidence, Hand, from_attributes=True)


def known_records(store: Store, as_of: str | None) -> Mapping[str, Record]:
    """The records of sources by key or name; {} until somebody resolves a claim: all have their priors."""
    if not resolved_claims(store, as_of):
        return {}
    return records_of(store, load_gazetteer(), as_of)


def cases_of(store: Store, claims: Sequence[Claim]) -> list[Case]:
    """The case of each claim, without evidence by hand; what all of them need is fetched at once."""
    members = [member for claim in claims for member in claim.statements]
    workshop = Workshop(store, known=frozenset(member.document for member in members))
    workshop.load(member.proposition for member in members)
    statements = _with_around(store, store.statements_by_id({member.id for member in members}))
    return [case_of(claim, _rows(workshop, claim, statements)) for claim in claims]


def _rows(workshop: Workshop, claim: Claim, statements: Mapping[str, Statement]) -> Rows:
    reports = {m.id: workshop.reports[m.id] for m in claim.statements if m.id in workshop.reports}
    marks = {m.proposition: workshop.marks[m.proposition] for m in claim.statements
             if m.proposition in workshop.marks}  # fmt: skip
    edges = workshop.derivations(claim.statements, reports)
    documents = {member.document for member in claim.statements}
    retractions = {d for d in documents if d in workshop.sketches and workshop.sketches[d].retraction}
    gone = withdrawn_documents(claim.statements, edges, retractions)
    return Rows(reports=reports, statements=statements, marks=marks, edges=edges, withdrawn=gone)


def _with_around(store: Store, statements: Mapping[str, Statement]) -> dict[str, Statement]:
    """The statements with those around them."""
    found = dict(statements)
    for _ in range(DEPTH):
        outer = {s.within for s in found.values() if s.within} - set(found)
        more = store.statements_by_id(outer) if outer else {}
        if not more:
            break
        found.update(more)
    return found
