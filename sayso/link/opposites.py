"""Opposite words: what one text calls open and the other sealed, one unhurt and the other killed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from sayso.lang.loading import load
from sayso.link.phrases import Phrases, phrases_of
from sayso.link.words import MOST_ANSWERS, low_words
from sayso.model import Span


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two sides that cannot hold of one thing at one time; `lack`: the other is a want of the one."""

    one: Phrases
    other: Phrases
    lack: bool


@cache
def _pairs(language: str) -> tuple[Pair, ...]:
    return tuple(
        Pair(one=phrases_of(row["one"]), other=phrases_of(row["other"]), lack=row.get("lack", False))
        for row in load(language, "stance")["opposites"]
    )


@cache
def _pairs_by_phrase(language: str) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """To each word with which phrases begin these phrases, each with the number of its pair."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, pair in enumerate(_pairs(language)):
        for side in (pair.one, pair.other):
            for word, phrases in side.under.items():
                found.setdefault(word, []).extend((phrase, number) for phrase in phrases)
    return {word: tuple(every) for word, every in found.items()}


def _pairs_met(text: str, language: str) -> list[int]:
    """The numbers of the pairs of which some phrase stands in a text, in order."""
    words, begun = low_words(text), _pairs_by_phrase(language)
    return sorted(
        {
            number
            for at, word in enumerate(words)
            for phrase, number in begun.get(word, ())
            if words[at : at + len(phrase)] == phrase
        }
    )


@lru_cache(maxsize=MOST_ANSWERS)
def _sides(text: str, language: str) -> dict[int, tuple[bool, str]]:
    """On which side of each pair a text stands, and by which words; without the pairs of which it has none
    or both.
    """
    pairs, found = _pairs(language), {}
    for number in _pairs_met(text, language):
        one, other = pairs[number].one.places_in(text), pairs[number].other.places_in(text)
        one, other = _apart(one, other), _apart(other, one)
        if bool(one) != bool(other):
            start, end = (one or other)[0]
            found[number] = (bool(one), text[start:end])
    return found


def _apart(ours: Sequence[Span], theirs: Sequence[Span]) -> list[Span]:
    """The places that are no part of a longer phrase of the other side: "no shortage" is no shortage."""
    return [each for each in ours if not any(each != longer and longer.contains(each) for longer in theirs)]


def opposed(text: str, other: str, language: str = "en") -> tuple[str, str] | None:
    """The words by which two texts stand on two sides, of the first and of the second; None for none."""
    return next((words for words, alike in _both(text, other, language) if not alike), None)


def beside(text: str, other: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """The words by which two texts stand on one side, of the first and of the second, pair by pair."""
    return (words for words, alike in _both(text, other, language) if alike)


def _both(text: str, other: str, language: str) -> Iterator[tuple[tuple[str, str], bool]]:
    """The words of both for each pair that both have a side of, and whether it is the same side."""
    ours, theirs = _sides(text, language), _sides(other, language)
    for pair in (pair for pair in ours if pair in theirs):
        yield (ours[pair][1], theirs[pair][1]), ours[pair][0] == theirs[pair][0]


def tells_of_lack(text: str, language: str = "en") -> bool:
    """Whether a text says without a "not" that something is wanting: shut, empty, suspended."""
    return bool(lacks_in(text, language))


def lacks_in(text: str, language: str = "en") -> tuple[str, ...]:
    """The words by which a text says so, one for each kind of want; () for none."""
    pairs = _pairs(language)
    return tuple(
        words for number, (one, words) in _sides(text, language).items() if pairs[number].lack and not one
    )
