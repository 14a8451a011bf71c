"""What checking sees: a draft, and for each of its propositions what the ledger holds on the matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from sayso.model import Claim, Document, Evidence, Proposition, Span, Statement
from sayso.model.claim import Stance

SURE = 0.9
Relation = Literal["same", "opposite", "update", "part"]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """An amount as printed: inclusive ends (None: open), what it counts, its words."""

    low: float | None
    high: float | None
    slot: str
    text: str


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition of the ledger as it stands in its document, with its stance in its claim.

    `words` are its sentence, for what has no words of its own ("carried a denial").
    """

    statement: Statement
    proposition: Proposition
    publisher: str | None
    published: str | None
    figures: tuple[Figure, ...] = ()
    stance: Stance = "supports"
    words: str = ""

    def evidence(self) -> Evidence:
        """The printed words with where they stand."""
        return Evidence(
            statement=self.statement.id, document=self.statement.document, publisher=self.publisher,
            published=self.published, source=called(self.statement),
            text=self.statement.content.text or self.proposition.text or self.words,
        )  # fmt: skip


def called(statement: Statement) -> str:
    """Who says it, as printed; by name where one word ("It", "I", "Umber") does not tell who that is."""
    source = statement.source
    one_word = len(source.text.split()) < 2
    return (source.name or source.text) if one_word else source.text


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition of the ledger that may be one with the draft's: p in [0, 1], and the claim it is in.

    `members` are the propositions of that claim; () where it is in none. `shared`: which part of the content
    words of the one that has fewer the other has too, numbers and days left out.
    """

    p: float
    relation: Relation
    printed: Printed
    claim: Claim | None = None
    members: tuple[Printed, ...] = ()
    shared: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether p is at least .9, as for links that make a claim."""
        return self.p >= SURE


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """A denial of the documents at hand that may be of what the draft says, though linking did not join them.

    `p` in [0, 1]: that it is the opposite of just this (0 where the comparison does not say so);
    `likeness`: the cosine of the two without their names; `shared`: which part of its
    content words stand in the sentence.
    """

    printed: Printed
    p: float
    likeness: float
    shared: float


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition of the draft with its statement, its sentence, and its matches, the surest first.

    `echoes` say nearly just this behind a pronoun, of which linking sees nothing.
    """

    statement: Statement
    proposition: Proposition
    sentence: Span
    figures: tuple[Figure, ...] = ()
    matches: tuple[Match, ...] = ()
    denials: tuple[Denial, ...] = ()
    echoes: tuple[Printed, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the draft says it in its author's own voice."""
        return self.statement.source.kind == "author" and self.statement.within is None

    def sure(self, *, opposite: bool = False) -> Iterator[Match]:
        """The sure matches that say the same, those that say the opposite only where asked."""
        return (m for m in self.matches if m.sure and (opposite or m.relation != "opposite"))


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """A draft with what the ledger holds on it: all that the rules look at.

    `texts` are the documents in which a quotation of the draft may stand, `printed` their statements.
    `corrected` are the documents that a correction took back, and the corrections. `printing` are the
    documents that have a sentence nearly like one of the draft.
    """

    document: Document
    statements: tuple[Statement, ...]
    said: tuple[Said, ...]
    texts: tuple[Document, ...] = ()
    printed: dict[str, tuple[Statement, ...]] = {}
    corrected: frozenset[str] = frozenset()
    printing: dict[Span, frozenset[str]] = {}
    language: str = "en"
