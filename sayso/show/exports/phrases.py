"""Finds any of many phrases in a text, as whole words, in time proportional to the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model import Span

_WORD = re.compile(r"[\w’'-]+")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases of at least `least` words, by their first words, in lower case."""

    least: int
    begins: dict[Words, set[Words]] = field(default_factory=dict)

    def add(self, phrases: Iterable[str]) -> None:
        """Adds phrases; one with fewer words than `least` is left out."""
        for phrase in phrases:
            words = tuple(_WORD.findall(phrase.lower()))
            if len(words) >= self.least:
                self.begins.setdefault(words[: self.least], set()).add(words)

    def find(self, text: str) -> Iterator[Span]:
        """Where a phrase stands, the longest at each place, none inside of one before; in order."""
        found = list(_WORD.finditer(text)) if self.begins else []
        words = [match.group().lower() for match in found]
        free = 0
        for at in range(len(words)):
            begun = self.begins.get(tuple(words[at : at + self.least])) if at >= free else None
            fitting = [len(each) for each in begun or () if tuple(words[at : at + len(each)]) == each]
            if fitting:
                free = at + max(fitting)
                yield Span(found[at].start(), found[free - 1].end())

    def replace(self, text: str, by: str) -> str:
        """The text with every phrase in it replaced."""
        parts, last = [], 0
        for span in self.find(text):
            parts += [text[last : span.start], by]
            last = span.end
        return "".join([*parts, text[last:]])
