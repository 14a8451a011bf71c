"""Which way words point: negations and refutations counted modulo two, hedges, doubts, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.link.words import listed

ANSWER = re.compile(r"\W*\w+,")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=4096)
def low_words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, with straight apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))


def count(text: str, name: str, language: str = "en") -> int:
    """How many words of a list stand in `text`."""
    wanted = listed(language, name)
    return sum(word in wanted or word.removesuffix("'s") in wanted for word in low_words(text))


def is_negated(text: str, language: str = "en") -> bool:
    """Whether negations and refutations in `text` are odd in number.

    The same word again adds nothing ("no trucks and no trains"), and neither does an answer's "No," before a
    negation ("No, it did not fall").
    """
    found = _among(low_words(text), "negations", language)
    if ANSWER.match(text) and len(found) > 1:
        found.discard(low_words(text)[0])
    return bool((len(found) + len(_among(low_words(text), "refutations", language))) % 2)


def _among(words: Iterable[str], name: str, language: str) -> set[str]:
    """The different words that are of a list."""
    wanted = listed(language, name)
    return {word for word in (word.removesuffix("'s") for word in words) if word in wanted}


def is_question(text: str, language: str = "en") -> bool:
    """A question mark ends it."""
    return text.rstrip(" ”\"'’)").endswith("?")


def any_of(words: Iterable[str], name: str, language: str = "en") -> bool:
    """Whether a word of a list is among `words`."""
    return not listed(language, name).isdisjoint(words)
