"""Puts other statements of a document in the place of those that are shown; linking follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sayso.model import Statement
from sayso.pipeline.expecting import forget_tellings
from sayso.pipeline.nearing import BAND_CAP
from sayso.pipeline.pairing import CLAIMED, KEY_CAP, STAGE
from sayso.store import DocumentViews
from sayso.store.store import Store


def put_in_place(
    store: Store,
    document: str,
    reading: str,
    statements: Sequence[Statement],
    views: DocumentViews,
    *,
    base: str | None = None,
) -> None:
    """Shows these statements of a document, as a reading beside those that it has, in one transaction.

    A reading that the document has already is shown again as it was kept. What hung on the statements shown
    before is stale and the document is to be linked again, so that the next linking leaves the ledger as if
    only this reading had ever been there.
    """
    with store.together(), relinked(store, document):
        if not store.add_reading(document, reading, statements, views, base=base):
            store.show_reading(document, reading)
            store.put_views(document, views)


@contextmanager
def relinked(store: Store, document: str) -> Iterator[None]:
    """Takes a document out of linking before what is done inside, and reopens what that lets in again.

    A bucket that held too much proposes nothing; when it shrinks below its cap, the documents in it have
    candidates that they did not have. What it foretold and told is dropped, too, while its links still say
    what it bore on; it is found again when the document is gone through anew.
    """
    keys = {key for every in store.keys_of(_own(store, document)).values() for key in every}
    bands = store.bands_of(document)
    full = [k for k, size in store.bucket_sizes(keys, KEY_CAP + 1).items() if size > KEY_CAP]
    wide = [b for b, size in store.band_sizes(bands, BAND_CAP + 1).items() if size > BAND_CAP]
    store.unlink(document)
    forget_tellings(store, [document])
    yield
    if full or wide:
        inside = store.propositions_sharing(full, KEY_CAP).shared
        near = set(store.documents_of(inside).values()) | set(store.documents_sharing(wide, BAND_CAP).shared)
        for stage in (STAGE, CLAIMED):
            store.reopen_documents(stage, near)


def _own(store: Store, document: str) -> frozenset[str]:
    return store.propositions_in_marks([document])
