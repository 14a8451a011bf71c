"""Readings of one document beside each other: which statement of the older is which of the newer."""

from typing import Literal

import msgspec

from sayso.model.judgement import Judgement
from sayso.model.statement import Statement

MapKind = Literal["same", "changed", "split", "merged", "dropped", "added"]


class Mapped(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the map between two readings of one document, by the ids of statements.

    "same": the same places, read alike. "changed": the same places read otherwise, or other places of the
    same attribution. "split": one of several that an older statement became. "merged": one of several
    that a newer statement is made of. "dropped": `after` is None. "added": `before` is None.
    """

    kind: MapKind
    before: str | None
    after: str | None


class ReadingChange(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the map with its statements; one side is None where it came or went."""

    kind: MapKind
    before: Statement | None
    after: Statement | None


class ReadingDiff(msgspec.Struct, frozen=True, kw_only=True):
    """Two readings of one document and what is different in them; what is the same is counted alone."""

    document: str
    older: str
    newer: str
    same: int
    changes: tuple[ReadingChange, ...]


class Orphan(msgspec.Struct, frozen=True, kw_only=True):
    """A standing judgement that a person must look at again, and why.

    `document`: where to look: the document it is about, or the later text of its page; None where it is gone.
    """

    judgement: Judgement
    why: str
    document: str | None
