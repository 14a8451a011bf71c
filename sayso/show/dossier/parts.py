"""What a dossier is made of before it has a form: sections, their items and tables, quotations, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PieceMark = Literal["", "new", "gap"]
Tone = Literal["", "status", "label", "soft", "warn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A template sentence. `tone` says what it is for; `key` names a status, for its colour."""

    words: str
    tone: Tone = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Printed words with their reference.

    `pieces` are the words in their order, each with its mark: "new" (the wording before had it not), "gap"
    (left-out sentences, which is no quotation). `where` tells whose words they are, `number` is that of the
    document in the list of sources. `side`: "for", "denied" or "" . `document` and `statement` are the ids
    of where they stand.
    """

    pieces: tuple[tuple[str, PieceMark], ...]
    where: str
    number: int
    label: str = ""
    side: str = ""
    struck: tuple[str, ...] = ()
    document: str = ""
    statement: str = ""


Part = Sentence | Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a section: its head ("" for none), its parts in order; `id` is what it is about."""

    head: str = ""
    parts: tuple[Part, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of short cells below heads; the status of a row is the cell under the last head."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a dossier: `key` names it in links, `about` says what it holds, `more` what is left out.

    `numbered`: its items are counted. `picture`: a drawing of its table may stand before it.
    """

    key: str
    title: str
    about: str = ""
    table: Table | None = None
    items: tuple[Item, ...] = ()
    more: str = ""
    numbered: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole dossier: its title, the sentences below it, its sections."""

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
