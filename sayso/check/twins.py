"""Sentences of the draft beside printed ones that are worded nearly so, whether linked or not."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from sayso.check.matter import Matter
from sayso.check.quotes import Words, folded, worded
from sayso.check.told import placed, short
from sayso.model import Document, Evidence, Span

ALIKE = 0.7
FEWEST_WORDS = 8


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the draft, by their places in its sentence, and what is printed instead of them."""

    mine: range
    theirs: tuple[str, ...]


class Twin(msgspec.Struct, frozen=True, kw_only=True):
    """A printed sentence nearly like one of the draft: likeness in [.7, 1], and where the two differ."""

    document: Document
    span: Span
    likeness: float
    changes: tuple[Change, ...]
    kept: frozenset[int]

    def evidence(self) -> Evidence:
        """The printed words with where they stand."""
        return Evidence(
            statement=None, document=self.document.id, publisher=self.document.publisher,
            published=self.document.published, source="", text=self.printed,
        )  # fmt: skip

    @property
    def printed(self) -> str:
        """The words as printed."""
        return self.document.text[self.span.start : self.span.end]

    def shown(self) -> str:
        """The printed words with where they stand, for a reason."""
        return f"“{short(self.printed)}” ({placed(self.evidence())})"


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the draft with its words, folded, and its twins, () for none."""

    span: Span
    words: tuple[Span, ...]
    folded: tuple[str, ...]
    twins: tuple[Twin, ...]


def twinned(matter: Matter, parts: Sequence[Span], texts: Sequence[Words]) -> tuple[Sentence, ...]:
    """The sentences of eight words or more that have a twin, in order."""
    found = []
    text = matter.document.text
    for part in parts:
        words = worded(text, part)
        if len(words) < FEWEST_WORDS:
            continue
        mine = tuple(folded(text[span.start : span.end]) for span in words)
        pairs = ((document, words_of.nearest(text[part.start : part.end], ALIKE))
                 for document, words_of in zip(matter.texts, texts, strict=True))  # fmt: skip
        twins = tuple(
            _twin(document, near.span, near.likeness, mine) for document, near in pairs if near is not None
        )
        if twins:
            found.append(Sentence(span=part, words=tuple(words), folded=mine, twins=twins))
    return tuple(found)


def _twin(document: Document, span: Span, likeness: float, mine: Sequence[str]) -> Twin:
    """The twin, its likeness that of the printed words from the first to the last that both have: what stood
    before them in the window is another sentence.
    """
    theirs = [folded(document.text[s.start : s.end]) for s in worded(document.text, span)]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    length = blocks[-1].b + blocks[-1].size - blocks[0].b if blocks else len(theirs)
    both = sum(block.size for block in blocks)
    likeness = max(likeness, 2 * both / (len(mine) + length))
    changes, kept = [], set[int]()
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            kept.update(range(a, b))
        else:
            changes.append(Change(mine=range(a, b), theirs=tuple(theirs[c:d])))
    return Twin(document=document, span=span, likeness=likeness, changes=tuple(changes), kept=frozenset(kept))
