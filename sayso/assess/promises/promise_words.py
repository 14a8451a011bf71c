"""The words of promises and of what became of them, loaded once a language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from sayso.lang.loading import load

WORD = re.compile(r"[^\W\d_]+")
FILE = "expectations"
MOST_KEPT = 1 << 16  # answers on texts: a telling is held against every promise that it is near


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """The words of one list, lower case."""
    return frozenset(_section(language, name)["words"])


@cache
def table(language: str, name: str) -> dict[str, float]:
    """The words of one list in their order, each with its place in it, from 1; treat it as frozen."""
    return {word: float(place) for place, word in enumerate(_section(language, name)["words"], 1)}


@cache
def _compiled(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in _section(language, name)["patterns"])


def _section(language: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = load(language, FILE)[name]
    return found


@lru_cache(maxsize=MOST_KEPT)
def says(text: str, name: str, language: str) -> bool:
    """Whether one of the patterns of a list stands in the text."""
    return any(pattern.search(text) for pattern in _compiled(language, name))


def first_match(text: str, name: str, language: str) -> re.Match[str] | None:
    """The first match of a list's patterns, in their order; None where none stands in the text."""
    return next((m for pattern in _compiled(language, name) if (m := pattern.search(text))), None)


@cache
def _matters(language: str) -> dict[str, str]:
    classes: dict[str, list[str]] = load(language, FILE)["matters"]
    return {word: name for name, words in classes.items() for word in words}


@cache
def _phrases(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((words, name) for words, name in _matters(language).items() if " " in words)


@lru_cache(maxsize=MOST_KEPT)
def matters_of(text: str, language: str, *, done: bool = False) -> frozenset[str]:
    """The classes of doing that a text names: "has landed" and "would deliver" are both an arrival.

    What is more than one word is taken first: a river that runs dry does not begin to run. `done`: only by
    words that say that it was done.
    """
    known, left, found = _matters(language), text.lower(), set[str]()
    for phrase, name in _phrases(language):
        if phrase in left:
            found.add(name)
            left = left.replace(phrase, " ")
    words = (m[0] for m in WORD.finditer(left) if m[0] in known)
    past = listed(language, "done")
    found.update(known[word] for word in words if not done or word.endswith("ed") or word in past)
    return frozenset(found)


def is_matter_word(word: str, language: str) -> bool:
    """Whether a printed word counts for one of those classes, which then stands for it, or only says when."""
    return word.lower() in _matters(language) or word.lower() in listed(language, "light")
