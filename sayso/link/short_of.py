"""What falls short of a deed: "was prevented from entering", "nearly sank", "tried to blow up the bridge"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.lang.loading import load
from sayso.link.mark import Mark
from sayso.link.pointing import has_verb
from sayso.link.words import MOST_ANSWERS, listed, low_words, stem, table

MOST_CHARS = 160  # looked at before such words and behind them
DEED_WORDS = 3  # behind "prevented from": "from even | entering"
NEXT = re.compile(r"\W{0,3}([^\W_]+(?:['’-][^\W_]+)*)")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(map(re.escape, load("en", "stance")[name]["words"]), key=len, reverse=True)
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(words)})(?![\w'’-])", re.IGNORECASE)


@cache
def _irregular(language: str) -> dict[str, str]:
    return {word: group[0] for group in table(language, "irregular") for word in group}


def _deed(word: str, language: str = "en") -> str:
    """The stem of a verb in whatever form: of "left" that of "leave"."""
    return stem(_irregular(language).get(word, word), language)


@lru_cache(maxsize=MOST_ANSWERS)
def _kept_from(text: str) -> tuple[str, tuple[str, ...]]:
    """The words by which it did not come to a deed, and what the deed may be; ("", ()) for none.

    "Nearly" is only of the verb right behind it, and not of a number ("nearly forty died").
    """
    for match in _pattern("hindrances").finditer(text):
        words = _behind(text, match.end())
        if words and _is_main(text, match.start()):
            return match[0], _deeds(words)
    for match in _pattern("nearlies").finditer(text):
        behind = NEXT.match(text, match.end())
        word = behind[1].lower() if behind else ""
        if (has_verb(word) or word.endswith("ed")) and word not in listed("en", "measured_changes"):
            return match[0], _deeds([word])
    return "", ()


@lru_cache(maxsize=MOST_ANSWERS)
def _meant(text: str) -> tuple[str, tuple[str, ...]]:
    """The words by which a deed was only tried or threatened, and what it may be; ("", ()) for none."""
    match = _pattern("attempts").search(text)
    if match is None or not _is_main(text, match.start()):
        return "", ()
    return match[0], _deeds(_behind(text, match.end()))


def _behind(text: str, at: int) -> tuple[str, ...]:
    return low_words(text[at : at + MOST_CHARS])[:DEED_WORDS]


def _is_main(text: str, at: int) -> bool:
    """Whether what stands there is no clause beside the main one: "was shot | when he" tried to cross."""
    openers = load("en", "stance")["granting"]["words"]
    return not any(word in openers for word in low_words(text[max(0, at - MOST_CHARS) : at])[1:])


def _deeds(words: Iterable[str]) -> tuple[str, ...]:
    stop = listed("en", "stop")
    return tuple(_deed(word) for word in words if word not in stop)[:1]


@lru_cache(maxsize=MOST_ANSWERS)
def _told(text: str) -> frozenset[str]:
    return frozenset(map(_deed, low_words(text)))


def kept_from(mark: Mark, gist: Mark) -> str:
    """The words by which a proposition says that it did not come to what the other tells; "" for none."""
    words, deeds = _kept_from(mark.text)
    return words if words and not _kept_from(gist.text)[0] and not _told(gist.text).isdisjoint(deeds) else ""


def only_meant(mark: Mark, gist: Mark) -> str:
    """The words by which a proposition tells that somebody tried to do what the other tells; "" for none."""
    words, deeds = _meant(mark.text)
    if not words or mark.negated or _meant(gist.text)[0]:
        return ""
    return words if not _told(gist.text).isdisjoint(deeds) else ""
