"""What is owned up to, and what is not: "acknowledged the delay | but not the cause"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.read.mending.completion import Attribution
from sayso.read.turns.gapped import cut_at


def without_but_not(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions of owning up, without what is behind "but not": nobody says that, nor that it is not.

    Linear.
    """
    return [_cut(text, each, language) for each in found]


def _cut(text: str, each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if each.cue is None or not relation.content or not relation.cue:
        return each
    if each.cue.lemma not in load(language, "but_not")["owning"]:
        return each
    ends = (m.start() for s in relation.content for m in [_but_not(language).search(text, *s)] if m)
    end = next(ends, None)
    content = cut_at(text, relation.content, end) if end is not None else ()
    return replace(each, relation=replace(relation, content=content)) if content else each


@cache
def _but_not(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{either('but_not', language, 'but_not')})\s", re.IGNORECASE)
