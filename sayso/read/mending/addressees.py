"""To whom it was said, which is no part of what was: "confirmed | to the Harrow Courier | the arrival"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.relation import Relation


def without_addressee(text: str, relation: Relation, language: str) -> Relation:
    """The relation without a named hearer between its cue and what was said; unchanged without one."""
    first = min(relation.content, default=None)
    if first is None or not relation.cue or first.start < relation.cue[-1].end:
        return relation
    hearer = _hearer(language).match(text, first.start, first.end)
    if hearer is None or text[relation.cue[-1].end : first.start].strip():
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(hearer.end(), first.end), *rest))


@cache
def _hearer(language: str) -> re.Pattern[str]:
    """ "to the Harrow Courier on Monday ", up to what begins a phrase or a clause."""
    lists = load(language, "completion")["addressees"]
    words = {name: "|".join(map(re.escape, found)) for name, found in lists.items()}
    name = r"(?:[A-Z][\w.&-]*(?:\s+(?=[A-Z])|(?=\s))){1,6}"
    reporter = rf"(?:an?\s+[a-z]+\s+(?:{words['of']})\s+)?"
    return re.compile(
        rf"(?:{words['to']})\s+{reporter}(?:[Tt]he\s+)?{name}\s+"
        rf"(?:(?:{words['when']})\s+[A-Z]\w+\s+)?(?=(?:{words['opens']})\s)"
    )
