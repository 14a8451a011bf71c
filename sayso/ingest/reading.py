"""Paths and bytes into Documents: what cannot be read is a Problem, and the rest goes on."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import Problem
from sayso.ingest.caps import CAPS, Caps
from sayso.ingest.capture import Capture, captures_of
from sayso.ingest.defaults import NOTHING_SAID, Defaults
from sayso.ingest.extract import Extract, document_of
from sayso.ingest.folders import files_in
from sayso.ingest.piece import Piece, printable
from sayso.ingest.references import ENDING, reference_pieces
from sayso.ingest.unfold import unfold
from sayso.model import Document

STANDARD_INPUT = "-"


def read_path(
    path: str, defaults: Defaults = NOTHING_SAID, caps: Caps = CAPS
) -> Iterator[Document | Problem]:
    """The documents of one file or folder ("-" is standard input); a Problem for each that cannot be read.

    Archives are unfolded, folders walked in the order of their names. A missing or an unreadable
    file is one Problem. Everything is read in this process, so that the caps on seconds and memory
    do not hold: `capture_paths` is for many files, and for those that one does not trust.
    """
    for file in files_in(path):
        if isinstance(file, Problem):
            yield file
        else:
            for piece in pieces_at(file, caps):
                yield from _documents(piece, defaults, caps)


def read_bytes(
    data: bytes, name: str, defaults: Defaults = NOTHING_SAID, caps: Caps = CAPS
) -> Iterator[Document | Problem]:
    """The documents in `data`, whose format is told by its first bytes, `name`, else by its looks.

    Never raises on any bytes. Empty bytes give one document of status `failed`.
    """
    for piece in pieces_in(data, name, caps):
        yield from _documents(piece, defaults, caps)


def document_of_text(
    text: str, defaults: Defaults = NOTHING_SAID, *, input: str = STANDARD_INPUT
) -> Document:
    """The Document of a text at hand, code point for code point (lone surrogates become U+FFFD)."""
    return document_of(Extract(text=text, input=printable(input)), defaults)


def pieces_at(path: str, caps: Caps) -> Iterator[Piece | Problem]:
    """What a file holds, unfolded; a Problem where it cannot be opened."""
    where = printable(path)
    try:
        if path == STANDARD_INPUT and sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        if path == STANDARD_INPUT:
            yield from pieces_in(sys.stdin.buffer.read(caps.document_bytes + 1), path, caps)
            return
        if path.lower().endswith(ENDING):
            yield from reference_pieces(path, caps)
            return
        with Path(path).open("rb") as file:
            yield from unfold(file, os.fstat(file.fileno()).st_size, where, caps)
    except (OSError, ValueError) as error:
        yield no_file(path, error)


def pieces_in(data: bytes, name: str, caps: Caps) -> Iterator[Piece | Problem]:
    """What bytes at hand hold, unfolded."""
    yield from unfold(io.BufferedReader(io.BytesIO(data)), len(data), printable(name), caps)


def no_file(path: str, error: Exception) -> Problem:
    """The problem that a file cannot be opened."""
    where = printable(path) or "''"
    if not path:
        return Problem(where=where, what="this names no file", hint="give the name of one")
    if isinstance(error, FileNotFoundError):
        return Problem(where=where, what="there is no such file", hint="check its name")
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(where=where, what=f"it cannot be opened: {reason}")


def _documents(piece: Piece | Problem, defaults: Defaults, caps: Caps) -> Iterator[Document | Problem]:
    if isinstance(piece, Problem):
        yield piece
        return
    for found in captures_of(piece, defaults, caps):
        yield found.document if isinstance(found, Capture) else found
