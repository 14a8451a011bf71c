"""Fetches pages into a folder of web archives: a page by itself, a feed as the pages that it lists."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sayso.errors import Problem, UsageError
from sayso.fetch import Answer, Policy, open_url, record_of
from sayso.fetch.opening import Resolve, resolved
from sayso.ingest import CAPS, Capture, capture_bytes
from sayso.ingest.formats import markup_format
from sayso.ingest.reading import pieces_in

Clock = Callable[[], datetime]
SUFFIX = ".warc"


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one address: the file in which it was kept, a Problem, or None where it is known.

    `mark` is what a later look knows it by: the address of a feed's page, the hash of another page's bytes.
    """

    mark: str
    found: Path | Problem | None


def fetch_urls(
    urls: Iterable[str], folder: str, policy: Policy, *, clock: Clock, resolve: Resolve = resolved
) -> Iterator[Path | Problem]:
    """The file in which each page was kept, as it is kept; a Problem for each that could not be.

    A file is named for the moment and a hash of what it holds, never for its address. Of a feed the
    pages of its entries are kept, up to `policy.pages`, and not the feed. Raises UsageError where the
    folder cannot be made.
    """
    home = made_folder(folder)
    for url in urls:
        for one in fetch_new(url, home, policy, clock=clock, resolve=resolve):
            if one.found is not None:
                yield one.found


def made_folder(folder: str) -> Path:
    """The folder to keep pages in, made where it is not there; UsageError where it cannot be."""
    home = Path(folder)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder}: {error.strerror}") from error
    return home


def fetch_new(
    url: str,
    home: Path,
    policy: Policy,
    *,
    clock: Clock,
    known: Container[str] = (),
    resolve: Resolve = resolved,
) -> Iterator[Fetched]:
    """What came of an address, and of each page of a feed; those whose mark is `known` are not kept again."""
    answer = open_url(url, policy, resolve=resolve)
    if isinstance(answer, Problem):
        yield Fetched(mark=url, found=answer)
        return
    record = record_of(answer, clock())
    if _is_feed(record):
        yield from _pages(record, url, home, policy, clock, known, resolve)
        return
    mark = hashlib.sha256(answer.body).hexdigest()
    yield Fetched(mark=mark, found=None if mark in known else _kept(answer, record, home, clock))


def _is_feed(record: bytes) -> bool:
    pieces = pieces_in(record, "feed", CAPS)
    return any(not isinstance(one, Problem) and markup_format(one.data, "feed") == "feed" for one in pieces)


def _pages(
    record: bytes, url: str, home: Path, policy: Policy, clock: Clock, known: Container[str], resolve: Resolve
) -> Iterator[Fetched]:
    found = list(capture_bytes(record, url))
    yield from (Fetched(mark=url, found=one) for one in found if isinstance(one, Problem))
    links = dict.fromkeys(one.document.url for one in found if isinstance(one, Capture) and one.document.url)
    yield from (Fetched(mark=link, found=None) for link in links if link in known)
    new = [link for link in links if link not in known]
    for link in new[: policy.pages]:
        page = open_url(link, policy, resolve=resolve)
        kept = page if isinstance(page, Problem) else _kept(page, record_of(page, clock()), home, clock)
        yield Fetched(mark=link, found=kept)
    if len(new) > policy.pages:
        what = f"only the first {policy.pages} of the feed's {len(new)} pages were fetched"
        yield Fetched(mark=url, found=Problem(where=url, what=what, hint="see --pages"))


def _kept(answer: Answer, record: bytes, home: Path, clock: Clock) -> Path | Problem:
    """The file of a record, written whole or not at all; a Problem for what is no document."""
    if all(isinstance(one, Problem) for one in pieces_in(record, "page", CAPS)):
        kind = next((value for name, value in answer.headers if name.lower() == "content-type"), "of no kind")
        return Problem(where=answer.url, what=f"this is {kind[:60]}, which is not read; it was not kept")
    moment = clock().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = home / f"{moment}-{hashlib.sha256(record).hexdigest()[:12]}{SUFFIX}"
    part = path.with_name(f".{path.name}")  # hidden from who reads the folder meanwhile
    try:
        part.write_bytes(record)
        os.replace(part, path)
    except OSError as error:
        return Problem(where=answer.url, what=f"it cannot be kept in {home}: {error.strerror}")
    return path
