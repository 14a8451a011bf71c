"""What resolving sources needs of a gazetteer: who is known by name, and which words are countries."""

from collections.abc import Sequence
from typing import Protocol


class Known(Protocol):
    """A body or outlet that is known by name; `kind` is one of the kinds of sources."""

    @property
    def id(self) -> str:
        """Short and unique."""

    @property
    def kind(self) -> str:
        """One of the kinds of `sayso.model.SourceKind`."""


class Hit(Protocol):
    """A place in a text, in code points, where a known name stands."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """One behind the last."""

    @property
    def entry(self) -> Known:
        """Who is named there."""


class Gazetteer(Protocol):
    """Known names, looked up whole or found in a text."""

    def lookup(self, name: str) -> Known | None:
        """Who is known by exactly this name, in any case and with or without "the"."""

    def find(self, text: str) -> Sequence[Hit]:
        """The known names in `text`, in order, none overlapping."""

    def country(self, name: str) -> object | None:
        """Something for the name, adjective or capital of a country; None for all else."""
