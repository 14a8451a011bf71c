"""Links what has been added: pairs first, then the claims that they make, then what became of promises.

Claims are made of connected components once all pairs are there: made with every batch of pairs, most of them
would be made anew many times. What comes out depends on what is in the ledger and not on how it was added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.pipeline.at_hand import AtHand
from sayso.pipeline.claiming import rebuild
from sayso.pipeline.expecting import expect_pending
from sayso.pipeline.pairing import CLAIMED, Progress, pair_batch, pair_pending
from sayso.pipeline.pairing import STAGE as PAIRED
from sayso.pipeline.proposing import Edge
from sayso.pipeline.renewing import renew
from sayso.store.store import Store

STAGE = CLAIMED
AT_ONCE = 2000  # propositions whose links are looked through at once


def link_pending(store: Store, progress: Progress | None = None, hand: AtHand | None = None) -> int:
    """Links every document that is not linked yet; how many there were.

    What an earlier run compared and made no claims of is among them.
    """
    waiting = store.pending(STAGE)
    hand = hand or AtHand()
    pair_pending(store, progress, hand.vectors)
    if waiting or store.stale():
        with store.together():
            _make_claims(store, waiting)
    expect_pending(store, hand.told)
    return len(waiting)


def link_batch(store: Store, documents: Sequence[str]) -> None:
    """Links these documents with all others, and makes the claims anew that they touch or that are stale."""
    with store.together():
        pair_batch(store, documents)
        _make_claims(store, documents)


def _make_claims(store: Store, documents: Sequence[str]) -> None:
    """Makes the claims of documents that were compared, and of what is stale for them."""
    own = store.propositions_in_marks(documents)
    made = rebuild(store, own | store.stale(documents))
    for edges in _leading_out(store, own):
        renew(store, edges, made)
    store.clear_stale(documents)
    for document in documents:
        store.mark_done(document, STAGE)
    store.reopen_documents(PAIRED, documents)  # who has claims need not be marked as compared


def _leading_out(store: Store, own: frozenset[str]) -> Iterator[list[Edge]]:
    """The links between these propositions and others, in portions."""
    rest = iter(sorted(own))
    while some := list(islice(rest, AT_ONCE)):
        edges = [edge for edge in store.ends_of(some) if edge[1] not in own or edge[2] not in own]
        if edges:
            yield edges
