"""That nothing came of something, which it takes for granted: "the explosion claimed no victims"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lang.loading import load
from sayso.link.mark import Mark
from sayso.link.words import MOST_ANSWERS, listed, stems_of

GROUPS = ("harms", "outcomes")
BEHIND = 3  # words behind the harm, of which one may be what was not harmed: "did not damage | any houses"
GRANTING = frozenset({"in", "by", "during", "from", "at", "after", "when", "as", "near", "to"})
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STOPS = re.compile(r"[.,;:!?]")


@cache
def _pattern(group: str) -> re.Pattern[str]:
    nots = "|".join(sorted(map(re.escape, listed("en", "negations")), key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, load("en", "stance")[group]["words"]), key=len, reverse=True))
    between = r"(?P<between>(?:\s+[\w’'-]{1,20}){0,4}?)\s+"
    return re.compile(rf"(?<![\w'’-])(?:{nots}){between}(?:{words})(?![\w'’-])", re.IGNORECASE)


@cache
def _stems(group: str) -> frozenset[str]:
    return frozenset(stem for word in load("en", "stance")[group]["words"] for stem in stems_of(word))


@lru_cache(maxsize=MOST_ANSWERS)
def _spared(text: str, group: str) -> tuple[str, tuple[str, ...]] | None:
    """The words by which no harm was done, and the stems of what may have been spared; None without any."""
    match = _pattern(group).search(text)
    if match is None:
        return None
    behind = STOPS.split(text[match.end() : match.end() + 80])[0]
    words = WORD.findall(behind)[:BEHIND]
    if words and words[0].lower() in GRANTING:
        words = []
    return match[0], stems_of(" ".join((match["between"], *(word for word in words if word.islower()))))


def came_to_nothing(mark: Mark, gist: Mark) -> bool:
    """Whether one only says that no harm or result came of what the other tells, who tells of none.

    So "caused no damage" denies no earthquake, but denies that houses were damaged, and "did not damage any
    houses" that houses were hit.
    """
    if mark.negated == gist.negated or "deny" in (mark.act, gist.act):
        return False
    if mark.target is not None or gist.target is not None:
        return False
    negative, plain = (mark, gist) if mark.negated else (gist, mark)
    told = set(plain.stems)
    for group in GROUPS:
        found = _spared(negative.text, group)
        if found and told.isdisjoint(_stems(group)) and told.isdisjoint(found[1]):
            return bool(told & set(negative.stems))
    return False
