"""The words that linking looks at, loaded once a language, and stems."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from sayso.lang.loading import load

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONGEST_WORD_CHARS = 40
MOST_TEXTS = 1 << 15  # whose words are kept: linking asks for them again and again
MOST_ANSWERS = 1 << 18  # of a yes, a no, or next to nothing about a text


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """The words of one list, lower case."""
    return frozenset(load(language, "linking")[name]["words"])


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The words of one list that maps them to something; treat it as frozen."""
    found: dict[str, Any] = load(language, "linking")[name]["words"]
    return found


@cache
def slot_words(language: str) -> dict[str, str]:
    """Which slot a word counts for: {"deaths": "killed"}."""
    return {word: slot for slot, words in table(language, "slots").items() for word in words}


@cache
def _same(language: str) -> dict[str, str]:
    groups: list[list[str]] = load(language, "linking")["same"]["words"]
    return {word: group[0] for group in groups for word in group}


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer({"en": "english"}[language])


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str = "en") -> str:
    """The stem of a lower-case word (Porter 2), of words that say the same the stem of the first."""
    if len(word) > LONGEST_WORD_CHARS:
        return word[:LONGEST_WORD_CHARS]
    bare = word.replace("’", "'").removesuffix("'s")
    stemmed: str = _stemmer(language).stemWord(_same(language).get(bare, bare))
    return stemmed


@lru_cache(maxsize=MOST_TEXTS)
def low_words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, with straight apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))


def tokens(text: str) -> list[re.Match[str]]:
    """Words and numbers of a text with their places; [] for a blank one."""
    return list(TOKEN.finditer(text))


def stems_of(text: str, language: str = "en") -> tuple[str, ...]:
    """Stems of the content words of `text`, each once, in order of first appearance."""
    stop = listed(language, "stop")
    words = (match[0].lower() for match in TOKEN.finditer(text))
    kept = (word for word in words if word not in stop and not word[0].isdigit() and len(word) > 1)
    return tuple(dict.fromkeys(stem(word, language) for word in kept))
