"""What each kind of part must do; `sayso.plugins.contract` checks that it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from sayso.errors import Problem
from sayso.ingest.extract import Extract
from sayso.model import Claim, Document, Statement


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
class TellingReaderPart(ReaderPart, Protocol):
    """A reader that can tell what it could not use; then `read` is not called, but this is."""

    def read_telling(self, document: Document) -> tuple[Sequence[Statement], Sequence[Problem]]:
        """The statements, and what must be known of the reading: what was left out, and why."""
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

    @property
    def document(self) -> Document:
        """The document; what describes anonymous sources may have been taken out of its text."""
        ...

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, in reading order."""
        ...


class Exported(Protocol):
    """What an export may show: chosen, coarsened where it was asked for, and never more than that."""

    @property
    def program(self) -> str:
        """Who made it: "sayso 0.1.0"."""
        ...

    @property
    def as_of(self) -> str:
        """The last day that was looked at; "" for a ledger without days."""
        ...

    @property
    def head(self) -> str:
        """The hash at the end of the ledger's log; "" for an empty one."""
        ...

    @property
    def pages(self) -> Callable[[], Iterator[ExportedPage]]:
        """The documents; called again it starts anew."""
        ...

    @property
    def claims(self) -> Callable[[], Iterator[Claim]]:
        """The claims; called again it starts anew."""
        ...


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
