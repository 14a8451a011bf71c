"""Compares what has been added with all else: what may be one claim, and who had it from whom.

Steps over rows that could be batches on several machines: candidates share a bucket, a bucket that holds
more than a cap proposes nothing (and is reported), pairs are compared alone. What comes out depends on what
is in the ledger and not on how it was added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.link.anchors import anchor_bands
from sayso.link.compare import compare_all
from sayso.link.copies import copied
from sayso.link.correction_bands import asked_bands
from sayso.link.derivations import corrected, credited
from sayso.link.lineage import Report
from sayso.link.mark import Link, Mark
from sayso.link.related import related
from sayso.link.sketches import Sketch, bands_of
from sayso.model import Derivation
from sayso.pipeline.nearing import BAND_CAP, Anchors, Held, filled, near_pairs, still_near
from sayso.store import LinkRow
from sayso.store.store import Store

STAGE = "pair"  # a document that has done it is compared; its claims are made with the stage after this
CLAIMED = "link"  # that stage
KEY_CAP = 50  # propositions in a bucket; what more of them share tells nothing
EVERY = 1 << 62  # corrections are few, and a month's texts are not more in a larger ledger
BATCH, MOST = 128, 1024  # documents that are compared in one transaction: the fewest, the most
GROWTH = 2  # a batch is half of the ledger: what it is compared with is fetched once for all of it
Progress = Callable[[int, int], None]


def pair_pending(store: Store, progress: Progress | None = None, held: Held | None = None) -> int:
    """Compares every document that is not compared yet, a batch a transaction; how many there were.

    `held`: what was fetched by earlier calls, to be used and added to.
    """
    waiting = store.pending(CLAIMED, STAGE)
    fetched = {} if held is None else held
    done = 0
    while done < len(waiting):
        batch = waiting[done : done + batch_size(store.count_documents() - len(waiting) + done)]
        pair_batch(store, batch, fetched)
        done += len(batch)
        if progress:
            progress(done, len(waiting))
    return len(waiting)


def batch_size(compared: int) -> int:
    """How many documents to compare at once beside so many that are: a share of these, within bounds."""
    return min(MOST, max(BATCH, compared // GROWTH))


def pair_batch(store: Store, documents: Sequence[str], held: Held | None = None) -> None:
    """Puts the links and derivations between these documents and all others.

    The propositions of others whose claims may change by it are stale from then on, for these documents:
    those at the ends of links that went, and those of documents that derive from other ones now.
    """
    if not documents:
        return
    with store.together():
        own, lost = _link_propositions(store, documents, {} if held is None else held)
        touched = _link_documents(store, documents) | {end for pair in lost for end in pair}
        store.add_stale(documents[0], touched - own)
        for document in documents:
            store.mark_done(document, STAGE)


def _link_propositions(
    store: Store, documents: Sequence[str], held: Held
) -> tuple[set[str], set[tuple[str, str]]]:
    """Puts the links of these documents' propositions, and drops those that only full buckets proposed.

    Which propositions these are, and which links went.
    """
    decode = msgspec.msgpack.Decoder(Mark).decode
    seen = {d: {p: decode(b) for p, b in rows.items()} for d, rows in store.marks_in(documents).items()}
    own = {p: mark for rows in seen.values() for p, mark in rows.items()}
    anchors = {document: anchor_bands(rows.values()) for document, rows in seen.items()}
    keys = store.keys_of(own)
    pairs: set[tuple[str, str]] = set()
    full: set[int] = set()
    for proposition in own:
        sharing = store.propositions_sharing(keys.get(proposition, ()), KEY_CAP)
        full.update(sharing.over)
        pairs.update((min(proposition, q), max(proposition, q)) for q in sharing.shared if q != proposition)
    pairs.update(near_pairs(store, anchors, held))
    others = {q for pair in pairs for q in pair if q not in own}
    marks = {**own, **{p: decode(blob) for p, blob in store.marks(others).items()}}
    found = list(compare_all(marks, sorted(pairs)))
    store.put_links(_row(link) for link in _related(store, found, marks))
    return set(own), _drop_overflowed(store, full, keys) | _drop_filled(store, anchors)


def _row(link: Link) -> LinkRow:
    return LinkRow(a=link.a, b=link.b, p=link.p, relation=link.relation)


def _related(store: Store, links: Sequence[Link], marks: Mapping[str, Mark]) -> Iterator[Link]:
    """The links, those surer whose documents have to do with each other."""
    decode = msgspec.msgpack.Decoder(Report).decode
    ends = {marks[end].statement for link in links for end in (link.a, link.b)}
    reports = {s: decode(blob) for s, blob in store.reports(ends).items()}
    for link in links:
        a, b = (reports.get(marks[end].statement) for end in (link.a, link.b))
        yield related(link, a, b) if a and b else link


def _drop_overflowed(
    store: Store, full: Iterable[int], keys: dict[str, tuple[int, ...]]
) -> set[tuple[str, str]]:
    """Drops the links that only buckets proposed which these documents have filled; those."""
    new: dict[int, int] = {}
    for every in keys.values():
        for key in every:
            new[key] = new.get(key, 0) + 1
    sizes = store.bucket_sizes(full)
    just = [key for key in full if sizes[key] - new.get(key, 0) <= KEY_CAP]
    dropped: set[tuple[str, str]] = set()
    for key in just:
        inside = set(store.propositions_sharing([key], sizes[key]).shared)
        lost = _sharing_none(store, sorted(store.weights_among(inside)))
        store.drop_links(lost)
        dropped.update(lost)
    return dropped


def _drop_filled(store: Store, anchors: Anchors) -> set[tuple[str, str]]:
    """Drops the links that only a name proposed which is in too many documents now; those."""
    dropped: set[tuple[str, str]] = set()
    for inside in filled(store, anchors):
        own = {p for rows in store.marks_in(inside).values() for p in rows}
        lost = _sharing_none(store, sorted(store.weights_among(own)))
        store.drop_links(lost)
        dropped.update(lost)
    return dropped


def _sharing_none(store: Store, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs that share no bucket but full ones, and are not near in meaning either; in order."""
    found = store.keys_of(sorted({end for pair in pairs for end in pair}))
    both = {(a, b): set(found.get(a, ())) & set(found.get(b, ())) for a, b in pairs}
    sizes = store.bucket_sizes(set[int]().union(*both.values()))
    apart = [pair for pair in pairs if not any(sizes[key] <= KEY_CAP for key in both[pair])]
    near = still_near(store, apart)
    return [pair for pair in apart if pair not in near]


def _link_documents(store: Store, documents: Sequence[str]) -> set[str]:
    """Puts the derivations between these documents and all others; the propositions that they concern."""
    decode = msgspec.msgpack.Decoder(Sketch).decode
    sketches = {d: decode(blob) for d, blob in store.sketches(documents).items()}
    found: dict[str, Derivation] = {}
    for id, sketch in sketches.items():
        alike, corrections = _alike(store, id, sketch), _corrections(store, id, sketch)
        apart = (alike | corrections) - sketches.keys()
        others = {d: decode(blob) for d, blob in store.sketches(apart).items()}
        near = {d: sketches.get(d) or others[d] for d in alike | corrections if d in sketches or d in others}
        edges = [copied(sketch, near[d]) for d in alike & near.keys()]
        edges += [corrected(sketch, other) for other in near.values()]
        found.update((edge.id, edge) for edge in edges if edge)
        alone = credited(sketch)
        if alone:
            found[alone.id] = alone
    store.put_derivations(found.values())
    derived = {edge.document for edge in found.values()} | {edge.of for edge in found.values() if edge.of}
    return {p for rows in store.marks_in(derived).values() for p in rows}


def _alike(store: Store, id: str, sketch: Sketch) -> set[str]:
    """The documents that may share words with one."""
    bands = bands_of(sketch)
    return set(store.documents_sharing(bands, BAND_CAP).shared) - {id}


def _corrections(store: Store, id: str, sketch: Sketch) -> set[str]:
    """The documents that may be corrected by one, or correct it: of its outlet, within some months, all."""
    return set(store.documents_sharing(asked_bands(sketch), EVERY).shared) - {id}
