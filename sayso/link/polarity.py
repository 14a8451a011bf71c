"""Which way words point: negations and refutations counted modulo two, hedges, doubts, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.link.words import listed

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
    """Whether negations and refutations in `text` are odd in number."""
    return bool((count(text, "negations", language) + count(text, "refutations", language)) % 2)


def is_question(text: str, language: str = "en") -> bool:
    """A question mark ends it."""
    return text.rstrip(" ”\"'’)").endswith("?")


def any_of(words: Iterable[str], name: str, language: str = "en") -> bool:
    """Whether a word of a list is among `words`."""
    return not listed(language, name).isdisjoint(words)
