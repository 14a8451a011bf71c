"""Papers that only pass for somebody's: "a letter purporting to be | from the minister | says that P"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution

BEFORE_CHARS = 90  # in which the paper and what it passes for stand
_either = partial(either, "purported")


def with_paper_itself(text: str, each: Attribution, language: str) -> Attribution:
    """The attribution with the paper for its source, where that was given to whom it only passes for.

    Nobody knows whether the minister wrote it; the letter says so.
    """
    relation = each.relation
    if relation.voice != "source" or not relation.cue or each.cue is None:
        return each
    start = relation.cue[0].start
    match = _paper(language).search(text, max(0, start - BEFORE_CHARS), start)
    if match is None or (relation.source and not match.start() <= relation.source[0].start <= match.end()):
        return each
    paper = Span(*match.span("paper"))
    if relation.source == (paper,):
        return each
    content = tuple(part for part in relation.content if not part.overlaps(Span(*match.span())))
    return replace(each, relation=replace(relation, source=(paper,), content=content or relation.content))


@cache
def _paper(language: str) -> re.Pattern[str]:
    """ "A letter purporting to be from the minister |" up to the verb."""
    works = rf"(?P<paper>(?:an?|the|this|that|one)\s+(?:[\w-]+\s+){{0,2}}?(?:{_either(language, 'papers')}))"
    passes = rf"(?:which\s+|that\s+)?(?:{_either(language, 'passing')})"
    of = rf"(?:(?:{_either(language, 'coming')})\s+)?(?:{_either(language, 'of')})\s+"
    return re.compile(
        rf"\b{works},?\s+{passes}\s+{of}(?:[\w’'.-]+\s+){{0,5}}?[\w’'.-]+,?\s+\Z", re.IGNORECASE
    )
