"""Corrected documents as the tagger's training reads them: texts with relations by places. Pure."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from sayso.model import Document, Judgement, Spans, Statement


class TrainingRelation(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution by places. `by_hand`: a person corrected it; the others are as the reader has them."""

    source: Spans
    cue: Spans
    content: Spans
    medium: Spans
    voice: Literal["source", "hearsay", "author"]
    by_hand: bool


class TrainingDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its relations, one a cue; the author's plain sentences are none."""

    id: str
    text: str
    relations: tuple[TrainingRelation, ...]


def training_document(document: Document, statements: Sequence[Statement]) -> TrainingDocument:
    """The statements of a document that have a cue, as relations."""
    found = tuple(_relation(s) for s in statements if s.cue is not None)
    return TrainingDocument(id=document.id, text=document.text, relations=found)


def _relation(s: Statement) -> TrainingRelation:
    voice: Literal["source", "hearsay", "author"] = "source"
    if not s.source.spans:
        voice = "author" if s.source.kind == "author" else "hearsay"
    return TrainingRelation(
        source=s.source.spans, cue=s.cue.spans if s.cue else (), content=s.content.spans,
        medium=s.medium.spans if s.medium else (), voice=voice, by_hand=bool(s.corrected_by),
    )  # fmt: skip


def all_stand(judgements: Iterable[Judgement]) -> bool:
    """Whether every correction stands: one that was revoked was made anew, in the same matter, later."""
    every = list(judgements)
    return all(
        one.stands
        or any(
            later.stands and (later.what, later.targets) == (one.what, one.targets)
            for later in every[place + 1 :]
        )
        for place, one in enumerate(every)
    )
