"""Judgements that do not hold by themselves any more: listed with why, moved nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Judgement, Orphan
from sayso.pipeline.correcting import orphaned
from sayso.pipeline.targets import current_targets
from sayso.repair.corrections import MATTERS, correction_of
from sayso.store.store import Store

GONE = "its statement is not in what is shown of its document, and nothing stands in its place"
UNCLEAR = "what it says cannot be understood"
UNKNOWN = "what it is about is not in this ledger"
OTHER_TEXT = "the page was captured again with another text; it was decided on the earlier one"


def orphans(store: Store) -> tuple[Orphan, ...]:
    """The standing judgements that a person must look at again, each with why, in the order of their making.

    A correction that could not be put in, a target that nothing stands for any more, a page whose text
    changed since. None of them is moved by itself.
    """
    return tuple(one for judgement in store.judgements() if (one := _orphan(store, judgement)))


def _orphan(store: Store, judgement: Judgement) -> Orphan | None:
    """The judgement with why it must be looked at again; None where it stands as it was made."""
    documents = [t for t in judgement.targets if t.startswith("d:")]
    things = [t for t in judgement.targets if t.startswith(("s:", "p:"))]
    why = _of_reading(store, judgement, documents) if documents else _of_things(store, things)
    if why:
        return Orphan(judgement=judgement, why=why[0], document=why[1])
    for document in documents or [d for t in things if (d := _document_of(store, t))]:
        later = _later_version(store, document)
        if later:
            return Orphan(judgement=judgement, why=OTHER_TEXT, document=later)
    return None


Reason = tuple[str, str | None]


def _of_reading(store: Store, judgement: Judgement, documents: Sequence[str]) -> Reason | None:
    """Why a judgement that names its document does not hold, and the document."""
    if not store.documents_listed(documents):
        return UNKNOWN, None
    if judgement.what in MATTERS and correction_of(judgement) is None:
        return UNCLEAR, documents[0]
    found = ((why, d) for d in documents for id, why in orphaned(store, d) if id == judgement.id)
    return next(found, None)


def _of_things(store: Store, things: Sequence[str]) -> Reason | None:
    """Why a judgement on statements or propositions does not hold, and their document."""
    gone = (id for id, now in current_targets(store, things).items() if not now)
    found = (
        (GONE if document else UNKNOWN, document) for document in (_document_of(store, id) for id in gone)
    )
    return next(found, None)


def _document_of(store: Store, id: str) -> str | None:
    statement = store.statement_of(id) if id.startswith("p:") else id
    rows = store.readings_holding(statement) if statement else ()
    return rows[-1].document if rows else None


def _later_version(store: Store, document: str) -> str | None:
    """The last captured text of the page that a document is of, where it is another one and later."""
    kept = store.kept(document)
    if kept is None or kept.series is None:
        return None
    last = store.versions(kept.series)[-1].document
    return last.id if last.text_sha256 != kept.document.text_sha256 else None
