"""Sentences in capitals, written as other sentences are: what is a name keeps its first capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.rules.view import word_classes
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.words import source_words
from sayso.text import sentences

MAYBE = re.compile(r"[^\W\d_a-z][^a-z]{20}")  # a cheap look: no other text is looked at
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)*")
LABEL = re.compile(r"^([A-Z][A-Z.'’ -]{2,40}):(?=\s)", re.MULTILINE)
BEGINS = re.compile(r"[“‘\"«:]\s?\Z")
LEAST_WORDS, LEAST_CAPITALS, MOST_SMALL = 4, 16, 0.1


def lowered(text: str, gazetteer: Gazetteer, language: str) -> str:
    """`text` with its sentences in capitals in small letters; of the same length, letter for letter.

    A sentence is one in capitals that has four words and sixteen capitals, and at most one small
    letter to ten of them. Names keep their first capital where they can be known: from the
    gazetteer, from titles, the calendar and countries, and from the sentences that have small
    letters; others lose it. The labels of a transcript ("MARSK:", twice or more) get small letters
    too, unless they are known names. Linear.
    """
    text = _with_small_labels(text, gazetteer)
    if not MAYBE.search(text):
        return text
    found = [span for span in sentences(text, abbreviations(language)) if _shouts(text[slice(*span)])]
    if not found:
        return text
    names = _names_elsewhere(text, found)
    parts, at = [], 0
    for span in found:
        parts += [text[at : span.start], _lowered(text[slice(*span)], names, gazetteer, language)]
        at = span.end
    return "".join((*parts, text[at:]))


def _with_small_labels(text: str, gazetteer: Gazetteer) -> str:
    counts = Counter(match[1] for match in LABEL.finditer(text))
    labels = {name for name, count in counts.items() if count > 1 and gazetteer.lookup(name) is None}
    if not labels:
        return text
    return LABEL.sub(lambda match: WORD.sub(_titled, match[0]) if match[1] in labels else match[0], text)


def _shouts(words: str) -> bool:
    capitals = sum(map(str.isupper, words))
    few_small = sum(map(str.islower, words)) <= MOST_SMALL * capitals
    return capitals >= LEAST_CAPITALS and few_small and len(WORD.findall(words)) >= LEAST_WORDS


def _names_elsewhere(text: str, shouted: list[Span]) -> frozenset[str]:
    """The words, in capitals, that have a capital wherever they are printed in other sentences."""
    capital: set[str] = set()
    small: set[str] = set()
    at = 0
    for start, end in (*shouted, Span(len(text), len(text))):
        for word in WORD.findall(text, at, start):
            (capital if word[0].isupper() else small).add(word.upper())
        at = end
    return frozenset(capital - small)


def _lowered(words: str, names: frozenset[str], gazetteer: Gazetteer, language: str) -> str:
    initials = {place for match in INITIALS.finditer(words) for place in range(*match.span())}
    found, kept, before = list(words), set(_known(words, gazetteer, language)), ""
    for number, match in enumerate(WORD.finditer(words)):
        word, start = match.group(), match.start()
        if start not in initials and word != "I":
            name = start in kept or word in names or _is_name(word, before, language)
            begins = number == 0 or BEGINS.search(words, max(0, start - 2), start) is not None
            first = start + (name or begins)
            found[first : match.end()] = map(_small, words[first : match.end()])
        before = word.lower()
    return "".join(found)


def _known(words: str, gazetteer: Gazetteer, language: str) -> Iterator[int]:
    """Where the words of known names begin; a name of one common word is not told from the word."""
    titled = WORD.sub(_titled, words)
    for printed in (words, titled):
        for hit in gazetteer.find(printed):
            inside = list(WORD.finditer(printed, hit.start, hit.end))
            if len(inside) > 1 or printed[hit.start : hit.end].lower() not in ordinary(language):
                yield from (match.start() for match in inside)
    every = [*WORD.finditer(titled)]
    for one, other in zip(every, (*every[1:], None), strict=True):
        if other and gazetteer.country(f"{one[0]} {other[0]}") is not None:
            yield from (one.start(), other.start())
        if one[0].lower() not in ordinary(language) and gazetteer.country(one[0]) is not None:
            yield one.start()


def _is_name(word: str, before: str, language: str) -> bool:
    """Whether a title stands before, or a day or month is named ("may" only behind a preposition)."""
    low = word.lower()
    if before in source_words(language).titles:
        return True
    dated = low not in ordinary(language) or before in word_classes(language)["prepositions"]
    return dated and low in source_words(language).lists["calendar"]


@cache
def ordinary(language: str) -> frozenset[str]:
    """The words that grammar is made of, in small letters."""
    closed = {**word_classes(language), **lexicon_of(language).grammar}
    return frozenset(word for name, words in closed.items() if name != "calendar" for word in words)


def _titled(word: re.Match[str]) -> str:
    return word[0][0] + "".join(map(_small, word[0][1:]))


def _small(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char
