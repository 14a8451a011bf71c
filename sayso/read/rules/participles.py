"""Participles behind a comma: "The closure, announced on Friday, is temporary" does not say by whom."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang import load
from sayso.read.relation import Relation

NEAR = 3  # code points


@cache
def _dated(language: str) -> re.Pattern[str]:
    words = load(language, "completion")
    before, by_itself = ("|".join(words[name]) for name in ("before_dates", "dates_by_themselves"))
    return re.compile(rf"\s+(?:{before}|{by_itself})\b", re.I)


def only_dated(text: str, relation: Relation, language: str) -> bool:
    """Whether a "source" is what was announced: "the plan, announced in May, …".

    Not so where the source stands in apposition itself ("Ann Rey, the minister, announced in May that …"),
    and where a clause with "that" follows.
    """
    if len(relation.source) != 1 or len(relation.cue) != 1:
        return False
    source, cue = relation.source[0], relation.cue[0]
    words = load(language, "completion")
    word = text[cue.start : cue.end].lower()
    if text[source.end : cue.start] != ", " or not word.endswith(tuple(words["participle_endings"])):
        return False
    before = text[max(0, source.start - NEAR) : source.start].rstrip()
    apposed = "," in text[source.start : source.end] or before.endswith(",")
    clause = any(text[span.start : span.end].lower().startswith("that ") for span in relation.content)
    return not apposed and not clause and _dated(language).match(text, cue.end) is not None
