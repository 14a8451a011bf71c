"""Which way words point: negations and refutations counted modulo two, hedges, doubts, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from sayso.link.asides import contrasted, is_aside, places_of
from sayso.link.words import MOST_ANSWERS, WORD, listed, low_words, stems_of

PARTS = re.compile(r"[.!?;:…]+(?=\s|$)|\s[-–—]+\s|—|,\s+but\s", re.IGNORECASE)
NEAR_WORDS = 3  # from "who" to its "not" ("who still has not"), and from "not" to what it undoes
REJECTED_WORDS = 4  # from "shoots down" to the "claim" that it is of
FULL_STOP = re.compile(r"[.!;:](?=\s)")
ANSWER = re.compile(r"\W*\w+,")


def count(text: str, name: str, language: str = "en") -> int:
    """How many words of a list stand in `text`."""
    wanted = listed(language, name)
    return sum(word in wanted or word.removesuffix("'s") in wanted for word in low_words(text))


@lru_cache(maxsize=MOST_ANSWERS)
def is_negated(text: str, language: str = "en") -> bool:
    """Whether a part of `text`, between its stops, colons, dashes and "but"s, is put in the negative.

    A "not" before a refutation undoes it ("not a hoax"), and so does one in what a verb denies ("denied that
    it had not"); elsewhere they say one thing ("is not dead, the report is a hoax"). The same word again adds
    nothing ("no trucks and no trains"), nor does an answer's "No," before a negation, a second refutation of
    the same ("dismissed as a hoax"), an idiom ("don't worry"), or a "not" that is beside the matter.
    """
    return any(_is_negative(part, language) for part in PARTS.split(text))


def _is_negative(part: str, language: str) -> bool:
    words = [word.removesuffix("'s") for word in low_words(part)]
    refutations = _refutations(words, language)
    negations = _negations(part, words, language)
    undone = {place for r in refutations for n in negations if 0 < r - n <= NEAR_WORDS for place in (n, r)}
    refutations = [place for place in refutations if place not in undone]
    negations = [place for place in negations if place not in undone]
    verbs = listed(language, "denying_verbs")
    denies = any(words[r] in verbs and r < n for r in refutations for n in negations)
    if negations and refutations and not denies:
        return True
    return (len({words[n] for n in negations}) + len(refutations)) % 2 == 1


def _negations(part: str, words: Sequence[str], language: str) -> list[int]:
    """The places of what negates the matter itself, in order."""
    wanted = listed(language, "negations")
    idle = {at + n for at, most in places_of(words, "idle_negatives", language).items() for n in range(most)}
    idle.update(contrasted(part))
    found = [
        at
        for at, word in enumerate(words)
        if word in wanted and at not in idle and not is_aside(words, at, language)
    ]
    answers = ANSWER.match(part) is not None and found[:1] == [0]
    return found[1:] if answers and len(found) > 1 else found


def _refutations(words: Sequence[str], language: str) -> list[int]:
    """The places of refutations, of those of one matter the first: "denied that it was a hoax" has two."""
    wanted = listed(language, "refutations")
    phrases = {*places_of(words, "refuting_phrases", language), *_rejected(words, language)}
    idle = _idle(words, language)
    places = [at for at, word in enumerate(words) if at not in idle and (word in wanted or at in phrases)]
    found = places[:1]
    for before, at in pairwise(places):
        if _is_apart(words, before, at, language) and all(words[at] != words[other] for other in found):
            found.append(at)
    return found


def _idle(words: Sequence[str], language: str) -> set[int]:
    """The places of what only looks like a refutation: "lie in the hospital", "on the wrong side"."""
    lie, where = listed(language, "lying_words"), listed(language, "lying_where")
    lying = (at for at, (word, behind) in enumerate(pairwise(words)) if word in lie and behind in where)
    found = {at for at in lying if not _is_named(words, at, language)}
    found |= {at for at, word in enumerate(words) if _is_removed(words, at, word, language)}
    return found | places_of(words, "idle_refutations", language).keys()


def _is_removed(words: Sequence[str], at: int, word: str, language: str) -> bool:
    """Whether a person, and no report, is "dismissed" or "rejected": "the general was dismissed in May"."""
    if word not in listed(language, "removing_words") or at == 0:
        return False
    be = listed(language, "passive_be")
    nouns = listed(language, "rejected_nouns") | listed(language, "rejected_pointers")
    passive = not be.isdisjoint(words[max(0, at - 2) : at])
    false = listed(language, "refutations") | listed(language, "untruths")
    behind = words[at + 1 : at + 1 + REJECTED_WORDS]
    return passive and nouns.isdisjoint(words[:at]) and false.isdisjoint(behind)


def _is_named(words: Sequence[str], at: int, language: str) -> bool:
    """Whether a word stands behind an article or "is", and is a noun: "it is a lie in all parts"."""
    return not listed(language, "naming_leads").isdisjoint(words[max(0, at - 1) : at])


def _is_apart(words: Sequence[str], before: int, at: int, language: str) -> bool:
    """Whether the refutation `at` is of what the one `before` denies: "denied that it was a hoax".

    "Denied it after a fake report" and "that fake tale is a hoax" are of one matter.
    """
    between = words[before:at]
    if words[before] not in listed(language, "denying_verbs"):
        return False
    if not listed(language, "circumstances").isdisjoint(between):
        return False
    behind = listed(language, "rejected_nouns").isdisjoint(words[at + 1 : at + 2])
    of_words = words[at] in listed(language, "untruths") and not behind
    return of_words or not listed(language, "clause_marks").isdisjoint(between)


def _rejected(words: Sequence[str], language: str) -> list[int]:
    """The places of verbs that reject words where words are what they are of: "shoots down the claim"."""
    nouns = listed(language, "rejected_nouns")
    return [
        at
        for at, length in places_of(words, "rejecting_verbs", language).items()
        if not nouns.isdisjoint(words[at + length : at + length + REJECTED_WORDS])
    ]


def refutes(text: str, language: str = "en") -> bool:
    """Whether a word or phrase in `text` refutes: "a hoax", "shoots down the claim"."""
    words = [word.removesuffix("'s") for word in low_words(text)]
    return bool(_refutations(words, language))


def negated_stems(text: str, most: int, language: str = "en") -> frozenset[str]:
    """The stems of the first `most` content words that a "not" in `text` is of; none without one.

    Behind "no" the noun is only what is spoken of ("no grain | has arrived").
    """
    wanted = listed(language, "negations")
    found = ((match.end(), match[0].lower().replace("’", "'")) for match in WORD.finditer(text))
    end, word = next((one for one in found if one[1] in wanted), (len(text), ""))
    passed = word in listed(language, "negative_determiners")
    return frozenset(stems_of(text[end:], language)[passed : most + passed])


def is_question(text: str, language: str = "en") -> bool:
    """A question mark ends it, or it begins with a question to be answered by yes or no."""
    if text.rstrip(" ”\"'’)").endswith("?"):
        return True
    first, mark, _ = text.partition("?")
    return bool(mark) and FULL_STOP.search(first) is None and low_words(first)[:1] in _askings(language)


@cache
def _askings(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in listed(language, "askings"))
