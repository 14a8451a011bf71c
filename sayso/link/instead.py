"""Another in the place of one: "bandits, not soldiers", "not by soldiers but by thieves", "four, not 34"."""

from __future__ import annotations

import re

from sayso.link.amounts import amounts_of
from sayso.link.features import meet
from sayso.link.mark import Amount, Mark
from sayso.link.words import stems_of

ARTICLE = r"(?:by )?(?:the |a |an )?"
WORD = r"[\w’'-]{1,40}"
CONTRASTS = (
    re.compile(rf"(?P<one>{WORD})(?:,| and|, and) not {ARTICLE}(?P<other>{WORD})"),
    re.compile(
        rf"\bnot {ARTICLE}(?P<other>{WORD}),? but (?:rather )?{ARTICLE}(?P<one>{WORD})", re.IGNORECASE
    ),
    re.compile(rf"(?P<one>{WORD}) rather than {ARTICLE}(?P<other>{WORD})"),
)
CLEFT = re.compile(rf"\b(?:was|is|were) not {ARTICLE}(?P<other>{WORD}) (?:who|that|which)\b")
NOT_SO_MANY = re.compile(r"\bnot (?P<number>[\w.,%$€£-]{1,20}(?: [\w-]{1,20}){0,2})")


def another_instead(mark: Mark, gist: Mark) -> str:
    """The words that put another in the place of what the gist names: "bandits, not soldiers"; or "".

    So do "it was not soldiers who", which names nobody else, and another number beside a "not 34".
    """
    if gist.negated or not (" not " in f" {mark.text.lower()}" or " rather than " in mark.text):
        return ""
    return _other_than(mark, gist) or _other_number(mark, gist)


def _other_than(mark: Mark, gist: Mark) -> str:
    stems = set(gist.stems)
    for match in (match for pattern in CONTRASTS for match in pattern.finditer(mark.text)):
        instead, named = (set(stems_of(match[group])) for group in ("one", "other"))
        if instead and named and named <= stems and instead.isdisjoint(stems):
            return match[0].strip(" ,")
    for match in CLEFT.finditer(mark.text):
        named = set(stems_of(match["other"]))
        if named and named <= stems:
            return match[0].strip(" ,")
    return ""


def _other_number(mark: Mark, gist: Mark) -> str:
    """The "not 34" of who gives another number for what the gist says there were 34 of; or ""."""
    for match in NOT_SO_MANY.finditer(mark.text):
        first = next(iter(amounts_of(match["number"])), None)
        if first is None or not match["number"].startswith(first.text) or not _given(first, gist):
            continue
        if any(not meet(first, other) for other in mark.amounts):
            return f"not {first.text}"
    return ""


def _given(amount: Amount, gist: Mark) -> bool:
    """Whether the gist gives that number, and none that does not agree with it."""
    return bool(gist.amounts) and meet(amount, gist.amounts[0])
