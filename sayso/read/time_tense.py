"""Whether a clause looks back or ahead, by the words around a time."""

import re
from functools import cache

from sayso.lang.loading import load
from sayso.model.span import Span
from sayso.read.time_resolve import Lean

WORD = re.compile(r"[^\W\d_]+|'ll\b|’ll\b|[;:.!?]")
REACH_CHARS = 160


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load(language, "time")["lean"].items()}


def lean_of(text: str, span: Span, language: str = "en", *, led_by: str = "") -> Lean:
    """Past, future or near ("was scheduled to"), by the nearest verb to the left in the clause, then to the right.

    `led_by`: the class of the preposition before the time. A time after "by" or "until" lies ahead
    unless a verb says otherwise. Without any cue: past.
    """
    left = _clause_left(text, span.start, language)
    right = _clause_right(text, span.end, language)
    found = _lean(left[::-1], language) or _lean(right, language)
    if found == "past" and led_by in ("BY", "UNTIL") and _lean([*left, *right], language, only="future"):
        return "future"
    if found is None:
        return "future" if led_by in ("BY", "UNTIL") else "past"
    return found


def _plain(text: str) -> list[str]:
    """The words in lower case; the month May keeps its capital, it is no verb."""
    return [word if word == "May" else word.lower() for word in WORD.findall(text)]


def _clause_left(text: str, start: int, language: str) -> list[str]:
    words = _plain(text[max(0, start - REACH_CHARS) : start])
    stops = [i for i, word in enumerate(words) if word in ";:.!?" or word in _cues(language)["stop"]]
    return words[stops[-1] + 1 if stops else 0 :]


def _clause_right(text: str, end: int, language: str) -> list[str]:
    words = _plain(text[end : end + REACH_CHARS])
    stops = [i for i, word in enumerate(words) if word in ";:.!?" or word in _cues(language)["stop"]]
    return words[: stops[0] if stops else None]


def _lean(words: list[str], language: str, *, only: Lean | None = None) -> Lean | None:
    """The lean of the first cue; `words` are given nearest first."""
    cues = _cues(language)
    for index, word in enumerate(words):
        found: Lean | None = None
        if word in cues["near"]:
            around = words[max(0, index - 2) : index + 3]
            found = "near" if "was" in around or "were" in around or "had" in around else "future"
        elif word in cues["future"]:
            found = "future"
        elif word in cues["past"] or (word.endswith("ed") and len(word) > 4):
            found = "past"
        if found and only in (None, found):
            return found
    return None
