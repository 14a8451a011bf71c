"""Tells what documents changed that arrived since somebody was told last, whatever their days are.

`sayso changes` compares two days; this compares the ledger with and without some documents, so that a
report of March that comes in May is news in May.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from sayso.assess.promises.expectations import status_on
from sayso.model import DocumentRow, Expectation, News
from sayso.pipeline.changing import (
    Period,
    claim_news,
    correction_news,
    expectation_news,
    in_order,
    record_news,
)
from sayso.pipeline.claiming import claims_without
from sayso.pipeline.promises import expectations_on, records_of
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

UNKNOWN = "An unknown publisher"


def news_of(store: Store, gazetteer: Gazetteer, period: Period) -> tuple[News, ...]:
    """What the documents of `period` changed, and what fell due in it, by kind; () where nothing did.

    `period.documents` may have any days; its days tell only which promises fell due.
    """
    found = [*correction_news(store, period), *_expectations(store, gazetteer, period)]
    if period.documents:
        found += [*_claims(store, period), *_documents(store, period)]
    return in_order(found)


def _claims(store: Store, period: Period) -> Iterator[News]:
    claims = store.claims_by_id(store.claims_in(period.documents))
    before = claims_without(store, claims.values(), period.documents)
    for id in sorted(claims):
        yield from claim_news(before.get(id), claims[id], period)


def _expectations(store: Store, gazetteer: Gazetteer, period: Period) -> Iterator[News]:
    after = expectations_on(store, period.until)
    new = frozenset(s.id for document in period.documents for s in store.statements(document))
    before = {one.id: one for one in (_without(one, new, period) for one in after) if one is not None}
    for one in after:
        news = expectation_news(before.get(one.id), one, period)
        if news:
            yield news
    old = {record.promisor: record for record in records_of(before.values(), gazetteer)}
    for record in records_of(after, gazetteer):
        yield from record_news(old.get(record.promisor), record)


def _without(one: Expectation, new: Collection[str], period: Period) -> Expectation | None:
    """The expectation as it was without the new documents on the earlier day; None where it was not there."""
    told = tuple(t for t in one.told if t.document not in period.documents)
    if not told:
        return None
    if one.word_by is not None:
        return one
    outcomes = tuple(outcome for outcome in one.outcomes if outcome.statement not in new)
    status = status_on(one.due_from, one.due_to, outcomes, period.since)
    return msgspec.structs.replace(one, told=told, outcomes=outcomes, status=status)


def _documents(store: Store, period: Period) -> Iterator[News]:
    for row in store.documents_listed(period.documents).values():
        yield News(
            kind="document", about=row.title or row.input, text=_sentence(store, row), day=row.published,
            documents=(row.id,),
        )  # fmt: skip


def _sentence(store: Store, row: DocumentRow) -> str:
    count = len(store.statements(row.id))
    read = f"{count} statement{'' if count == 1 else 's'}" if row.status != "unread" else "not read"
    when = f" on {row.published}" if row.published else ", no date"
    return f"{row.publisher or UNKNOWN}{when}: {read}."
