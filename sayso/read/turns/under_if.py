"""What is only put as somebody says: "If, | as the army insists, | the camp is empty, | questions remain"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.turns.gapped import cut_at
from sayso.text import sentence_of


def with_ends_of_ifs(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions; what somebody says under an "if" ends with it: what follows is the author's.

    Linear.
    """
    return [_ended(text, sentences, each, language) for each in found] if sentences else list(found)


def _ended(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if relation.voice != "source" or not relation.cue or len(relation.content) != 1:
        return each
    cue, content = relation.cue[-1], relation.content[0]
    start = sentences[sentence_of(sentences, cue.start)].start
    comma = text.find(",", content.start, content.end)
    if content.start < cue.end or comma < 0 or _if_as(language).search(text, start, cue.end) is None:
        return each
    return replace(each, relation=replace(relation, content=cut_at(text, (content,), comma)))


@cache
def _if_as(language: str) -> re.Pattern[str]:
    """ "Even if, as the ministry insists |"."""
    conditions = either("under_if", language, "conditions")
    return re.compile(rf"\b(?:{conditions}),\s+as\s+[^,]{{1,60}}\Z", re.IGNORECASE)
