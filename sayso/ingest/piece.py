"""Piece: the bytes of one document's own file or record, with what is known from around it."""

from dataclasses import dataclass
from typing import IO

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.defaults import NOTHING_SAID, Defaults, plain
from sayso.ingest.inflate import Budget, Inflated

INSIDE = "!"  # parts a container's name from the name of what is in it: clippings.zip!2031/0517.html
LONGEST_NAME_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file or a record as it was found. `name` is what problems call it and `input` shows.

    `media_type` and `charset` are what a server declared of it, `captured` when it was captured
    (ISO 8601), where its container says so; `said` what the container knows of the document.
    `partial`: something of the bytes is known to be missing.
    """

    name: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    captured: str | None = None
    said: Defaults = NOTHING_SAID
    problems: tuple[Problem, ...] = ()
    partial: bool = False


def printable(name: str) -> str:
    """A file's name as text that can be written out: bytes that are no letters become U+FFFD."""
    return name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode("utf-8", "replace")


def _escaped(name: str) -> bool:
    return all(not "\ud800" <= char <= "\udfff" or "\udc80" <= char <= "\udcff" for char in name)


def inside(container: str, member: str) -> str:
    """The name of a member: its container's name, "!" and its own, without control characters."""
    return f"{container}{INSIDE}{plain(printable(member))[:LONGEST_NAME_CHARS]}"


def piece_of(stream: IO[bytes], name: str, caps: Caps, budget: Budget | None = None) -> Piece:
    """What a stream holds, up to the caps; a cap that was hit is a problem and the piece partial.

    With a `budget`, what is read counts as unpacked; an Inflated stream counts by itself.
    """
    allowed = caps.document_bytes if budget is None else min(caps.document_bytes, budget.left_bytes)
    data = stream.read(allowed + 1)
    over = len(data) > allowed
    data = data[:allowed]
    if budget is not None:
        budget.take(len(data))
    raw = getattr(stream, "raw", stream)
    stopped = isinstance(raw, Inflated) and raw.stopped
    problem = None
    if stopped or (over and allowed < caps.document_bytes):
        problem = ratio_problem(name, caps)
    elif over:
        problem = bytes_problem(name, caps)
    elif isinstance(raw, Inflated) and raw.broken:
        problem = Problem(where=name, what="the packed file is damaged; what comes after is missing")
    return Piece(name=name, data=data, problems=(problem,) if problem else (), partial=bool(problem))


def bytes_problem(name: str, caps: Caps) -> Problem:
    """The problem that a document is larger than is read."""
    what = f"only the first {megabytes(caps.document_bytes)} were read"
    return Problem(where=name, what=what, hint="split the file")


def ratio_problem(name: str, caps: Caps) -> Problem:
    """The problem that a packed file unpacks to far more than its size."""
    what = f"it unpacks to more than {caps.ratio} times its size; only the beginning was read"
    return Problem(where=name, what=what, hint="such files are made to fill a machine")


def megabytes(size: int) -> str:
    """A number of bytes for people: "50 MB"."""
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
