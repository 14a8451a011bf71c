"""Finds pairs of propositions that are near in meaning, in documents on one matter that share a rare name.

A name that more than a cap of documents have tells nothing and proposes nothing: so the work for a document
does not grow with the ledger, and what comes out does not hang on the order in which documents came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.link.anchors import anchor_bands
from sayso.link.mark import Mark
from sayso.link.nearness import Placed, are_near, near, on_one_matter, placed
from sayso.store.store import Store

BAND_CAP = 200  # documents in a band
MOST_HELD = 24_000  # documents whose vectors are kept meanwhile; some 5 kB each


Anchors = Mapping[str, frozenset[int]]
"""The bands of the rare names of each document."""


Held = dict[str, Placed]
"""The vectors of documents that were fetched."""


def near_pairs(store: Store, anchors: Anchors, held: Held) -> Iterator[tuple[str, str]]:
    """Each pair of propositions, the lower id first, of one of these documents and any other; () for none.

    `held` is used and added to; with a bound on its size.
    """
    for document, bands in anchors.items():
        others = sorted(store.documents_sharing(bands, BAND_CAP).shared.keys() - {document})
        _hold(store, held, [document, *others])
        own, around = held[document], [held[other] for other in others]
        chosen = [around[at] for at in on_one_matter(own, around)]
        yield from ((min(pair), max(pair)) for pair in near(own, chosen))


def filled(store: Store, anchors: Anchors) -> Iterator[frozenset[str]]:
    """The documents of each rare name that these documents have made too common."""
    new = Counter(band for bands in anchors.values() for band in bands)
    sizes = store.band_sizes(new)
    just = [band for band, size in sizes.items() if size > BAND_CAP >= size - new[band]]
    yield from store.band_documents(just).values()


def still_near(store: Store, pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the pairs that `near_pairs` would propose of the ledger as it is."""
    ends = {end for pair in pairs for end in pair}
    homes = store.documents_of(ends)
    anchors = _anchors(store, set(homes.values()))
    sizes = store.band_sizes(frozenset().union(*anchors.values()))
    few = frozenset(band for band, size in sizes.items() if size <= BAND_CAP)
    open_ = {document: bands & few for document, bands in anchors.items()}
    asked = [
        (a, b) for a, b in pairs if homes[a] != homes[b] and not open_[homes[a]].isdisjoint(open_[homes[b]])
    ]
    marks = store.marks(end for pair in asked for end in pair)
    at = {proposition: placed([mark]) for proposition, mark in marks.items()}
    return {(a, b) for a, b in asked if are_near(at[a], at[b])}


def _anchors(store: Store, documents: Iterable[str]) -> Anchors:
    decode = msgspec.msgpack.Decoder(Mark).decode
    found = store.marks_in(documents)
    return {document: anchor_bands(map(decode, rows.values())) for document, rows in found.items()}


def _hold(store: Store, held: Held, wanted: Sequence[str]) -> None:
    """Fetches the vectors of these documents."""
    if len(held) + len(wanted) > MOST_HELD:
        held.clear()
    missing = [document for document in wanted if document not in held]
    found = store.marks_in(missing)
    held.update((document, placed(found.get(document, {}).values())) for document in missing)
