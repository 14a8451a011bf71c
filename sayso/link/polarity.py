"""Which way words point: negations and refutations counted modulo two, hedges, doubts, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.link.words import listed, stems_of

PARTS = re.compile(r"[.!?;:…]+(?=\s|$)|\s[-–—]\s|—")
NEAR_WORDS = 3  # from "who" to its "not" ("who still has not"), and from "not" to what it undoes
ANSWER = re.compile(r"\W*\w+,")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=4096)
def low_words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, with straight apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))


def count(text: str, name: str, language: str = "en") -> int:
    """How many words of a list stand in `text`."""
    wanted = listed(language, name)
    return sum(word in wanted or word.removesuffix("'s") in wanted for word in low_words(text))


def is_negated(text: str, language: str = "en") -> bool:
    """Whether a part of `text`, between its stops, colons and dashes, is put in the negative.

    A "not" before a refutation undoes it ("not a hoax"), and so does one in what a verb denies ("denied that
    it had not"); elsewhere they say one thing ("is not dead, the report is a hoax"). The same word again adds
    nothing ("no trucks and no trains"), nor does an answer's "No," before a negation, a second refutation of
    the same ("dismissed as a hoax"), or a "not" of somebody beside the matter ("a man who had not come").
    """
    return any(_is_negative(part, language) for part in PARTS.split(text))


def _is_negative(part: str, language: str) -> bool:
    words = [word.removesuffix("'s") for word in low_words(part)]
    refutations = _refutations(words, language)
    negations = _negations(words, ANSWER.match(part) is not None, language)
    undone = {place for r in refutations for n in negations if 0 < r - n <= NEAR_WORDS for place in (n, r)}
    refutations = [place for place in refutations if place not in undone]
    negations = [place for place in negations if place not in undone]
    verbs = listed(language, "denying_verbs")
    denies = any(words[r] in verbs and r < n for r in refutations for n in negations)
    if negations and refutations and not denies:
        return True
    return (len({words[n] for n in negations}) + len(refutations)) % 2 == 1


def _negations(words: Sequence[str], answers: bool, language: str) -> list[int]:
    """The places of what negates the matter itself, in order."""
    wanted, asides = listed(language, "negations"), listed(language, "asides")
    found = [
        at
        for at, word in enumerate(words)
        if word in wanted and asides.isdisjoint(words[max(0, at - NEAR_WORDS) : at])
    ]
    return found[1:] if answers and len(found) > 1 and found[0] == 0 else found


def _refutations(words: Sequence[str], language: str) -> list[int]:
    """The places of refutations, of those of one matter the first: "denied that it was a hoax" has two."""
    wanted, marks = listed(language, "refutations"), listed(language, "clause_marks")
    places = [at for at, word in enumerate(words) if word in wanted]
    found: list[int] = []
    for before, at in zip([None, *places], places, strict=False):
        apart = before is None or not marks.isdisjoint(words[before:at])
        if apart and all(words[at] != words[other] for other in found):
            found.append(at)
    return found


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
    """A question mark ends it."""
    return text.rstrip(" ”\"'’)").endswith("?")


def any_of(words: Iterable[str], name: str, language: str = "en") -> bool:
    """Whether a word of a list is among `words`."""
    return not listed(language, name).isdisjoint(words)
