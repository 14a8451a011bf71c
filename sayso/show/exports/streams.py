"""JSON in pieces: a large ledger is never held whole while it is written."""

from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

PIECE_BYTES = 1 << 18
_ENCODE = msgspec.json.Encoder().encode


def encoded(value: Any) -> bytes:
    """One JSON value in UTF-8, the keys in the order in which they were given."""
    return _ENCODE(value)


def lines(rows: Iterable[Any]) -> Iterator[bytes]:
    """JSON Lines: a value a line, each line ended; nothing for none."""
    for row in rows:
        yield encoded(row) + b"\n"


def array(rows: Iterable[Any]) -> Iterator[bytes]:
    """A JSON array, a value a line; "[]" for none."""
    yield b"["
    yield from _listed(encoded(row) for row in rows)
    yield b"]"


def mapping(rows: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    """A JSON object, a key a line; "{}" for none. The keys are the caller's to keep apart."""
    yield b"{"
    yield from _listed(encoded(key) + b":" + encoded(value) for key, value in rows)
    yield b"}"


def whole(parts: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """A JSON object of keys whose values come in pieces; ends in a line break."""
    before = b"{\n"
    for key, value in parts:
        yield before + encoded(key) + b":"
        yield from value
        before = b",\n"
    yield b"\n}\n"


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What is in a file, from its beginning, in pieces of at most 256 KiB."""
    file.seek(0)
    while piece := file.read(PIECE_BYTES):
        yield piece


def _listed(rows: Iterable[bytes]) -> Iterator[bytes]:
    before = b"\n"
    for row in rows:
        yield before + row
        before = b",\n"
    if before != b"\n":
        yield b"\n"
