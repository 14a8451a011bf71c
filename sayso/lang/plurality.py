"""How many people the printed words of a source stand for: one, several, or it cannot be told from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from sayso.lang.loading import load

Plurality = Literal["one", "several", "unclear"]
TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[,;…&]")
MOST_CHARS = 400
BREAKS = frozenset(",;…")


@lru_cache(maxsize=1 << 12)
def how_many(printed: str, language: str = "en") -> Plurality:
    """Whether the words of a source, as printed, mean one or several: "a nurse at two clinics" is one.

    "unclear" for what may be either ("they"), and for no words. Only the first 400 characters are looked at.
    """
    found = [match[0].lower() for match in TOKEN.finditer(printed[:MOST_CHARS])]
    if not found:
        return "unclear"
    if _picked(found, language):
        return "one"
    if any(found[: len(phrase)] == phrase for phrase in load(language, "plurality")["more_than_one"]):
        return "several"
    found = list(_without_leading(found, language))
    if _counted(found, language) or _gathered(found, language):
        return "several"
    joined = _joined(found, language)
    return joined or _of_head(_head(found, language), language)


def _picked(found: Sequence[str], language: str) -> bool:
    """Whether one of several is meant: "one of the nurses", "a member of two councils"."""
    picks, of = _words("picks", language), _words("of", language)
    return any(one in picks and two in of for one, two in pairwise(found[:3]))


def _counted(found: Sequence[str], language: str) -> bool:
    """Whether a number above one stands before what ends the head."""
    counts = _words("counts", language)
    return any(word in counts or (word.isdecimal() and int(word) > 1) for word in _head(found, language))


def _gathered(found: Sequence[str], language: str) -> bool:
    """Whether a group is meant by what it is made of: "a number of traders"."""
    head = _head(found, language)
    after = found[len(head) : len(head) + 1]
    gathers = bool(head) and head[-1] in _words("collectives", language)
    return gathers and bool(after) and after[0] in _words("of", language)


def _joined(found: Sequence[str], language: str) -> Plurality | None:
    """What "and" makes of it: two people, one with two trades, or what cannot be told; None without one."""
    places = [at for at, word in enumerate(found) if word in _words("joins", language)]
    if not places:
        return None
    behind = next(iter(found[places[-1] + 1 :]), "")
    before = found[: places[0]]
    if _of_head(_head(before, language), language) == "several":
        return "several"
    if any(word in _words("ends", language) for word in before):
        return "unclear" if behind in _words("one", language) else None
    if any(behind in _words(name, language) for name in ("one", "definite", "counts")):
        return "several"
    return "one" if found[0] in _words("one", language) else "unclear"


def _head(found: Sequence[str], language: str) -> Sequence[str]:
    """The words before a comma, a preposition or a clause."""
    ends = _words("ends", language) | BREAKS
    return found[: next((at for at, word in enumerate(found) if word in ends), len(found))]


def _without_leading(found: Sequence[str], language: str) -> Sequence[str]:
    """What is left where words that lead to a number are passed over: "at least two clerks"."""
    leading = _words("leading", language)
    return found[next((at for at, word in enumerate(found) if word not in leading), len(found) - 1) :]


def _of_head(head: Sequence[str], language: str) -> Plurality:
    """One or several by determiner and ending of a bare head."""
    if not head or head[-1] in _words("untold", language):
        return "unclear"
    if head[0] in _words("one", language):
        return "one"
    last = re.split(r"[’']", head[-1])[0]
    return "several" if is_plural(last, language) else "one"


def is_plural(word: str, language: str = "en") -> bool:
    """Whether a word in small letters looks like the plural of a noun: "travellers", and not "previous"."""
    rows = load(language, "plurality")
    if word in rows["plural_words"]:
        return True
    if word in rows["singular_words"] or word.endswith(tuple(rows["singular_endings"])):
        return False
    return word.endswith(tuple(rows["plural_endings"])) and len(word) > 3


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(load(language, "plurality")[name])
