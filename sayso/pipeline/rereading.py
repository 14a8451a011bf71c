"""Reads the documents of a ledger anew: a newer reading beside the old one, with a map between them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import msgspec

from sayso.errors import Problem, UnreadableInput, UsageError
from sayso.link.encoder import load_encoder
from sayso.link.nearness import placed
from sayso.model import Document, DocumentRow, MapKind, ReadingChange, ReadingDiff, row_of
from sayso.pipeline.adding import AHEAD, FEW, Read, ReadsFor, read_for_ledger, read_or_problem, reads_by
from sayso.pipeline.correcting import settle
from sayso.pipeline.linking import link_pending
from sayso.pipeline.meaning import whole_id
from sayso.pipeline.reading import OURS, RULES, choose_reader
from sayso.pipeline.settling import put_in_place
from sayso.plugins import NOTHING, Enabled
from sayso.repair.mapping import map_readings
from sayso.store.store import Store


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """One document that was read anew: by whom before (None: by nobody), by whom now, and the map's lines."""

    document: DocumentRow
    before: str | None
    reading: str
    counts: dict[MapKind, int]


def reread(
    store: Store,
    reading: str,
    *,
    workers: int = 2,
    rules: bool = False,
    reads: ReadsFor = read_for_ledger,
) -> Iterator[Reread | Problem]:
    """Reads every document whose shown statements are not those of `reading`, the name of the reader.

    Those whose vectors earlier weights made are read, too, so that they are compared like all others.

    Documents go by day of publication, each in a transaction of its own, so that a run that was stopped
    goes on where it was; claims are made anew when all are read. `reads` does the reading, in this process
    for a few documents and in `workers` for many.
    """
    behind = [*store.documents_behind(reading), *seen_before(store)]
    behind = list(dict.fromkeys(behind))
    here = workers < 2 or len(behind) <= FEW
    documents = (one for id in behind if (one := store.document(id)) is not None)
    pairs = _here(documents, rules, reads) if here else _beside(documents, rules, reads, workers)
    for document, read in pairs:
        yield read if isinstance(read, Problem) else put_reading(store, document, read)
        yield from () if isinstance(read, Problem) else read.problems
    link_pending(store)


def seen_before(store: Store) -> list[str]:
    """The documents whose vectors the present weights did not make, by id; none without weights."""
    if load_encoder() is None:
        return []
    return sorted(
        id for id in store.marked() if not len(placed(store.marks_in([id])[id].values()).topic.values)
    )


def reread_by(
    store: Store, *, workers: int = 2, rules: bool = False, reader: str = OURS, plugins: Enabled = NOTHING
) -> Iterator[Reread | Problem]:
    """Reads anew by the reader of this name; UsageError at once where there is none."""
    reading = choose_reader(reader, rules=rules, plugins=plugins).reading
    reads = reads_by(reader, plugins)
    return reread(store, reading, workers=workers, rules=rules or reader == RULES, reads=reads)


Pair = tuple[Document, Read | Problem]


def put_reading(store: Store, document: Document, read: Read) -> Reread | Problem:
    """Puts one newer reading beside the old one, with the map between them, and shows it."""
    if read.reading is None:
        return Problem(where=document.input, what="it was not read", hint="its language is not read yet")
    shown = store.shown(document.id)
    older = shown.base if shown else None
    lines = map_readings(store.statements(document.id, older), read.statements) if older else ()
    with store.together():
        if older is not None and older != read.reading:
            store.put_reading_map(document.id, older, read.reading, lines)
        put_in_place(store, document.id, read.reading, read.statements, read.views)
        settle(store, document.id)
    counts = Counter(line.kind for line in lines)
    return Reread(document=row_of(document), before=older, reading=read.reading, counts=dict(counts))


def _here(documents: Iterable[Document], rules: bool, reads: ReadsFor) -> Iterator[Pair]:
    for document in documents:
        yield document, read_or_problem(reads, document, rules)


def _beside(documents: Iterable[Document], rules: bool, reads: ReadsFor, workers: int) -> Iterator[Pair]:
    """The documents in order with what workers read in them, a bounded number ahead."""
    waiting: deque[tuple[Document, Future[Read]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for document in documents:
            waiting.append((document, pool.submit(reads, document, rules)))
            if len(waiting) >= workers * AHEAD:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


def _finished(document: Document, job: Future[Read]) -> Pair:
    try:
        return document, job.result()
    except UnreadableInput as error:
        return document, error.problem
    except BrokenProcessPool:
        hint = "call it again; its older reading is kept"
        return document, Problem(where=document.input, what="the reading process died", hint=hint)


def reading_diff(
    store: Store, document: str, older: str | None = None, newer: str | None = None, *,
    as_of: str | None = None,
) -> ReadingDiff:  # fmt: skip
    """What is different between two readings of a document; without names, the shown one and that before.

    Raises UsageError where there is no such document, or was none on the day `as_of`, or it has no such
    reading. The readings are those that there are now: of them no day is asked.
    """
    document = whole_id(store, document)
    if as_of is not None and store.document(document, as_of) is None:
        raise UsageError(f"no document {document!r} in {store.path} by {as_of}")
    names = store.readings(document)
    shown = store.shown(document)
    if shown is None:
        raise UsageError(f"no document {document!r} that was read in {store.path}")
    after = newer or shown.reading
    before = older or _before(names, shown.base, after)
    if before is None or before == after:
        raise UsageError(f"{document} has one reading, {after}: there is nothing to compare it with")
    for name in (before, after):
        if name not in names:
            raise UsageError(f"{document} has no reading {name!r}; it has {', '.join(names)}")
    old = {s.id: s for s in store.statements(document, before)}
    new = {s.id: s for s in store.statements(document, after)}
    lines = store.reading_map(document, before, after) or map_readings([*old.values()], [*new.values()])
    changes = tuple(
        ReadingChange(kind=x.kind, before=old.get(x.before or ""), after=new.get(x.after or ""))
        for x in lines
        if x.kind != "same"
    )
    same = len(new) - len({one.after.id for one in changes if one.after})
    return ReadingDiff(document=document, older=before, newer=after, same=same, changes=changes)


def _before(names: tuple[str, ...], base: str, after: str) -> str | None:
    """The reading that was shown before one: the reader's own under a corrected one, else the one before."""
    if base != after and base in names:
        return base
    at = names.index(after) if after in names else 0
    return names[at - 1] if at else None
