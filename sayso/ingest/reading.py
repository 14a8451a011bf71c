"""Paths and bytes into Documents: what cannot be read is a Problem, and the rest goes on."""

import errno
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.capture import Capture, document_of
from sayso.ingest.decoding import decode
from sayso.ingest.defaults import NOTHING_SAID, Defaults
from sayso.ingest.formats import AS_TEXT, UNREAD_ENDINGS, Format, binary_problem, ending_of, format_of
from sayso.model import Document

LONGEST_BYTES = 50_000_000
STANDARD_INPUT = "-"


def read_path(path: str, defaults: Defaults = NOTHING_SAID) -> Iterator[Document | Problem]:
    """The documents of one file ("-" is standard input); a Problem for each that cannot be read.

    A folder, a missing or an unreadable file is one Problem. Only the first 50 MB are read; that
    more was there is recorded.
    """
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        yield _no_file(path, error)
        return
    yield from read_bytes(data, path, defaults)


def read_bytes(data: bytes, name: str, defaults: Defaults = NOTHING_SAID) -> Iterator[Document | Problem]:
    """The documents in `data`, whose format is told by `name`, else by the looks of it.

    Never raises on any bytes. Empty bytes give one document of status `failed`.
    """
    where = printable(name)
    cut = len(data) > LONGEST_BYTES
    data = data[:LONGEST_BYTES]
    problem = _refusal(data, where)
    if problem:
        yield problem
        return
    try:
        text, problems = decode(data, where, cut=cut)
        yield from _documents(text, where, problems, defaults, cut=cut)
    except UnreadableInput as error:
        yield error.problem


def document_of_text(
    text: str, defaults: Defaults = NOTHING_SAID, *, input: str = STANDARD_INPUT
) -> Document:
    """The Document of a text at hand, code point for code point (lone surrogates become U+FFFD)."""
    return document_of(Capture(text=text, input=printable(input)), defaults)


def printable(name: str) -> str:
    """A file's name as text that can be written out: bytes that are no letters become U+FFFD."""
    return name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode("utf-8", "replace")


def _escaped(name: str) -> bool:
    return all(not "\ud800" <= char <= "\udfff" or "\udc80" <= char <= "\udcff" for char in name)


def _bytes_of(path: str) -> bytes:
    if path == STANDARD_INPUT and sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LONGEST_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(LONGEST_BYTES + 1)


def _no_file(path: str, error: Exception) -> Problem:
    where = printable(path) or "''"
    if not path:
        return Problem(where=where, what="this names no file", hint="give the name of one")
    if isinstance(error, FileNotFoundError):
        return Problem(where=where, what="there is no such file", hint="check its name")
    if isinstance(error, IsADirectoryError):
        return Problem(where=where, what="this is a folder", hint="give the files in it")
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(where=where, what=f"it cannot be opened: {reason}")


def _refusal(data: bytes, where: str) -> Problem | None:
    kind = UNREAD_ENDINGS.get(ending_of(where))
    if kind:
        return Problem(where=where, what=f"this is {kind}, which is not read", hint=AS_TEXT)
    return binary_problem(data, where)


def _documents(
    text: str, where: str, problems: tuple[Problem, ...], defaults: Defaults, *, cut: bool
) -> Iterator[Document | Problem]:
    """The documents of a decoded text. A cut is a problem of the one text, or one behind the rows."""
    kind = format_of(text, where)
    rows = kind in ("jsonl", "json")
    problem = Problem(where=where, what="only the first 50 MB were read", hint="split the file")
    beyond = (problem,) if cut else ()
    empty = True
    for capture in _captures(text, where, kind):
        empty = False
        if isinstance(capture, Problem):
            yield capture
        else:
            noted = (*problems, *(() if rows else beyond), *capture.problems)
            partial = capture.partial or (cut and not rows)
            yield document_of(replace(capture, problems=noted, partial=partial), defaults)
    if empty:
        yield document_of(Capture(text="", input=where, problems=problems), defaults)
    yield from beyond if rows else ()


def _captures(text: str, where: str, kind: Format) -> Iterator[Capture | Problem]:
    from sayso.ingest import html, markdown, rows

    if kind == "jsonl":
        yield from rows.capture_lines(text, where)
    elif kind == "json":
        yield from rows.capture_array(text, where)
    elif kind == "html":
        yield html.capture_page(text, where)
    elif kind == "markdown":
        yield markdown.capture_markdown(text, where)
    else:
        yield Capture(text=text, input=where)
