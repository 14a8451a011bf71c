"""The body of an HTTP response as it was sent: chunks put together, content encodings undone."""

import io
import re
import zlib
from collections.abc import Callable
from typing import Any

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.inflate import SIGNATURES, Budget, Inflated
from sayso.ingest.piece import Piece, piece_of

CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
PLAIN = ("", "identity", "none")


def decoded(
    body: bytes, transfer: str, content: str, name: str, caps: Caps, budget: Budget
) -> Piece | Problem:
    """The piece that a body holds, by its Transfer-Encoding and Content-Encoding (RFC 9110, 9112).

    Many crawlers keep those headers and store the body without them: what is not encoded as its
    header says is taken as it is. An encoding that is not known is a Problem.
    """
    data = dechunked(body) if "chunked" in transfer.lower() else body
    coding = content.strip().lower()
    if coding in PLAIN:
        return piece_of(io.BytesIO(data), name, caps)
    make = _unpacker(coding, data)
    if make is not None:
        return piece_of(io.BufferedReader(Inflated(io.BytesIO(data), make, budget)), name, caps)
    if coding in ("gzip", "x-gzip", "deflate"):
        return piece_of(io.BytesIO(data), name, caps)
    return Problem(where=name, what=f"it is encoded with {coding[:30]!r}, which is not read")


def dechunked(body: bytes) -> bytes:
    """The data of a chunked body; the body itself where it is not chunked."""
    parts: list[bytes] = []
    at = 0
    while match := CHUNK.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    return b"".join(parts) if parts and at >= len(body) else body


def _unpacker(coding: str, data: bytes) -> Callable[[], Any] | None:
    if coding in ("gzip", "x-gzip"):
        return SIGNATURES[b"\x1f\x8b"] if data.startswith(b"\x1f\x8b") else None
    if coding != "deflate" or not data:
        return None
    wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
    return zlib.decompressobj if wrapped else (lambda: zlib.decompressobj(-zlib.MAX_WBITS))
