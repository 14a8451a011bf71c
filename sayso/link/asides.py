"""A "not" that is beside the matter: of somebody else, of a purpose, of a bound, of the other of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.link.words import listed, low_words

NEAR_WORDS = 3  # from "who" to its "not" ("who still has not"), from a "not" to its "more than"
PIECES = re.compile(r"([,;:])")
OTHER_OF_TWO = re.compile(r"\s*not\s(?!yet\b|to\b)", re.IGNORECASE)
LEAST_SAID = 2  # words before ", not": with fewer it is "however, not"


def is_aside(words: Sequence[str], at: int, language: str = "en") -> bool:
    """Whether the negation at that place of `words` (small letters) leaves the matter itself as it is.

    It does in a clause of somebody or of a purpose ("a man who had not come", "lest it fall"), as a bound
    ("no more than nine", "not last longer than a day"), in "without" unless it is what is told ("filmed him
    without asking", but "is without bread"), and where "failed" is no verb of a deed ("a failed attempt").
    """
    before = words[max(0, at - NEAR_WORDS) : at]
    if not listed(language, "asides").isdisjoint(before) or _is_relative(words, at, language):
        return True
    if _is_of_an_act(words, at, language):
        return True
    if words[at] in listed(language, "lacking_words"):
        return at > 0 and words[at - 1] not in listed(language, "lacking_verbs")
    if words[at] in listed(language, "failing_verbs"):
        return words[at + 1 : at + 2] != ["to"]
    behind = words[at + 1 : at + 2 + NEAR_WORDS]
    more = listed(language, "bounding_words")
    return any(one in more and other == "than" for one, other in pairwise(behind))


def _is_of_an_act(words: Sequence[str], at: int, language: str) -> bool:
    """Whether it is of what somebody is bidden or blamed for: "Don't drink it", "punished for not paying"."""
    if at <= 1 and (words[at] in listed(language, "bidding_words") or list(words[: at + 1]) == ["do", "not"]):
        return at == 0 or words[0] == "do"
    before, behind = words[at - 1 : at], words[at + 1 : at + 2]
    told = words[at] == "not" and bool(before) and before[0] in listed(language, "act_prepositions")
    return told and bool(behind) and behind[0].endswith("ing")


def _is_relative(words: Sequence[str], at: int, language: str) -> bool:
    """Whether a "that" stands right before it and takes up a noun: "a panel that didn't include them"."""
    if at < 2 or not words[at].endswith("n't") or words[at - 1] != "that":
        return False
    lists = ("attributions", "hedges", "refutations", "confirmations", "doubts")
    return not any(words[at - 2] in listed(language, name) for name in lists)


def contrasted(part: str) -> frozenset[int]:
    """The places of the words of `part` that are the "not" of the other of two: "a fine, not prison"."""
    found, at, before = set[int](), 0, 0
    pieces = PIECES.split(part)
    for mark, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if mark == "," and before >= LEAST_SAID and OTHER_OF_TWO.match(piece):
            found.add(at)
        before = len(low_words(piece))
        at += before
    return frozenset(found)


@cache
def _idioms(language: str, name: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a list under their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(one.split()) for one in listed(language, name)), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def places_of(words: Sequence[str], name: str, language: str = "en") -> dict[int, int]:
    """To each place where a phrase of a list begins in `words` how many words it has; {} for none."""
    under = _idioms(language, name)
    found: dict[int, int] = {}
    for at, word in enumerate(words):
        for phrase in under.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found[at] = len(phrase)
                break
    return found
