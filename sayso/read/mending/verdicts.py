"""Reports and the verdict on them: "foreign reports | that the dam broke | are a fabrication"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.read.sources.kinds import BODIES
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim
from sayso.text import sentence_of

MOST_LEADS = 4  # words between the verb and "fabrication"
REACH = 60  # words from the noun to the verdict
THAT = "that"


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load(language, "verdicts").items()}


@cache
def _verdict(language: str) -> re.Pattern[str]:
    words = _words(language)
    copulas, leads, verdicts = (
        "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))
        for name in ("copulas", "leads", "verdicts")
    )
    return re.compile(rf"\b(?:{copulas})(?:\s(?:{leads})){{0,{MOST_LEADS}}}\s(?:{verdicts})\b", re.IGNORECASE)


def with_verdicts_outside(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions; where the cue is a noun for words with its clause behind, the verdict is not told.

    "Foreign reports" that name no body are a source by themselves. All else is unchanged. Linear in the
    length of a sentence for each cue in it.
    """
    return [replace(each, relation=_mended(text, sentences, each.relation, language)) for each in found]


def _mended(text: str, sentences: Sequence[Span], relation: Relation, language: str) -> Relation:
    if len(relation.cue) != 1 or not relation.content or not sentences:
        return relation
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    at = next((i for i, span in enumerate(view.words.spans) if span.end == relation.cue[0].end), None)
    if at is None or not _names_words(view.at(at), language):
        return relation
    told = _with_reports(text, relation, language) if view.at(at + 1) == THAT else relation
    end = _verdict_at(view, at, language)
    if end is None:
        return told
    start = view.words.spans[at + 1].start
    return replace(told, content=(trim(text, Span(start, view.words.spans[end].start)),))


def _names_words(noun: str, language: str) -> bool:
    return noun in nested_words(language).nouns or noun in load(language, "completion")["say_so_nouns"]


def _verdict_at(view: View, at: int, language: str) -> int | None:
    """The verb of the verdict on the noun at a word; None for none, or where it is the clause's own."""
    words = _words(language)
    if view.at(at + 1) != THAT:
        return None
    verb = -1
    for i in range(at + 2, min(len(view), at + REACH)):
        if view.stops(i) or view.at(i) in (",", ";") or view.level(i) != view.level(at):
            return None
        if verb > 0 and _verdict(language).match(view.text, view.words.spans[i].start):
            between = {view.at(j) for j in range(verb + 1, i)}
            return i if between.isdisjoint(words["joins"] | words["subjects"]) else None
        if view.finite(i):
            verb = i
    return None


def _with_reports(text: str, relation: Relation, language: str) -> Relation:
    """ "Foreign" before "reports" is nobody: the reports are the source."""
    if len(relation.source) != 1 or relation.source[0].end + 1 != relation.cue[0].start:
        return relation
    lists = source_words(language).lists
    source = text[slice(*relation.source[0])].lower().split()
    if not source or not all(word in lists["adjectives"] | lists["articles"] for word in source):
        return relation
    if any(found.kind in BODIES for found in source_words(language).heads.get(source[-1], ())):
        return relation  # "press reports" are the press's
    return replace(relation, source=(Span(relation.source[0].start, relation.cue[0].end),))
