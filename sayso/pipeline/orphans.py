"""Judgements that do not hold by themselves any more: listed with why, moved nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Judgement, Orphan
from sayso.pipeline.correcting import orphaned
from sayso.pipeline.judged_then import document_of, judgements_on
from sayso.pipeline.targets import current_targets
from sayso.repair.corrections import MATTERS, correction_of
from sayso.store.store import Store

GONE = "its statement is not in what is shown of its document, and nothing stands in its place"
UNCLEAR = "what it says cannot be understood"
UNKNOWN = "what it is about is not in this ledger"
OTHER_TEXT = "the page was captured again with another text; it was decided on the earlier one"


def orphans(store: Store, as_of: str | None = None) -> tuple[Orphan, ...]:
    """The standing judgements that a person must look at again, each with why, in the order of their making.

    A correction that could not be put in, a target that nothing stands for any more, a page whose text
    changed since. None of them is moved by itself. `as_of`: those that stood on a day, beside the texts that
    were there; what an older reader made of a text is not asked.
    """
    standing = (one for one in judgements_on(store, as_of) if one.stands)
    return tuple(one for judgement in standing if (one := _orphan(store, judgement, as_of)))


def _orphan(store: Store, judgement: Judgement, as_of: str | None) -> Orphan | None:
    """The judgement with why it must be looked at again; None where it stands as it was made."""
    documents = [t for t in judgement.targets if t.startswith("d:")]
    things = [t for t in judgement.targets if t.startswith(("s:", "p:"))]
    why = _of_reading(store, judgement, documents) if documents else _of_things(store, things)
    if why:
        return Orphan(judgement=judgement, why=why[0], document=why[1])
    for document in documents or [d for t in things if (d := document_of(store, t))]:
        later = _later_version(store, document, as_of)
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
        (GONE if document else UNKNOWN, document) for document in (document_of(store, id) for id in gone)
    )
    return next(found, None)


def _later_version(store: Store, document: str, as_of: str | None) -> str | None:
    """The last captured text of the page that a document is of, where it is another one and later."""
    kept = store.kept(document)
    if kept is None or kept.series is None:
        return None
    last = store.versions(kept.series, as_of)[-1].document
    return last.id if last.text_sha256 != kept.document.text_sha256 else None
