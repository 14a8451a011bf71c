"""News: one thing that changed in what a ledger knows between two days."""

from typing import Literal

import msgspec

NewsKind = Literal["denial", "origin", "status", "due", "outcome", "record", "correction", "document"]


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `text` is a sentence for people, `about` the printed words that it is about.

    `claim`, `expectation` and `source` say what changed (None where it is another kind of thing), `before`
    and `after` how it stood on the two days ("single-origin", "contested"). `day` is the last day of
    publication of what brought it, or that of a person's decision, None where only time passed; `statements`
    and `documents` are those that brought it. Only watching tells of a new `document` by itself.
    """

    kind: NewsKind
    text: str
    about: str
    claim: str | None = None
    expectation: str | None = None
    source: str | None = None
    before: str | None = None
    after: str | None = None
    day: str | None = None
    statements: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
