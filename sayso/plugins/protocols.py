"""What each kind of part must do; `sayso.plugins.contract` checks that it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, runtime_checkable

from sayso.ingest.extract import Extract
from sayso.model import Document, Statement


@runtime_checkable
class ReaderPart(Protocol):
    """Reads documents: who says what, through whom, how sure."""

    @property
    def reading(self) -> str:
        """Which version of the reader made a statement; of a foreign one it begins with the plugin's name."""
        ...

    def read(self, document: Document) -> Sequence[Statement]:
        """The statements in reading order, every span verbatim in `document.text`; () for none.

        What cannot be read raises; it is a Problem for that document, to be tried again.
        """
        ...


@runtime_checkable
class FormatPart(Protocol):
    """Takes documents out of the bytes of a file, in a process of its own, under caps."""

    @property
    def endings(self) -> Sequence[str]:
        """The endings of its files, with the point, in small letters; none that sayso knows itself."""
        ...

    @property
    def media_type(self) -> str:
        """What such a file is called on the web ("application/x-subrip")."""
        ...

    def extracts(self, data: bytes, name: str) -> Iterable[Extract]:
        """The documents of one file, each a text with what the file says of it; raises where it cannot."""
        ...


class ExportedPage(Protocol):
    """A document with those of its statements that are exported."""

    document: Document
    statements: tuple[Statement, ...]


class Exported(Protocol):
    """What an export may show: chosen, coarsened where it was asked for, and never more than that.

    `program` ("sayso 0.1.0"), `as_of` (the last day that was looked at, "" for none), and `head` (the hash at
    the end of the log). `pages` and `claims` can be called again and start anew; a claim is at `.claim`.
    """

    program: str
    as_of: str
    head: str
    pages: Callable[[], Iterator[Any]]
    claims: Callable[[], Iterator[Any]]


@runtime_checkable
class ExporterPart(Protocol):
    """Writes a ledger, or a part of it, in a format of another tool."""

    @property
    def suffix(self) -> str:
        """How its files end, with the point."""
        ...

    @property
    def media_type(self) -> str:
        """What such a file is called on the web."""
        ...

    @property
    def loses(self) -> str:
        """A sentence on what of a ledger is not in the export."""
        ...

    def write(self, material: Exported) -> Iterable[bytes]:
        """The export, in pieces."""
        ...
