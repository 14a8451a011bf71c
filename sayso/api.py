"""The Python door: texts and files in, statements out."""

from __future__ import annotations

from sayso.errors import Problem, UnreadableInput
from sayso.ingest import Defaults, document_of_text
from sayso.model import Statement
from sayso.pipeline import choose_reader, read_document, read_paths
from sayso.plugins import NOTHING, Enabled


def read_text(
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    language: str | None = None,
    url: str | None = None,
    threads: int = 1,
    rules: bool = False,
    reader: str = "sayso",
    plugins: Enabled = NOTHING,
) -> tuple[Statement, ...]:
    """The statements of a plain text, in reading order; () for an empty one.

    `published` is an ISO date: relative times resolve against it and stay open without it.
    `threads` at most are used for the network; `rules=True` reads without learnt weights.
    `reader` is `sayso`, `rules` or the name of one of the enabled `plugins` (see `sayso.plugins`).
    Raises UnreadableInput where the language is not read yet. Safe to call from several threads.
    """
    defaults = Defaults(publisher=publisher, published=published, language=language, url=url)
    document = document_of_text(text, defaults=defaults)
    if document.status == "unread":
        raise UnreadableInput(document.problems[-1])
    chosen = choose_reader(reader, threads=threads, rules=rules, plugins=plugins)
    return read_document(document, chosen).statements


def read_file(
    path: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    language: str | None = None,
    threads: int = 1,
    rules: bool = False,
    reader: str = "sayso",
    plugins: Enabled = NOTHING,
) -> tuple[Statement, ...]:
    """The statements of all documents in a file, a folder or an archive, in reading order.

    What the options say fills what the file does not. Raises UnreadableInput at the first part
    that cannot be read; `sayso.pipeline.read_paths` goes on instead.
    """
    defaults = Defaults(publisher=publisher, published=published, language=language)
    found: list[Statement] = []
    chosen = choose_reader(reader, threads=threads, rules=rules, plugins=plugins)
    for reading in read_paths([str(path)], defaults, chosen, plugins=plugins):
        if isinstance(reading, Problem):
            raise UnreadableInput(reading)
        if reading.document.status in {"unread", "failed"}:
            raise UnreadableInput(reading.document.problems[-1])
        found += reading.statements
    return tuple(found)
