"""Unseen: what an original hides, strikes or goes on with, where its text is not what the original is."""

from typing import Literal

import msgspec

from sayso.model.span import Span

UnseenKind = Literal["struck", "hidden", "doubtful", "cut"]


class Unseen(msgspec.Struct, frozen=True, kw_only=True):
    """One place at which the text is not what the original is.

    `struck`: crossed out or deleted there; `hidden`: no reader sees it there; `text` are the words, which are
    not in the document's text, and `span` is empty: the place where they stood. `doubtful`: words of the text
    that a reader of the original may not see; `span` holds them, `text` is "". `cut`: what comes behind it
    was not read; `text` says why. `span` None: the place cannot be told. What is left out is in no statement.
    """

    kind: UnseenKind
    span: Span | None
    text: str = ""
