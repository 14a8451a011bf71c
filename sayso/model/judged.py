"""Judgements as they are listed and handed on: what became of them, and where their targets stand."""

from typing import Literal

import msgspec

from sayso.model.judgement import Judgement
from sayso.model.span import Spans

JudgementStanding = Literal["stands", "revoked", "overruled", "before-merge", "other-words", "orphaned"]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement with what became of it. `note`: why it has no effect, "" where it has.

    `about`: the printed words of its targets, those that are there. `claims`: the claims that it shapes now.
    `overruled`: a later judgement says otherwise. `before-merge`, `other-words`: a verdict that is not about
    the claim as it is now. `orphaned`: what it is about is not in the ledger.
    """

    judgement: Judgement
    standing: JudgementStanding
    note: str = ""
    about: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a target stands, for people and for other ledgers: its document, its spans and their words.

    A document has no spans; a named source has nothing but its name, as `target`.
    """

    target: str
    document: str | None = None
    text_sha256: str | None = None
    publisher: str | None = None
    published: str | None = None
    spans: Spans = ()
    text: str = ""


class JudgementExport(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements in the order of their making, revoked ones too, and an anchor for each of their targets."""

    format: Literal["sayso-judgements-1"] = "sayso-judgements-1"
    judgements: tuple[Judgement, ...]
    anchors: tuple[Anchor, ...]


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one judgement that was replayed, and why where it was not applied."""

    id: str
    did: Literal["applied", "known", "revoked", "unfit"]
    why: str = ""
