"""Who is turned to says what a relative clause tells: "raised it with | the authorities, who said P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.read.mending.completion import Attribution

GAP_CHARS = 6  # between a verb and whom it concerns: an article


def without_turning(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions without those that give what a relative clause tells to whoever turned to its speaker.

    "The embassy raised the matter with the authorities, who assured us that P" is the authorities' alone.
    What stands behind a comma ("A told B, who told C, that P") stays with both. Linear.
    """
    speakers = {
        each.relation.source[0].start: each for each in found if _speaks_in_clause(text, each, language)
    }
    return [each for each in found if not _turns_to(each, speakers)]


def _turns_to(each: Attribution, speakers: dict[int, Attribution]) -> bool:
    relation = each.relation
    if not (relation.source and relation.cue and relation.content):
        return False
    end = relation.cue[-1].end
    near = (speakers.get(at) for at in range(end, end + GAP_CHARS))
    heard = next((other for other in near if other is not None), None)
    return heard is not None and relation.content[0].start >= heard.relation.cue[0].start


def _speaks_in_clause(text: str, each: Attribution, language: str) -> bool:
    """Whether somebody's verb stands behind "who", and what he says right behind that."""
    relation = each.relation
    if len(relation.source) != 1 or not relation.cue or not relation.content:
        return False
    between = text[relation.source[0].end : relation.cue[0].start]
    behind = text[relation.cue[-1].end : relation.content[0].start]
    return _clause(language).fullmatch(between) is not None and "," not in behind


@cache
def _clause(language: str) -> re.Pattern[str]:
    words = load(language, "sources")["words"]
    who = "|".join((*words["of_persons"], *words["of_clauses"]))
    return re.compile(rf",\s+(?:{who})\s+(?:\w{{1,20}}\s+){{0,2}}", re.IGNORECASE)
