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
    last = text[slice(*relation.cue[-1])].lower().split()[-1:]
    to = load(language, "completion")["addressees"]["to"]
    hearer = _hearer(language, not set(to).isdisjoint(last)).match(text, first.start, first.end)
    between = text[relation.cue[-1].end : first.start].strip().lower()
    if hearer is None or between not in ("", *load(language, "sources")["words"]["articles"]):
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(hearer.end(), first.end), *rest))


@cache
def _hearer(language: str, without_to: bool) -> re.Pattern[str]:
    """ "to the Harrow Courier on Monday ", up to what begins a phrase or a clause; "to" may be in the cue."""
    lists = load(language, "completion")["addressees"]
    to, of, when, opens = ("|".join(map(re.escape, lists[name])) for name in ("to", "of", "when", "opens"))
    name = r"(?:[A-Z][\w.&-]*(?:\s+(?=[A-Z])|(?=\s))){1,6}"
    lead = "" if without_to else rf"(?:{to})\s+"
    reporter = rf"(?:an?\s+[a-z]+\s+(?:{of})\s+)?"
    day = rf"(?:(?:{when})\s+[A-Z]\w+\s+)?"
    return re.compile(rf"{lead}{reporter}(?:[Tt]he\s+)?{name}\s+{day}(?=(?:{opens}|\d[\d,.]*)\s)")
