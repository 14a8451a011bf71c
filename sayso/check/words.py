"""The words of a draft that checking looks at, of a language, and names laid beside each other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lang.loading import load
from sayso.text.words import words

MONTH_AND_VERB = re.compile(r"(?<=[\w,] )May\b")
SHORTEST_WORD = 5
FILLING = frozenset({"the", "a", "an", "of", "and", "for", "in", "at", "mr", "ms", "mrs", "dr", "who", "s"})


def lowered(text: str) -> list[str]:
    """The words of a text, lower case, one apostrophe for all; [] for a blank one."""
    return [text[span.start : span.end].lower().replace("’", "'") for span in words(text)]


def has(text: str, name: str, language: str = "en") -> bool:
    """Whether a word of the list `name` stands in a text."""
    return bool(first(text, name, language))


def first(text: str, name: str, language: str = "en") -> str:
    """The first entry of the list `name` that stands in a text; "" for none."""
    padded = _padded(text)
    return next((word for word in listed(language, name) if f" {word} " in padded), "")


@lru_cache(maxsize=2048)
def _padded(text: str) -> str:
    """The words of a text with a space on either side of each; kept, for a draft is asked many times."""
    return f" {' '.join(lowered(_without_months(text)))} "


def _without_months(text: str) -> str:
    """A text without the month that is written like a verb ("in May"); a first word may be the verb."""
    return MONTH_AND_VERB.sub("", text)


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """The words of one list, as they stand in it."""
    return tuple(load(language, "checking")[name]["words"])


def content_words(text: str, language: str = "en") -> frozenset[str]:
    """The words of a text that say what it is about, lower case; short and common ones left out."""
    common = load(language, "linking")["stop"]["words"]
    return frozenset(word for word in lowered(text) if len(word) >= SHORTEST_WORD) - frozenset(common)


def names(text: str) -> frozenset[str]:
    """The words of a name that tell whom it means."""
    return frozenset(word.removesuffix("'s") for word in lowered(text)) - FILLING


def same_name(a: str, b: str) -> bool:
    """Whether one name is the other, or a shorter form of it; never for two blank ones."""
    left, right = names(a), names(b)
    return bool(left and right) and (left <= right or right <= left)
