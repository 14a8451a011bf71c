"""One name where another text has another, in the same words: two matters that are told in one form.

State media and wires tell many matters in one form of words ("the leader inspected the mill at Orlan", "… at
Tarn"), which lie as near to each other as two reports of one matter do.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache, lru_cache

from sayso.lang.loading import load
from sayso.link.names import name_key
from sayso.link.rarity import is_unseen
from sayso.link.view import View
from sayso.link.words import MOST_TEXTS, WORD, listed, slot_words, stem, table

LEAST_SAME = 0.6  # of the words of both: with fewer in common they are not one form of words
MOST_WORDS = 40  # of each that are looked at
ALIKE = 0.6  # of the letters: two spellings of one name
Words = tuple[tuple[str, bool], ...]


def other_name(a: View, b: View) -> tuple[str, str] | None:
    """The first name of `a` in whose place `b` has another, with that one, as printed; None for none.

    Not where the two may be one: two spellings, an acronym, a part of a longer name that both have, or a word
    for a country or body that both name.
    """
    if a.mark.target is not None or b.mark.target is not None:
        return None
    if b.mark.text < a.mark.text:  # the alignment is not the same both ways
        names = _told_apart(b, a)
        return names and names[::-1]
    return _told_apart(a, b)


def are_places(a: View, b: View, names: tuple[str, str]) -> bool:
    """Whether two names are both printed as where something is: "the crossing at Hale", "… at Dorn"."""
    return all(
        _located("en", name).search(view.mark.text) is not None
        for view, name in zip((a, b), names, strict=True)
    )


@lru_cache(maxsize=MOST_TEXTS)
def _located(language: str, name: str) -> re.Pattern[str]:
    where = "|".join(sorted(listed(language, "locatives")))
    return re.compile(
        rf"\b(?:{where})\s+(?:(?:the|port|town|city|village)\s+)*{re.escape(name)}\b", re.IGNORECASE
    )


def _told_apart(a: View, b: View) -> tuple[str, str] | None:
    one, two = printed_words(a.mark.text), printed_words(b.mark.text)
    shared = set(_low(a.mark.text)).intersection(_low(b.mark.text))
    for start, end, start_b, end_b in replaced(a.mark.text, b.mark.text):
        first, second = _run(one, start, end, a), _run(two, start_b, end_b, b)
        if first and second and not _may_be_one(first, second) and not _named_otherwise(a, b, shared):
            return first, second
    return None


@lru_cache(maxsize=1 << 8)
def replaced(one: str, other: str) -> tuple[tuple[int, int, int, int], ...]:
    """Where one form of words has other words: the first and the last but one of `_low` of each text.

    () for two texts that are no one form of words, or that differ nowhere.
    """
    first, second = _low(one), _low(other)
    if not first or not second or not _may_be_alike(first, second):
        return ()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < LEAST_SAME:
        return ()
    return tuple((a, b, c, d) for kind, a, b, c, d in matcher.get_opcodes() if kind == "replace")


@lru_cache(maxsize=MOST_TEXTS)
def printed_words(text: str) -> Words:
    """The words of a text, each with whether it is printed as a name."""
    usual = _no_names()
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in WORD.finditer(text))
    return tuple(
        (word, word[:1].isupper() and word.lower() not in usual) for word in list(found)[:MOST_WORDS]
    )


@lru_cache(maxsize=MOST_TEXTS)
def _low(text: str) -> tuple[str, ...]:
    """The words of a text in small letters."""
    return tuple(word.lower() for word, _ in printed_words(text))


@lru_cache(maxsize=MOST_TEXTS)
def _counted(words: tuple[str, ...]) -> Counter[str]:
    return Counter(words)


def _may_be_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of words have enough in common in whatever order: most pairs have not."""
    first, second = _counted(one), _counted(other)
    same = sum([min(count, second[word]) for word, count in first.items() if word in second])
    return 2.0 * same / (len(one) + len(other)) >= LEAST_SAME


@cache
def calendar() -> frozenset[str]:
    """Months and days of the week, in small letters."""
    exact = load("en", "time")["exact"]
    return frozenset(
        word.lower() for name in ("MON", "MAY", "MONS", "WEEKDAY", "WEEKDAYS", "WD") for word in exact[name]
    )


@cache
def _no_names() -> frozenset[str]:
    """Words that have a capital and are no names: days, months, numbers, small words."""
    return frozenset({*calendar(), *table("en", "number_words"), *listed("en", "stop"), *slot_words("en")})


def _run(words: Words, start: int, end: int, view: View) -> str:
    """The name with which a piece begins; "" where it begins with none, or with a part of a longer one."""
    stop = start
    while stop < end and (_is_name(words[stop], view) or (stop == 0 and _is_strange(words[0]))):
        stop += 1
    beside = words[max(0, start - 1) : start] + words[stop : stop + 1]
    goes_on = any(_is_name(word, view) for word in beside)
    return "" if goes_on else " ".join(word for word, _ in words[start:stop])


def _is_name(word: tuple[str, bool], view: View) -> bool:
    return word[1] and name_key(word[0]) in view.names


def _is_strange(word: tuple[str, bool]) -> bool:
    """Whether a word that opens a text, with a capital as all that do, is in no dictionary of news."""
    return word[1] and is_unseen(stem(word[0].lower()))


def _may_be_one(one: str, other: str) -> bool:
    """Whether two printed names may be two forms of one, or no names but words for one thing ("Troops")."""
    first, second = one.lower(), other.lower()
    if stem(first) == stem(second):
        return True
    if SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE:
        return True
    initials = ["".join(word[0] for word in name.split()) for name in (first, second)]
    return initials[0] == second or initials[1] == first


def _named_otherwise(a: View, b: View, shared: set[str]) -> bool:
    """Whether both name a country or body, by words of which none is in both."""
    ids = {name for name in a.names if name[0] in "@=" and name in b.names}
    printed = {name_key(word.capitalize()) for word in shared}
    return len(ids) > sum(name in a.names and name in b.names for name in printed)
