"""The words that full-text search knows: folded, and pairs of characters where words have no spaces.

A run of Hangul, Han or Kana becomes its pairs of neighbours, and its last character alone, so that a word of
two syllables is found inside a longer run; other words become one token without case and accents.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_CHARS = 64  # of one word; what is longer is cut, on both sides of a search
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0e3a\u0e40-\u0e4e\u0eb0-\u0ecd\u0f18-\u0fbc\u1000-\u1049\u1056-\u109d"
    "\u135d-\u135f\u1780-\u17d3\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0"
)
_WORD = re.compile(f"[^\\W_][{_MARKS}\\w]*")
_RUN_CHARS = (
    "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
)
_PARTS = re.compile(f"[{_RUN_CHARS}\U00020000-\U0003ffff]+|[^_{_RUN_CHARS}\U00020000-\U0003ffff]+")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200c\u200d]")
_ASCII = re.compile("[0-9A-Za-z]+")


class Token(NamedTuple):
    """One folded token and where it stands in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """A word without case and accents; only letters, digits and the signs that belong to them."""
    if word.isascii():
        return word.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    plain = unicodedata.normalize("NFC", bare.casefold())
    return "".join(c for c in plain if c.isalnum() or unicodedata.category(c)[0] == "M")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`, in order, with their places; none for a text without words."""
    words = _ASCII if text.isascii() else _WORD
    for match in words.finditer(text):
        word, start = match.group(), match.start()
        if word.isascii() and "_" not in word:
            yield Token(word.lower()[:LONGEST_CHARS], start, match.end())
            continue
        for part in _PARTS.finditer(word):
            yield from _pieces(part.group(), start + part.start())


def _pieces(part: str, start: int) -> Iterator[Token]:
    folded = fold(part[: LONGEST_CHARS * 64])
    if not is_run(folded):
        if folded:
            yield Token(folded[:LONGEST_CHARS], start, start + len(part))
        return
    exact = len(folded) == len(part)
    for at in range(len(folded)):
        last = min(at + 2, len(folded))
        end = start + last if exact else start + len(part)
        yield Token(folded[at:last], start + at if exact else start, end)


def is_run(word: str) -> bool:
    """Whether `word` is written in a script without spaces between words, or with particles joined on."""
    found = _PARTS.match(word)
    return bool(found) and bool(re.match(f"[{_RUN_CHARS}\U00020000-\U0003ffff]", word))


def indexed(text: str) -> str:
    """`text` as the index holds it: its tokens, parted by spaces; "" for a text without words."""
    return " ".join(token.text for token in tokens(text))
