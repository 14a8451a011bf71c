"""Weighs claims as they are shown: cases from the store, records, what people judged; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.assess.assessing import assess_all
from sayso.assess.by_hand import hand_of, with_word
from sayso.assess.case import Case, Hand
from sayso.assess.terms import Records
from sayso.link.status import withdrawn_documents
from sayso.model import Claim, Judgement, Record, Statement
from sayso.pipeline.casing import Rows, case_of
from sayso.pipeline.claiming import Workshop
from sayso.pipeline.records import records_of, resolved_claims
from sayso.reference.gazetteer import load_gazetteer
from sayso.store.store import Store

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
    judged = judged_of(store, claims, as_of)
    cases = [
        msgspec.structs.replace(case, hand=hands(judged[claim.id]))
        for claim, case in zip(claims, cases_of(store, claims), strict=True)
    ]
    return tuple(
        msgspec.structs.replace(claim, assessment=with_word(assessment, judged[claim.id]))
        for claim, assessment in zip(claims, assess_all(cases, known), strict=True)
    )


def known_records(store: Store, as_of: str | None) -> Mapping[str, Record]:
    """The records of sources by key or name; {} until somebody resolves a claim: all have their priors."""
    if not resolved_claims(store, as_of):
        return {}
    return records_of(store, load_gazetteer(), as_of)


def cases_of(store: Store, claims: Sequence[Claim]) -> list[Case]:
    """The case of each claim, without evidence by hand; what all of them need is fetched at once."""
    members = [member for claim in claims for member in claim.statements]
    workshop = Workshop(store, known=frozenset(member.document for member in members))
    workshop.load([member.proposition for member in members], [])
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


def judged_of(store: Store, claims: Iterable[Claim], as_of: str | None = None) -> dict[str, list[Judgement]]:
    """For each claim the standing judgements that add evidence to it or set its word, in their order.

    A judgement names a claim by propositions or statements in it, or by its id. Those made after `as_of`
    do not exist yet.
    """
    homes: dict[str, set[str]] = {}
    found: dict[str, list[Judgement]] = {}
    for claim in claims:
        found[claim.id] = []
        for target in (claim.id, *(t for m in claim.statements for t in (m.proposition, m.id))):
            homes.setdefault(target, set()).add(claim.id)
    for judgement in store.judgements(what=["evidence", "word"]):
        if as_of is None or judgement.at[:10] <= as_of:
            for id in sorted({id for target in judgement.targets for id in homes.get(target, ())}):
                found[id].append(judgement)
    return found


def hands(judgements: Iterable[Judgement]) -> tuple[Hand, ...]:
    """The evidence that judgements add, each an origin of its own; what cannot be read as one is left out."""
    return tuple(hand for judgement in judgements if (hand := hand_of(judgement)) is not None)
