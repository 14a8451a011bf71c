"""Promised against delivered: the expectations of a subject, each with what is printed of its outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import DossierOutcome, DossierPromise, Expectation, Outcome, Quote
from sayso.pipeline.dossiers.finding import Found
from sayso.pipeline.dossiers.quoting import Texts
from sayso.store.store import Store

NO_DAY = "9999-99-99"


def promises_of(
    store: Store, expectations: Iterable[Expectation], found: Found, texts: Texts, as_of: str | None
) -> list[DossierPromise]:
    """The expectations that a statement of the subject tells, or tells the outcome of, by the last due day.

    Where a telling is of a statement that a newer reading dropped, it is left out.
    """
    wanted = [one for one in expectations if _belongs(one, found)]
    ids = {o.statement for one in wanted for o in one.outcomes if o.statement}
    documents = {s.id: s.document for s in store.statements_by_id(ids, as_of).values()}
    made = [_promise(one, documents, texts) for one in wanted]
    return sorted((one for one in made if one), key=_order)


def _belongs(one: Expectation, found: Found) -> bool:
    told = {t.statement for t in one.told} | {o.statement for o in one.outcomes if o.statement}
    return not told.isdisjoint(found.statements)


def _promise(one: Expectation, documents: dict[str, str], texts: Texts) -> DossierPromise | None:
    quote = _quote(one.statement, one.document, one.proposition, texts)
    if quote is None:
        return None
    return DossierPromise(
        id=one.id, quote=quote, promisor=one.promisor, anonymous=one.anonymous, due_from=one.due_from,
        due_to=one.due_to, modality=one.modality, condition=one.condition, quantity=one.quantity,
        delivered=one.delivered, status=one.status, revised_by=one.revised_by, word_by=one.word_by,
        outcomes=_outcomes(one.outcomes, documents, texts),
    )  # fmt: skip


def _outcomes(
    outcomes: Sequence[Outcome], documents: dict[str, str], texts: Texts
) -> tuple[DossierOutcome, ...]:
    """The outcomes in order; one whose statement is not there (yet) is left out, unless a person set it."""
    found: dict[object, DossierOutcome] = {}
    for one in outcomes:
        document = documents.get(one.statement or "")
        quote = _quote(one.statement or "", document, None, texts) if document else None
        if quote is None and one.by is None:
            continue
        made = DossierOutcome(
            kind=one.kind, day=one.day, quote=quote, why=one.why, delivered=one.delivered, by=one.by
        )
        found.setdefault((one.kind, quote.document, quote.spans) if quote else one.why, made)
    return tuple(found.values())


def _quote(id: str, document: str, proposition: str | None, texts: Texts) -> Quote | None:
    statement = texts.statement(id, document)
    return texts.quote(statement, proposition) if statement else None


def _order(one: DossierPromise) -> tuple[str, str, str]:
    return (one.due_to or one.due_from or NO_DAY, one.quote.published or NO_DAY, one.id)
