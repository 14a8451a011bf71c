"""Reads inputs one by one: what cannot be read becomes a problem, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from sayso.errors import Problem, UnreadableInput, UsageError
from sayso.ingest import Defaults, capture_paths, is_plain, read_path
from sayso.ingest.plugged import PluggedFormat
from sayso.model import Document, Statement
from sayso.plugins.enabled import NOTHING, Enabled
from sayso.plugins.guarding import Guarded, guarded_reader, plugged_formats
from sayso.plugins.protocols import ReaderPart
from sayso.reference.gazetteer import load_gazetteer
from sayso.weights import has_weights

if TYPE_CHECKING:
    from sayso.read.reader import Reader

MODEL = "tagger"
OURS, RULES = "sayso", "rules"
BUILT_IN = (OURS, RULES)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document with its statements, in reading order; none where it is unread or failed."""

    document: Document
    statements: tuple[Statement, ...] = ()


def make_reader(*, threads: int = 1, rules: bool = False) -> Reader:
    """A reader with the shipped weights, or by rules where asked for or where there are none."""
    from sayso.read.reader import Reader
    from sayso.read.tagging.network import load_network

    network = load_network(MODEL, threads) if has_weights(MODEL) and not rules else None
    return Reader(network=network, gazetteer=load_gazetteer())


def choose_reader(
    name: str = OURS, *, threads: int = 1, rules: bool = False, plugins: Enabled = NOTHING
) -> ReaderPart:
    """The reader of this name: `sayso`, `rules`, or an enabled plugin, which is held to the laws.

    `rules=True` is the name "rules", and goes with no plugin. Raises UsageError for a name that is not known.
    """
    if rules and name not in BUILT_IN:
        raise UsageError(f"the reader {name!r} cannot read by rules; leave --rules or the reader away")
    if name in BUILT_IN:
        return make_reader(threads=threads, rules=rules or name == RULES)
    return guarded_reader(name, plugins)


def read_document(document: Document, reader: ReaderPart) -> Reading:
    """The reading of one document; a document that is unread or failed has no statements.

    What a foreign reader gave and was left out is among the document's problems, which is then `partial`.
    Raises UnreadableInput where a foreign reader broke at it.
    """
    if document.status in {"unread", "failed"} or not document.text.strip():
        return Reading(document=document)
    if not isinstance(reader, Guarded):
        return Reading(document=document, statements=tuple(reader.read(document)))
    statements, problems = reader.checked(document)
    return Reading(document=with_problems(document, problems), statements=statements)


def with_problems(document: Document, problems: tuple[Problem, ...]) -> Document:
    """The document with problems of its reading, which make it partial; itself for none."""
    if not problems:
        return document
    return msgspec.structs.replace(document, problems=(*document.problems, *problems), status="partial")


def read_paths(
    paths: Iterable[str], defaults: Defaults, reader: ReaderPart, *, plugins: Enabled = NOTHING
) -> Iterator[Reading | Problem]:
    """A reading for each document in the inputs, in order; a Problem for each that cannot be opened.

    One file of text is opened in this process. Several, folders, archives and formats that are
    not text are opened in a process of their own, under caps (see `sayso.ingest.capture_paths`).
    The formats of enabled `plugins` are read as well.
    """
    inputs = tuple(paths)
    for found in _documents(inputs, defaults, plugged_formats(plugins)):
        yield found if isinstance(found, Problem) else _read(found, reader)


def _read(document: Document, reader: ReaderPart) -> Reading | Problem:
    try:
        return read_document(document, reader)
    except UnreadableInput as error:
        return error.problem


def _documents(
    paths: tuple[str, ...], defaults: Defaults, formats: tuple[PluggedFormat, ...]
) -> Iterator[Document | Problem]:
    if len(paths) == 1 and is_plain(paths[0]):
        yield from read_path(paths[0], defaults)
        return
    for found in capture_paths(paths, defaults, formats=formats):
        yield found if isinstance(found, Problem) else found.document
