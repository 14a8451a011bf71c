"""Printed sentences behind a pronoun ("He has been replaced"), with the one who is meant put in its place.

Linking compares words, and a pronoun has none to compare. The one who is meant is taken to be the source of
the sentence before, as in news prose, where it is a person or body that was just speaking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.check.matter import Printed, Said
from sayso.check.words import listed
from sayso.link.words import stems_of
from sayso.model import Document, Statement

ALIKE = 0.75  # of the content words of both
FEWEST = 3
MOST_AT_HAND = 2000  # sentences behind a pronoun, of all documents


def echoes(
    draft: Document,
    said: Iterable[Said],
    texts: Iterable[Document],
    printed: Mapping[str, tuple[Statement, ...]],
) -> dict[str, tuple[Printed, ...]]:
    """By proposition of the draft, what is printed behind a pronoun and says nearly this; {} for none."""
    resolved = [
        pair for document in texts for pair in _resolved(document, printed.get(document.id, ()))
    ][:MOST_AT_HAND]  # fmt: skip
    found = {}
    for one in said if resolved else ():
        mine = frozenset(stems_of(one.proposition.text))
        same = tuple(other for stems, other in resolved if _alike(mine, stems))
        if same:
            found[one.proposition.id] = same
    return found


def _resolved(
    document: Document, statements: tuple[Statement, ...]
) -> Iterable[tuple[frozenset[str], Printed]]:
    """The propositions of a document that begin with a pronoun, as stems, with the one who is meant."""
    speaking = {s.sentence: s.source.text or s.source.name for s in statements if s.source.spans}
    for statement in statements:
        before = speaking.get(statement.sentence - 1, "")
        for one in statement.propositions if before else ():
            first, _, rest = one.text.partition(" ")
            if first.lower() in listed("en", "pronouns") and first.lower() not in before.lower().split():
                yield (
                    frozenset(stems_of(f"{before} {rest}")),
                    Printed(
                        statement=statement, proposition=one, publisher=document.publisher,
                        published=document.published,
                    ),
                )  # fmt: skip


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a) >= FEWEST and len(a & b) >= ALIKE * len(a | b)
