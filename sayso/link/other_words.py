"""Another act, thing or doer in the same form of words: "Marn was questioned", "Marn was nominated".

Vectors of whole sentences lie near where all but one word is shared, however far apart that word is. So the
words that one has in the place of the other's are compared by themselves.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.lang.loading import load
from sayso.link.encoder import DIMENSIONS, load_encoder, own_bytes
from sayso.link.fillers import Words, calendar, printed_words, replaced
from sayso.link.opposites import opposed
from sayso.link.rarity import is_unseen
from sayso.link.view import View
from sayso.link.words import MOST_TEXTS, listed, stem, table

MOST_WORDS = 3  # of each side: more is another clause, which the whole vector tells
LEAST_ALIKE = 0.45  # cosine of two runs of words that may mean the same ("beaten", "mistreated")


def other_words(a: View, b: View) -> tuple[str, str] | None:
    """The first content words of `a` in whose place `b` has others that mean something else; None for none.

    In small letters. Names are left to `fillers.other_name`, numbers and days to the figures, opposites
    ("opened", "closed") to the stance: they gainsay one another. None too for a text that only points.
    """
    if a.mark.target is not None or b.mark.target is not None:
        return None
    if b.mark.text < a.mark.text:  # the alignment is not the same both ways
        words = _told_apart(b.mark.text, a.mark.text)
        return words and words[::-1]
    return _told_apart(a.mark.text, b.mark.text)


def _told_apart(one: str, other: str) -> tuple[str, str] | None:
    places = replaced(one, other)
    if not places or opposed(one, other):
        return None
    words, words_b = printed_words(one), printed_words(other)
    stems, stems_b = ({stem(word.lower()) for word, _ in row} for row in (words, words_b))
    for start, end, start_b, end_b in places:
        first = _content(words, start, end, stems_b)
        second = _content(words_b, start_b, end_b, stems)
        if first and second and _differ(*sorted((first, second))):
            return first, second
    return None


def _content(words: Words, start: int, end: int, elsewhere: set[str]) -> str:
    """The content words of a run that the other text has nowhere; "" for none, for too many, or for names."""
    kept = []
    for at, (word, named) in enumerate(words[start:end], start):
        low = word.lower()
        if named and (at or is_unseen(stem(low))):
            return ""
        if low not in _small() and stem(low) not in elsewhere:
            kept.append(low)
    return " ".join(kept) if len(kept) <= MOST_WORDS else ""


@cache
def _small() -> frozenset[str]:
    """Words that are no content: small ones, numbers, days and months."""
    return (
        listed("en", "stop") | calendar() | table("en", "number_words").keys() | table("en", "scales").keys()
    )


@lru_cache(maxsize=MOST_TEXTS)
def _differ(one: str, other: str) -> bool:
    """Whether two runs of words cannot stand for each other: rivals, or far apart in meaning."""
    rivals = [_rivals().get(words.split()[-1]) for words in (one, other)]
    if None not in rivals and rivals[0] != rivals[1]:
        return True
    first, second = _vector(one), _vector(other)
    if not first or not second:
        return False
    import numpy as np

    x, y = (np.frombuffer(v, dtype=np.int8).astype(np.int64) for v in (first, second))
    return float(x @ y) < LEAST_ALIKE * float(np.sqrt(float(x @ x) * float(y @ y)))


@cache
def _rivals() -> dict[str, int]:
    """Words for doers, each with the number of its group: who is of one is of no other."""
    groups: list[list[str]] = load("en", "linking")["rivals"]["words"]
    return {word: number for number, group in enumerate(groups) for word in group}


@lru_cache(maxsize=MOST_TEXTS)
def _vector(words: str) -> bytes:
    encoder = load_encoder()
    return own_bytes(encoder.encode([words])[0])[:DIMENSIONS] if encoder else b""
