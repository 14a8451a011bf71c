"""Verbs of seeing that only judge: "analysts see the visit | as a sign that talks will resume"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution


def as_judged(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions; whoever sees one thing as another believes it, and saw nothing. Linear."""
    return [_judged(text, each, language) for each in found]


def _judged(text: str, each: Attribution, language: str) -> Attribution:
    relation, words = each.relation, load(language, "cues_grammar")["seen_as"]
    if each.cue is None or each.cue.lemma not in words["verbs"] or not relation.content:
        return each
    last = max(relation.content)
    if last.start < relation.cue[-1].end or not _as(language).match(text, last.start, last.end):
        return each
    return replace(each, cue=read_cue(f"{each.cue.lemma} {words['as'][0]}", language))


@cache
def _as(language: str) -> re.Pattern[str]:
    """ "The visit as a sign": a noun phrase of some words, "as" and what it is taken for."""
    words = load(language, "cues_grammar")["seen_as"]
    led = "|".join(sorted(words["taken_for"], key=len, reverse=True))
    return re.compile(rf"(?:[\w’'-]+\s+){{1,8}}?(?:{'|'.join(words['as'])})\s+(?:{led})\b", re.IGNORECASE)
