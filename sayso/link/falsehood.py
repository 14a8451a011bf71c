"""What calls a report false without denying it in so many words: "such reports are a fabrication"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.link.pointing import points_only
from sayso.link.words import listed, low_words

MARKS = "“‘\"'«"  # before "pure invention", where the words are quoted
MOST_BEFORE_FIGURE = 4  # words up to it: "the official figure"
MOST_LEADS = 4  # words between the verb and "fabrication": "are nothing but a malicious"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _pattern(language: str, words: str = "false_words") -> re.Pattern[str]:
    copula, leads, false = (_any_of(listed(language, name)) for name in ("copulas", "false_leads", words))
    between = rf"(?:\s+[{MARKS}]?(?:{leads})){{0,{MOST_LEADS}}}"
    said = rf"(?:{copula}){between}\s+[{MARKS}]?(?:{false})"
    whole = _any_of(listed(language, "false_verbs") | listed(language, "negative_verdicts"))
    return re.compile(rf"(?<![\w'’])(?:{said}|{whole})(?![\w'’])", re.IGNORECASE)


def calls_false(text: str, language: str = "en") -> bool:
    """Whether `text` says of its subject that it is false; what that subject says is then denied.

    "Wrong" or "withdrawn" says so only of words ("The report is withdrawn", "That was wrong").
    """
    return (
        _pattern(language).search(text) is not None
        or _is_wrong(text, language)
        or _exclaims(text, language)
        or _is_of_figures(text, language)
    )


def _is_of_figures(text: str, language: str) -> bool:
    """Whether it is said of a figure: "the figure of 34 is far too high", "(called) the toll exaggerated"."""
    words = low_words(text)
    if listed(language, "given_figures").isdisjoint(words[:MOST_BEFORE_FIGURE]):
        return False
    return _pattern(language, "wrong_figures").search(text) is not None or (
        words[-1] in listed(language, "false_words") and words[-1] not in words[:MOST_BEFORE_FIGURE]
    )


def falsified(text: str, factuality: str, language: str = "en") -> bool:
    """Whether what is said in `text` is turned round once more than its factuality says.

    "Far from the truth" has its "not" in itself, which its factuality may have counted already.
    """
    counted = factuality.endswith("-") and _negative(language).search(text) is not None
    return not counted and calls_false(text, language)


@cache
def _negative(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’])(?:{_any_of(listed(language, 'negative_verdicts'))})(?![\w'’])", re.IGNORECASE
    )


def _exclaims(text: str, language: str) -> bool:
    """Whether it is nothing but a word for what is false: "Nonsense", "A pure invention"."""
    words = low_words(text)
    small = listed(language, "false_leads") | listed(language, "pointing_words")
    false = listed(language, "false_words")
    return any(word in false for word in words) and all(word in false | small for word in words)


def _is_wrong(text: str, language: str) -> bool:
    wrong = _pattern(language, "wrong_words")
    return wrong.search(text) is not None and points_only(wrong.sub("", text), language)


def is_verdict(text: str, language: str = "en") -> bool:
    """Whether `text` begins with a verdict on what stands before it: " are a fabrication. The mill …"."""
    return _pattern(language).match(text, len(text) - len(text.lstrip())) is not None


def without_verdict(text: str, language: str = "en") -> str:
    """`text` without the words that call it false: "The report is a lie" is "The report"."""
    if _exclaims(text, language):
        return ""
    words = "wrong_words" if _is_wrong(text, language) else "false_words"
    return _pattern(language, words).sub("", text)
