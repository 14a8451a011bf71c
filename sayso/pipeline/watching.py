"""Follows folders and feeds: adds what is new, tells what that changed, keeps feeds of what was told.

All is done in an order in which a kill at any moment loses nothing: a fetched page is remembered before it is
added, a file after it was, and a change after it stands in the feeds. What is done twice for that is known by
its id. A look that finds nothing new opens the ledger only to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from sayso.errors import LedgerBusy, LedgerMissing, Problem, UsageError
from sayso.fetch import Policy
from sayso.fetch.opening import Resolve, resolved
from sayso.ingest import Defaults
from sayso.ingest.piece import INSIDE
from sayso.model import News
from sayso.pipeline.about import about
from sayso.pipeline.adding import Added, add_paths
from sayso.pipeline.arriving import news_of
from sayso.pipeline.changing import Period
from sayso.pipeline.feeding import entry_of
from sayso.pipeline.fetching import fetch_new, made_folder
from sayso.pipeline.looking import changed_files
from sayso.pipeline.watch_state import Memory, memory_path, remember, remembered, written_whole
from sayso.reference.gazetteer import load_gazetteer
from sayso.show.feeds import Entry, as_json_feed, as_rss, newest
from sayso.store import open_store
from sayso.store.store import Store

Clock = Callable[[], datetime]
MOST_TRIES = 3


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """What is followed, and where what changed goes.

    `inputs` are files, folders and addresses (http, https); `to` the folder in which pages are kept. `about`
    are subjects, each in words that must all occur; () for everything. `rss` and `json` are files of feeds.
    """

    ledger: str
    inputs: tuple[str, ...]
    about: tuple[str, ...] = ()
    rss: str | None = None
    json: str | None = None
    to: str = "captures"
    policy: Policy = Policy()
    defaults: Defaults = Defaults()
    workers: int = 2
    rules: bool = False
    wait_seconds: float = 600.0

    @property
    def feeds(self) -> tuple[str, ...]:
        """The addresses among the inputs."""
        return tuple(one for one in self.inputs if is_address(one))

    @property
    def files(self) -> tuple[str, ...]:
        """The files and folders among the inputs."""
        return tuple(one for one in self.inputs if not is_address(one))

    @property
    def written(self) -> tuple[Path, ...]:
        """What this watch writes itself, and is no input even where it lies in a folder that is followed."""
        return tuple(Path(one) for one in (self.rss, self.json, f"{self.ledger}.files", self.to) if one)

    @property
    def memory(self) -> Path:
        """The file in which this watch remembers."""
        places = [one if is_address(one) else str(Path(one).absolute()) for one in self.inputs]
        files = [str(Path(one).absolute()) if one else "" for one in (self.rss, self.json)]
        return memory_path(self.ledger, (*sorted(places), "about", *self.about, "feeds", *files))


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What one look found: how many documents are new, what changed, and the problems not told before."""

    new: int
    news: tuple[News, ...]
    problems: tuple[Problem, ...]


def is_address(word: str) -> bool:
    """Whether a word names something on the web and no file."""
    return word.lower().startswith(("http://", "https://"))


def follow(
    watch: Watch,
    *,
    clock: Clock,
    sleep: Callable[[float], None],
    every_seconds: float,
    resolve: Resolve = resolved,
) -> Iterator[Look]:
    """One look after the other, without end; between two of them it sleeps, with the ledger closed."""
    while True:
        yield look(watch, clock=clock, resolve=resolve, patient=True)
        sleep(every_seconds)


def look(watch: Watch, *, clock: Clock, resolve: Resolve = resolved, patient: bool = False) -> Look:
    """Looks once: fetches, adds, tells. What is told is in the feeds when this returns.

    A `patient` look leaves files that are being written for the next one, and takes a ledger that another
    process writes to for a problem. Raises LedgerBusy (unless patient) and every other LedgerError.
    """
    memory = remembered(watch.memory)
    fetched = tuple(_fetch(watch, memory, clock, resolve))
    files = changed_files(watch.files, memory.files, clock() if patient else None, watch.written)
    paths = [*files.changed, *(one for one in memory.pending if Path(one).is_file())]
    problems = (*fetched, *files.problems)
    try:
        new, found, entries = _ledger(watch, memory, paths, clock)
    except LedgerBusy as error:
        if not patient:
            raise
        busy = Problem(where=watch.ledger, what=str(error))
        return _kept(watch, memory, Look(new=0, news=(), problems=(*problems, busy)))
    memory.files |= files.seen
    memory.pending = []
    memory.entries = newest(memory.entries, entries)
    _write_feeds(watch, memory)
    news = tuple(one.news for one in entries)
    return _kept(watch, memory, Look(new=new, news=news, problems=(*problems, *found)))


def _kept(watch: Watch, memory: Memory, look: Look) -> Look:
    """The look without the problems that were told at the last one, now that all of it is remembered."""
    found = tuple(dict.fromkeys(look.problems))
    untold = tuple(one for one in found if one not in memory.troubles)
    memory.troubles = list(found)
    remember(watch.memory, memory)
    return msgspec.structs.replace(look, problems=untold)


def _fetch(watch: Watch, memory: Memory, clock: Clock, resolve: Resolve) -> Iterator[Problem]:
    """Fetches what is new of each address, and remembers it before anything is added."""
    for url in watch.feeds:
        home = made_folder(watch.to)
        known, marks = set(memory.pages.get(url, ())), list[str]()
        for one in fetch_new(url, home, watch.policy, clock=clock, known=known, resolve=resolve):
            if isinstance(one.found, Problem):
                yield one.found
                if not _failed_too_often(one.mark, url, memory):
                    continue
            elif one.found is not None:
                memory.pending.append(str(one.found))
            marks.append(one.mark)
        if marks:
            memory.pages[url] = list(dict.fromkeys(marks))
            remember(watch.memory, memory)


def _failed_too_often(mark: str, url: str, memory: Memory) -> bool:
    """Whether a page of a feed is given up; a feed, or a page by itself, never is."""
    if mark == url:
        return False
    memory.tries[mark] = memory.tries.get(mark, 0) + 1
    if memory.tries[mark] < MOST_TRIES:
        return False
    del memory.tries[mark]
    return True


def _ledger(
    watch: Watch, memory: Memory, paths: Sequence[str], clock: Clock
) -> tuple[int, list[Problem], list[Entry]]:
    """How many documents are new, what could not be read, and what is to be told."""
    try:
        with open_store(
            watch.ledger, clock=clock, read_only=not paths, wait_seconds=watch.wait_seconds
        ) as store:
            if memory.told is None:
                memory.told, memory.day = store.last_added(), _today(store, clock)
                remember(watch.memory, memory)
            added = list(add_paths(
                store, paths, watch.defaults, clock=clock, workers=watch.workers, rules=watch.rules
            )) if paths else []  # fmt: skip
            entries = _told(watch, memory, store, clock)
    except LedgerMissing:
        if paths or Path(watch.ledger).exists():
            raise
        return 0, [], []  # nothing was ever added
    _drop_known(memory.pending, added)
    problems = [one for one in added if isinstance(one, Problem)]
    problems += [p for one in added if isinstance(one, Added) and one.new for p in one.document.problems]
    return sum(isinstance(one, Added) and one.new for one in added), problems, entries


def _drop_known(pending: Sequence[str], added: Sequence[Added | Problem]) -> None:
    """Removes the fetched pages of which the ledger has every text: only what is around it changed."""
    known, other = set[str](), set[str]()
    for one in added:
        name = one.where if isinstance(one, Problem) else one.document.input
        is_known = isinstance(one, Added) and not one.new
        (known if is_known else other).add(name.partition(INSIDE)[0])
    for path in pending:
        if path in known - other:
            Path(path).unlink(missing_ok=True)


def _told(watch: Watch, memory: Memory, store: Store, clock: Clock) -> list[Entry]:
    today = _today(store, clock)
    documents = store.documents_added_after(memory.told or 0)
    period = Period(since=memory.day or today, until=today, documents=documents)
    _forget(memory, store)
    if documents or period.since != today:
        news = about(store, watch.about, news_of(store, load_gazetteer(), period), today)
    else:
        news = ()
    memory.told, memory.day = max(store.last_added(), memory.told or 0), today
    at = clock().isoformat(timespec="seconds")
    known = {one.id for one in memory.entries}
    made = [entry_of(store, one, at) for one in news]
    return [one for one in made if one.id not in known]


def _today(store: Store, clock: Clock) -> str:
    return max(clock().date().isoformat(), store.last_published() or "")


def _forget(memory: Memory, store: Store) -> None:
    """Drops the entries with words of a document that is not in the ledger any more."""
    there = store.documents_listed({id for one in memory.entries for id in one.rests_on})
    memory.entries = tuple(one for one in memory.entries if all(id in there for id in one.rests_on))


def _write_feeds(watch: Watch, memory: Memory) -> None:
    title = f"sayso: {' / '.join(watch.about)}" if watch.about else f"sayso: {Path(watch.ledger).stem}"
    for place, render in ((watch.rss, as_rss), (watch.json, as_json_feed)):
        if place:
            data = render(memory.entries, title)
            if _held(Path(place)) != data:
                written_whole(Path(place), data)


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


@contextmanager
def alone(watch: Watch, clock: Clock) -> Iterator[None]:
    """Nobody else runs this very watch meanwhile; UsageError where somebody does."""
    from sayso.store.lock import WriterLock

    try:
        lock = WriterLock(watch.memory, clock())
    except OSError as error:
        raise UsageError(f"nothing can be kept beside {watch.ledger}: {error.strerror}") from error
    except LedgerBusy as error:
        raise UsageError("this watch is running already; one is enough") from error
    try:
        yield
    finally:
        lock.release()
