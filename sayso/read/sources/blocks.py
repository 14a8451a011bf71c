"""Quotations of several sentences, which whoever tells of "her" outside of them passes over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.layout.quotations import quotations

LEAST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """For each sentence whether it stands in such a quotation, and how many before it do."""

    quoted: tuple[bool, ...]
    before: tuple[int, ...]

    def passed(self, seen: int, here: int) -> int:
        """How many quoted sentences stand between sentence `seen` and `here`; 0 where `here` is quoted."""
        if not self.quoted or self.quoted[here]:
            return 0
        return self.before[here] - self.before[min(seen + 1, here)]

    def elsewhere(self, seen: int, here: int) -> bool:
        """Whether `seen` is quoted, and `here` is told outside of such quotations."""
        return bool(self.quoted) and self.quoted[seen] and not self.quoted[here]


def blocks(text: str, sentences: Sequence[Span]) -> Blocks:
    """The blocks of a text; a sentence counts where it begins in one and ends with or in it. Linear."""
    every = quotations(text)
    starts = [quotation.start for quotation in every]
    homes = [_home(sentence, every, starts) for sentence in sentences]
    sizes: dict[int, int] = {}
    for home in homes:
        sizes[home] = sizes.get(home, 0) + 1
    quoted = tuple(home >= 0 and sizes[home] >= LEAST_SENTENCES for home in homes)
    before = [0]
    for each in quoted:
        before.append(before[-1] + each)
    return Blocks(quoted, tuple(before))


def _home(sentence: Span, every: Sequence[Span], starts: Sequence[int]) -> int:
    at = bisect_right(starts, sentence.start) - 1
    return at if at >= 0 and every[at].start <= sentence.start and sentence.end <= every[at].end else -1
