"""Phrases of a list, found in a text word by word: "put off" stands in "It was put off again"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from sayso.lang.loading import load
from sayso.link.words import MOST_ANSWERS, WORD, low_words
from sayso.model import Span

STOPS = frozenset(".;:!?…")


class Phrases(msgspec.Struct, frozen=True):
    """The phrases of a list as their words, under their first words, the longest first."""

    under: dict[str, tuple[tuple[str, ...], ...]]

    def found_in(self, text: str) -> tuple[str, ...]:
        """The phrases that stand in `text`, as printed there, in order; () for none.

        None reaches over the end of a sentence or past a colon.
        """
        return tuple(text[start:end] for start, end in self.places_in(text))

    def places_in(self, text: str) -> list[Span]:
        """Where these stand, in code points."""
        words = low_words(text)
        places: list[tuple[int, int]] = []
        found: list[Span] = []
        for at in (number for number, word in enumerate(words) if word in self.under):
            if length := self.length_at(words, at):
                places = places or [match.span() for match in WORD.finditer(text)]
                span = Span(places[at][0], places[at + length - 1][1])
                if STOPS.isdisjoint(text[span.start : span.end]):
                    found.append(span)
        return found

    def length_at(self, words: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase has that begins at the word of that number; 0 for none."""
        for phrase in self.under.get(words[at], ()) if at < len(words) else ():
            if words[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0


def phrases_of(printed: Iterable[str]) -> Phrases:
    """The phrases of a list of printed ones."""
    under: dict[str, list[tuple[str, ...]]] = {}
    for words in map(low_words, printed):
        under.setdefault(words[0], []).append(words)
    return Phrases({first: tuple(sorted(every, key=len, reverse=True)) for first, every in under.items()})


@cache
def _listed(name: str, language: str) -> Phrases:
    return phrases_of(load(language, "stance")[name]["words"])


@lru_cache(maxsize=MOST_ANSWERS)
def phrases_in(text: str, name: str, language: str = "en") -> tuple[str, ...]:
    """The phrases of a list of `stance.yaml` that stand in `text`, as printed, in order; () for none."""
    return _listed(name, language).found_in(text)


@lru_cache(maxsize=MOST_ANSWERS)
def begins_with(text: str, name: str, language: str = "en") -> bool:
    """Whether `text` begins with a phrase of a list, small words like "that" left aside."""
    words, small = low_words(text), _listed("openers", language)
    at = 0
    while length := small.length_at(words, at):
        at += length
    return _listed(name, language).length_at(words, at) > 0
