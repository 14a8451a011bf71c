"""The folded form of a name: what is alike to a reader gets the same tokens.

Case, accents of the Latin script, curly quotes, hyphens, a possessive 's and line breaks are folded away.
Scripts that are written without spaces, and Hangul with its particles, are one token a character.
"""

import re
import unicodedata
from array import array
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻ`´"
_SKIPPED = APOSTROPHES + "\\-‐-―−\u00ad\u200b-\u200f\u2060\ufeff"
_SINGLE = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3131-\u318e"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
)
_PUNCTUATION = (
    "!-&(-,./:-@\\[-^{-~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u00bf\u060c\u061b\u061f\u1361-\u1368"
    "\u2016\u2017\u201a-\u205e\u3000-\u303f\uff00-\uffef"
)
_TOKEN = re.compile(f"[^\\s{_SKIPPED}{_SINGLE}{_PUNCTUATION}]+|[{_SINGLE}]|[{_PUNCTUATION}]")
_WORD_LIMIT_CHARS = 64


def tokens(text: str) -> "tuple[array[int], array[int]]":
    """Where each token of `text` starts and ends (exclusive), in order; both empty for blank text.

    White space, hyphens and apostrophes are between tokens, and so is the "s" of a possessive.
    Linear in the length of the text; 16 bytes a token.
    """
    starts, ends = array("q"), array("q")
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if end - start == 1 and start and text[start] in "sS" and text[start - 1] in APOSTROPHES:
            continue
        starts.append(start)
        ends.append(end)
    return starts, ends


@lru_cache(maxsize=1 << 16)
def _fold_foreign(token: str) -> str:
    """A token with letters beyond ASCII: casefolded, and without accents if it begins in the Latin script."""
    folded = token.casefold()
    if unicodedata.name(token[0], "").startswith("LATIN"):
        bare = (c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        return "".join(bare).replace("ı", "i")
    return folded


def fold(token: str) -> str:
    """One token, folded; words of more than 64 characters are no names and fold to ""."""
    if len(token) > _WORD_LIMIT_CHARS:
        return ""
    return token.lower() if token.isascii() else _fold_foreign(token)


def folded(name: str) -> tuple[str, ...]:
    """The folded tokens of a whole name, without a leading "the"; empty for blank text."""
    found = tuple(fold(name[start:end]) for start, end in zip(*tokens(name), strict=True))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def surfaces(name: str) -> tuple[str, ...]:
    """The tokens of a name as written, without a leading "the"; parallel to `folded`."""
    found = tuple(name[start:end] for start, end in zip(*tokens(name), strict=True))
    return found[1:] if len(found) > 1 and found[0].lower() == "the" else found
