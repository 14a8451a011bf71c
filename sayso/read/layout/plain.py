"""The text as finders read it, without hidden characters and with capitals lowered; and the way back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import msgspec

from sayso.model import (
    Cue,
    Document,
    Extent,
    Proposition,
    Said,
    Source,
    Span,
    Spans,
    Statement,
    Time,
    proposition_id,
    statement_id,
    words_at,
)
from sayso.read.layout.capitals import lowered
from sayso.read.relation import Relation
from sayso.read.sources.gazetteers import Gazetteer

Part = TypeVar("Part", Source, Cue, Extent, Said, Time, Proposition)

# Soft hyphens, zero-width and bidirectional characters, tags, controls that are no white space.
HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\U000e0000-\U000e007f]+"
)


@dataclass(frozen=True, kw_only=True)
class Plain:
    """The plain text of `document`; `places` says where each of its characters is printed (None: there)."""

    document: Document
    text: str
    places: array[int] | None

    @cached_property
    def shadow(self) -> Document:
        """The document with the plain text, and the same id, to be read in its place."""
        return msgspec.structs.replace(
            self.document,
            text=self.text,
            captions=tuple(map(self._there, self.document.captions)),
            furniture=tuple(map(self._there, self.document.furniture)),
            foreign=tuple(map(self._there, self.document.foreign)),
        )

    def printed(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements of the shadow as they stand in the document: spans, words and ids."""
        moved = [self._moved(one) for one in statements]
        ids = {before.id: now.id for before, now in zip(statements, moved, strict=True)}
        return tuple(
            msgspec.structs.replace(one, within=ids[one.within]) if one.within else one for one in moved
        )

    def hidden(self, relation: Relation) -> Relation:
        """A relation of the document with its spans in the plain text."""
        parts = (relation.source, relation.medium, relation.cue, relation.content)
        source, medium, cue, content = (tuple(map(self._there, spans)) for spans in parts)
        return replace(relation, source=source, medium=medium, cue=cue, content=content)

    def _there(self, span: Span) -> Span:
        if self.places is None:
            return span
        return Span(bisect_left(self.places, span.start), bisect_left(self.places, span.end))

    def _here(self, spans: Spans) -> Spans:
        if self.places is None:
            return spans
        return tuple(Span(self.places[start], self.places[end - 1] + 1) for start, end in spans)

    def _part(self, part: Part) -> Part:
        """A part of a statement with its spans and words as printed."""
        spans = self._here(part.spans)
        return msgspec.structs.replace(part, spans=spans, text=words_at(self.document.text, spans))

    def _moved(self, one: Statement) -> Statement:
        source, content = self._part(one.source), self._part(one.content)
        cue = self._part(one.cue) if one.cue else None
        own = statement_id(self.document.id, source.spans, cue.spans if cue else (), content.spans)
        return msgspec.structs.replace(
            one,
            id=own,
            source=source,
            cue=cue,
            content=content,
            medium=self._part(one.medium) if one.medium else None,
            said=self._part(one.said) if one.said else None,
            propositions=tuple(self._proposition(part, own) for part in one.propositions),
        )

    def _proposition(self, part: Proposition, statement: str) -> Proposition:
        times = tuple(map(self._part, part.times))
        moved = self._part(part)
        return msgspec.structs.replace(moved, id=proposition_id(statement, moved.spans), times=times)


def plain_of(document: Document, gazetteer: Gazetteer, language: str) -> Plain | None:
    """The plain text of a document; None where its own text is plain. Linear."""
    text, places = _seen(document.text)
    low = lowered(text, gazetteer, language)
    return None if places is None and low == text else Plain(document=document, text=low, places=places)


def _seen(text: str) -> tuple[str, array[int] | None]:
    """The text without hidden characters, and where each of the others stands; None where all do."""
    holes = [] if text.isprintable() else [match.span() for match in HIDDEN.finditer(text)]
    if not holes:
        return text, None
    places, parts, at = array("q"), [], 0
    for start, end in (*holes, (len(text), len(text))):
        places.extend(range(at, start))
        parts.append(text[at:start])
        at = end
    return "".join(parts), places
