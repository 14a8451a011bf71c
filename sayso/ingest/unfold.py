"""Unfolds files into pieces: archives, packed files and web archives, of each other, up to a depth."""

import io
from collections.abc import Iterator

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.inflate import Budget, Inflated, unpacker
from sayso.ingest.piece import Piece, piece_of
from sayso.ingest.signatures import HEAD_BYTES, Container, container_of
from sayso.ingest.tars import tar_pieces
from sayso.ingest.warc import warc_pieces
from sayso.ingest.zips import members_of, office_kind, web_archives_in, zip_pieces


def unfold(stream: io.BufferedReader, size: int, name: str, caps: Caps) -> Iterator[Piece | Problem]:
    """The pieces in a stream of `size` bytes, which is one piece itself where it is no container.

    Members of ZIP archives come in the order of their names, all others in their own. The names
    of what is inside read like `clippings.zip!2031/0517.html`. One budget of unpacked bytes holds
    for all that lies in the stream. Never raises on any bytes.
    """
    empty = True
    for found in _unfold(stream, name, caps, Budget(size, caps), caps.depth):
        empty = False
        yield found
    if empty:
        yield Problem(where=name, what="there is no document in it", hint="look what it holds")


def _unfold(
    stream: io.BufferedReader, name: str, caps: Caps, budget: Budget, depth: int
) -> Iterator[Piece | Problem]:
    stream, kind = _kind(stream, name, caps)
    if kind is None:
        yield piece_of(stream, name, caps)
    elif depth == 0:
        what = f"it lies in more than {caps.depth} containers inside one another"
        yield Problem(where=name, what=what, hint="unpack it by hand, if you trust it")
    elif kind == "packed":
        make = unpacker(stream.peek(HEAD_BYTES))
        if make is not None:
            inner: io.BufferedReader = io.BufferedReader(Inflated(stream, make, budget))
            yield from _unfold(inner, name, caps, budget, depth - 1)
    elif kind == "warc":
        yield from warc_pieces(stream, name, caps, budget)
    elif kind == "zip" and (names := web_archives_in(stream)):
        for member in members_of(stream, names[: caps.members], name, budget):
            yield from (
                [member]
                if isinstance(member, Problem)
                else _unfold(member[1], member[0], caps, budget, depth - 1)
            )
    else:
        pieces = zip_pieces(stream, name, caps, budget) if kind == "zip" else tar_pieces(stream, name, caps)
        for piece in pieces:
            yield from [piece] if isinstance(piece, Problem) else _nested(piece, caps, budget, depth - 1)


def _kind(stream: io.BufferedReader, name: str, caps: Caps) -> tuple[io.BufferedReader, Container | None]:
    """The stream, seekable where it must be, and its kind of container; office documents are none."""
    kind = container_of(stream.peek(HEAD_BYTES)[:HEAD_BYTES])
    if kind != "zip":
        return stream, kind
    if not stream.seekable():
        stream = _in_memory(piece_of(stream, name, caps).data)
    office = office_kind(stream)
    stream.seek(0)
    return stream, None if office else kind


def _nested(piece: Piece, caps: Caps, budget: Budget, depth: int) -> Iterator[Piece | Problem]:
    """The piece, or what lies in it where it is a container."""
    stream, kind = _kind(_in_memory(piece.data), piece.name, caps)
    if kind is None:
        yield piece
        return
    yield from piece.problems
    yield from _unfold(stream, piece.name, caps, budget, depth)


def _in_memory(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))
