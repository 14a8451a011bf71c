"""Adds documents to a ledger: read in worker processes, written one by one, then linked."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import Literal

import msgspec

from sayso.errors import Problem, UnreadableInput
from sayso.ingest import Defaults
from sayso.ingest.capture import Capture
from sayso.ingest.captures import capture_paths
from sayso.model import Document, DocumentRow, Statement, row_of
from sayso.pipeline.at_hand import AtHand
from sayso.pipeline.correcting import settle
from sayso.pipeline.expecting import rows_of
from sayso.pipeline.input_names import named
from sayso.pipeline.linking import link_pending
from sayso.pipeline.pairing import batch_size, pair_pending
from sayso.pipeline.reading import BUILT_IN, OURS, RULES, choose_reader, read_document, with_problems
from sayso.pipeline.viewing import viewer
from sayso.plugins import NOTHING, Enabled, plugged_formats
from sayso.store import DocumentViews, TellingRow
from sayso.store.store import Store

LEAST_LAST = 128  # documents that are compared at once when the last ones are being read
LATEST_CLAIMS = 16_384  # documents that are compared at the most before claims are made, in a small ledger
FEW = 6  # documents that are read in this process: others would take longer to start
AHEAD = 1024  # documents a worker that may be read ahead, so that workers go on while this process links
AHEAD_BYTES = 64 << 20  # of originals and texts that may wait
NICE = 10  # of those that read: some tenth of what linking gets, where both want one processor
Clock = Callable[[], datetime]


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """One document that is in the ledger now; `new`: it was not there before."""

    document: DocumentRow
    new: bool
    statements: int


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What adding is about to do, and how many documents are still to be read; None while nobody knows."""

    what: Literal["read", "compare", "make claims"]
    left: int | None = None


OnStep = Callable[[Step], object]


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What reading made of a document: its statements, what linking sees of it, and which reader it was.

    `tellings` are what it foretells and tells, None where its day is not known yet. `problems` are those of a
    foreign reader, of whose statements some were left out.
    """

    statements: tuple[Statement, ...]
    views: DocumentViews
    reading: str | None
    tellings: tuple[TellingRow, ...] | None = None
    problems: tuple[Problem, ...] = ()


ReadsFor = Callable[[Document, bool], Read]


def read_for_ledger(
    document: Document, rules: bool, *, reader: str = OURS, plugins: Enabled = NOTHING
) -> Read:
    """The statements of a document and what linking sees of them; runs in a worker or here.

    Raises UnreadableInput where a foreign reader broke at it.
    """
    if document.status in {"unread", "failed"}:
        return Read(statements=(), views=DocumentViews(), reading=None)
    chosen = choose_reader(reader, threads=1, rules=rules, plugins=plugins)
    found = read_document(document, chosen)
    day = document.published
    return Read(
        statements=found.statements, views=viewer().views(document, found.statements),
        reading=chosen.reading, tellings=rows_of(document, day, found.statements) if day else None,
        problems=found.document.problems[len(document.problems) :],
    )  # fmt: skip


def reads_by(reader: str, plugins: Enabled) -> ReadsFor:
    """Reading by a reader of this name, to be sent to other processes."""
    return read_for_ledger if reader in BUILT_IN else partial(read_for_ledger, reader=reader, plugins=plugins)


def read_or_problem(reads: ReadsFor, document: Document, rules: bool) -> Read | Problem:
    """What reading made of a document, or why a foreign reader could make nothing of it."""
    try:
        return reads(document, rules)
    except UnreadableInput as error:
        return error.problem


def add_paths(
    store: Store, paths: Iterable[str], defaults: Defaults, *, clock: Clock, workers: int = 2,
    rules: bool = False, reader: str = OURS, plugins: Enabled = NOTHING,
    names: Mapping[str, str] | None = None, tell: OnStep | None = None,
) -> Iterator[Added | Problem]:  # fmt: skip
    """Puts every document of the inputs into the ledger, in their order, and links what is new.

    Each is written in a transaction of its own as soon as it is read; it is compared with others in batches,
    and claims are made at the end, also of what an earlier run left unlinked. A document that is there
    already is not read again. What cannot be opened, or read, is a Problem, kept in the ledger to be tried
    again. `reader` is the name of who reads; the formats of enabled `plugins` are opened as well. `names`:
    what paths are called in the ledger (for files that were only put down to be added). `tell` is told of
    each step before it is done.
    """
    choose_reader(reader, rules=rules, plugins=plugins)
    rules, reads = rules or reader == RULES, reads_by(reader, plugins)
    opened = capture_paths(paths, defaults, clock=clock, formats=plugged_formats(plugins))
    captures = (named(one, names or {}) for one in opened)
    first = list(islice(captures, FEW + 1))
    everything = chain(first, captures)
    here = workers < 2 or len(first) <= FEW
    read = (
        _read_here(store, everything, rules, reads)
        if here
        else _read_beside(store, everything, workers, rules, reads)
    )
    hand, tell = AtHand(), tell or _nobody
    there = store.count_documents()
    uncompared, unclaimed, enough, many = 0, 0, max(LATEST_CLAIMS, there), batch_size(there)
    for capture, result, left in read:
        one = _put(store, capture, result, clock, hand)
        new = isinstance(one, Added) and one.new
        uncompared, unclaimed = uncompared + new, unclaimed + new
        if unclaimed >= enough:
            tell(Step(what="make claims", left=left))
            link_pending(store, hand=hand)
            uncompared, unclaimed, enough = 0, 0, store.count_documents()
        elif uncompared >= many or (left is not None and uncompared >= max(LEAST_LAST, left)):
            tell(Step(what="compare", left=left))
            pair_pending(store, held=hand.vectors)
            uncompared, many = 0, batch_size(store.count_documents())
        tell(Step(what="read", left=left))
        yield one
    tell(Step(what="make claims", left=0))
    link_pending(store, hand=hand)


def _nobody(step: Step) -> None:
    """Who is told where nobody asked to be."""


Result = tuple[Capture | Problem, Read | Problem | None, int | None]
"""What was captured, what was read in it, and how many are still to come; None while nobody knows."""


def _read_here(
    store: Store, captures: Iterable[Capture | Problem], rules: bool, reads: ReadsFor
) -> Iterator[Result]:
    for capture in captures:
        known = isinstance(capture, Problem) or store.document(capture.document.id) is not None
        yield capture, None if known else read_or_problem(reads, _document(capture), rules), None


def _document(capture: Capture | Problem) -> Document:
    assert isinstance(capture, Capture)
    return capture.document


def _read_beside(
    store: Store, captures: Iterable[Capture | Problem], workers: int, rules: bool, reads: ReadsFor
) -> Iterator[Result]:
    """The captures in order with what workers read in them, a bounded number ahead."""
    waiting: deque[tuple[Capture | Problem, Future[Read] | None]] = deque()
    held = 0
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=give_way) as pool:
        for capture in captures:
            known = isinstance(capture, Problem) or store.document(capture.document.id) is not None
            job = None if known else pool.submit(reads, _document(capture), rules)
            waiting.append((capture, job))
            held += _bytes(capture)
            while waiting and (_is_done(waiting[0][1]) or _enough(len(waiting), held, workers)):
                held -= _bytes(waiting[0][0])
                yield *_finished(*waiting.popleft()), None
        while waiting:
            first = waiting.popleft()
            yield *_finished(*first), len(waiting)


def give_way() -> None:
    """Lets this process wait for others that want a processor; nothing where a system knows no such order.

    Who reads gives way to who links: else reading is done first, and one processor idles while one links.
    """
    if hasattr(os, "nice"):
        os.nice(NICE)


def _is_done(job: Future[Read] | None) -> bool:
    return job is None or job.done()


def _enough(waiting: int, held_bytes: int, workers: int) -> bool:
    """Whether to wait for the first before more is captured."""
    return waiting >= workers * AHEAD or (held_bytes > AHEAD_BYTES and waiting > workers)


def _bytes(capture: Capture | Problem) -> int:
    """About how much room a capture takes while it waits."""
    if isinstance(capture, Problem):
        return 0
    return len(capture.original) + len(capture.document.text)


def _finished(
    capture: Capture | Problem, job: Future[Read] | None
) -> tuple[Capture | Problem, Read | Problem | None]:
    if job is None:
        return capture, None
    try:
        return capture, job.result()
    except UnreadableInput as error:
        return capture, error.problem
    except BrokenProcessPool:
        where = _document(capture).input
        return capture, Problem(where=where, what="the reading process died", hint="add it again by itself")


def _put(
    store: Store, capture: Capture | Problem, read: Read | Problem | None, clock: Clock, hand: AtHand
) -> Added | Problem:
    """Writes one document; a problem is kept for --retry-failed.

    What was read of it is at hand for what follows, unless corrections that stand already change it.
    """
    problem = capture if isinstance(capture, Problem) else read if isinstance(read, Problem) else None
    if problem is not None:
        store.record_failure(problem)
        return problem
    document = _document(capture)
    assert isinstance(capture, Capture)
    if read is None or isinstance(read, Problem):
        store.clear_failure(document.input)
        store.keep_unseen(document)
        return Added(document=row_of(document), new=False, statements=0)
    document = with_problems(document, read.problems)
    with store.together():
        new = store.add_document(
            document, capture.original, capture.media_type, capture.captured or clock().isoformat(),
            read.statements, read.views, reading=read.reading,
        )  # fmt: skip
        if new and not settle(store, document.id):
            hand.tell(document.id, read.tellings)
    return Added(document=row_of(document), new=new, statements=len(read.statements))
