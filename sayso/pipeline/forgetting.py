"""Forgets a document: out of the evidence, the claims, the index, the files and the free pages."""

from __future__ import annotations

import msgspec

from sayso.errors import UsageError
from sayso.pipeline.linking import link_batch, link_pending
from sayso.pipeline.meaning import whole_id
from sayso.pipeline.settling import relinked
from sayso.store.store import Store


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was forgotten, and what forgetting it here could not reach.

    `copies`: documents that print (part of) the same words, `versions`: other captures of its page,
    `shared`: documents of the same bytes, which are kept for them; all of these stay. `judgements`: those
    that name it; the reasons that people wrote stay. `clean`: whether the file holds no old page any more;
    it does while another program reads it.
    """

    document: str
    copies: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    clean: bool = True


def forget(store: Store, document: str, *, by: str, why: str) -> Forgotten:
    """Takes a document out of the ledger for good, in one transaction, and scrubs the file.

    The claims that it was in are made anew without it: the ledger is then one that never had it, but for
    the log, which keeps that its id was forgotten. One that was forgotten before is scrubbed again. Raises
    UsageError where there is no such document, or by whom and why is not said; also for the beginning of an
    id, which it names whole: what cannot be undone is not to be done by a slip.
    """
    whole = whole_id(store, document)
    if whole != document:
        raise UsageError(f"{document!r} only begins an id, and this cannot be undone: give it whole, {whole}")
    if store.was_forgotten(document) and store.document(document) is None:
        return Forgotten(document=document, clean=store.scrub())
    edges = [edge for edge in store.derivations_of([document]) if edge.kind in {"copies", "translates"}]
    copies = {end for edge in edges for end in (edge.document, edge.of) if end and end != document}
    kept = store.kept(document)
    series = store.versions(kept.series) if kept and kept.series else ()
    with store.together():
        with relinked(store, document):
            gone = store.remove_document(document, by=by, why=why)
        link_batch(store, ())
    link_pending(store)
    return Forgotten(
        document=document, copies=tuple(sorted(copies)),
        versions=tuple(one.document.id for one in series if one.document.id != document),
        shared=gone.shared, judgements=gone.judgements, clean=store.scrub(),
    )  # fmt: skip
