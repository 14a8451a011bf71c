"""Reads inputs one by one: what cannot be read becomes a problem, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.errors import Problem
from sayso.ingest import Defaults, capture_paths, is_plain, read_path
from sayso.model import Document, Statement
from sayso.read.reader import Reader
from sayso.read.tagging.network import load_network
from sayso.reference.gazetteer import load_gazetteer
from sayso.weights import has_weights

MODEL = "tagger"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document with its statements, in reading order; none where it is unread or failed."""

    document: Document
    statements: tuple[Statement, ...] = ()


def make_reader(*, threads: int = 1, rules: bool = False) -> Reader:
    """A reader with the shipped weights, or by rules where asked for or where there are none."""
    network = load_network(MODEL, threads) if has_weights(MODEL) and not rules else None
    return Reader(network=network, gazetteer=load_gazetteer())


def read_document(document: Document, reader: Reader) -> Reading:
    """The reading of one document; a document that is unread or failed has no statements."""
    if document.status in {"unread", "failed"} or not document.text.strip():
        return Reading(document=document)
    return Reading(document=document, statements=reader.read(document))


def read_paths(paths: Iterable[str], defaults: Defaults, reader: Reader) -> Iterator[Reading | Problem]:
    """A reading for each document in the inputs, in order; a Problem for each that cannot be opened.

    One file of text is opened in this process. Several, folders, archives and formats that are
    not text are opened in a process of their own, under caps (see `sayso.ingest.capture_paths`).
    """
    inputs = tuple(paths)
    for found in _documents(inputs, defaults):
        yield found if isinstance(found, Problem) else read_document(found, reader)


def _documents(paths: tuple[str, ...], defaults: Defaults) -> Iterator[Document | Problem]:
    if len(paths) == 1 and is_plain(paths[0]):
        yield from read_path(paths[0], defaults)
        return
    for found in capture_paths(paths, defaults):
        yield found if isinstance(found, Problem) else found.document
