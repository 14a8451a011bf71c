"""Who asks or says behind the verb of a quotation: "“Where is he?” asked | the judge"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.relation import Relation

CLOSING = '”"»’'
GAP_CHARS = 2  # between a quotation and its verb


def with_inverted(text: str, relation: Relation, language: str) -> Relation:
    """The relation of a quotation without a source with the phrase right behind its verb as source."""
    if relation.source or relation.voice != "source" or len(relation.cue) != 1:
        return relation
    cue = relation.cue[0]
    before = text[max(0, cue.start - GAP_CHARS) : cue.start].rstrip()
    match = _phrase(language).match(text, cue.end) if before[-1:] in CLOSING and before else None
    return replace(relation, source=(Span(*match.span(1)),)) if match else relation


@cache
def _phrase(language: str) -> re.Pattern[str]:
    """ " the judge" up to a stop, a comma or what tells when, where or how."""
    words = load(language, "sources")["words"]
    ends = "|".join(map(re.escape, (*words["prepositions"], "and", "who", "when", "while", "with")))
    first = "|".join((*words["articles"], *words["owned"]))
    return re.compile(
        rf"\s((?:(?:{first})\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'-]+){{0,3}}))"
        rf"(?=[.,;:]|\s(?:{ends})\b)"
    )
