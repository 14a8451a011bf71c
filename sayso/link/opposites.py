"""Opposite words: what one text calls open and the other sealed, one unhurt and the other killed."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from sayso.lang.loading import load
from sayso.link.phrases import Phrases, phrases_of
from sayso.link.words import low_words


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
def _pairs_by_word(language: str) -> dict[str, tuple[int, ...]]:
    """To each word with which a phrase begins the numbers of the pairs that have such a phrase."""
    found: dict[str, set[int]] = {}
    for number, pair in enumerate(_pairs(language)):
        for word in (*pair.one.under, *pair.other.under):
            found.setdefault(word, set()).add(number)
    return {word: tuple(sorted(numbers)) for word, numbers in found.items()}


@lru_cache(maxsize=4096)
def _sides(text: str, language: str) -> dict[int, tuple[bool, str]]:
    """On which side of each pair a text stands, and by which words; without the pairs of which it has none
    or both.
    """
    pairs, firsts = _pairs(language), _pairs_by_word(language)
    found = {}
    for number in sorted({number for word in low_words(text) for number in firsts.get(word, ())}):
        one, other = pairs[number].one.found_in(text), pairs[number].other.found_in(text)
        if bool(one) != bool(other):
            found[number] = (bool(one), (one or other)[0])
    return found


def opposed(text: str, other: str, language: str = "en") -> tuple[str, str] | None:
    """The words by which two texts stand on two sides, of the first and of the second; None for none."""
    ours, theirs = _sides(text, language), _sides(other, language)
    return next(
        (
            (ours[pair][1], theirs[pair][1])
            for pair in ours
            if pair in theirs and ours[pair][0] != theirs[pair][0]
        ),
        None,
    )


def tells_of_lack(text: str, language: str = "en") -> bool:
    """Whether a text says without a "not" that something is wanting: shut, empty, suspended."""
    return bool(lacks_in(text, language))


def lacks_in(text: str, language: str = "en") -> tuple[str, ...]:
    """The words by which a text says so, one for each kind of want; () for none."""
    pairs = _pairs(language)
    return tuple(
        words for number, (one, words) in _sides(text, language).items() if pairs[number].lack and not one
    )
