"""A noun that points at what was just said: "X says P, | a claim | residents deny"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source
from sayso.read.relation import Relation
from sayso.read.rules.view import view_of
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans, sentence_of

REACH_CHARS = 120  # from the comma to the verb of who denies the claim


def with_pointers(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, each verb behind ", a claim" with "a claim" for its content and nothing before it.

    "X says P, a claim residents deny": residents speak of the claim, and P is X's, beside it. Whoever
    stands between noun and verb is the source. All else is unchanged. Linear for each cue of a sentence.
    """
    if not sentences:
        return list(found)
    mended, cuts = [], []
    for each in found:
        match = _pointer(text, sentences, each.relation, language)
        if match is not None:
            source = (Span(*match.span("who")),) if match["who"] else each.relation.source
            content = (Span(*match.span("what")),)
            each = replace(each, relation=replace(each.relation, source=source, content=content))
            cuts.append(Span(match.start(), each.relation.cue[-1].end))
        mended.append(each)
    row = row_of_spans(cuts)
    return [replace(a, relation=_before(text, a.relation, row)) for a in mended] if cuts else mended


def _pointer(text: str, sentences: Sequence[Span], relation: Relation, language: str) -> re.Match[str] | None:
    """The noun before a verb that has nothing behind it, and who stands between the two."""
    if relation.voice != "source" or not relation.cue or not relation.source:
        return None
    cue = relation.cue[0]
    if any(part.start >= cue.start for part in relation.content):
        return None
    home = sentences[sentence_of(sentences, cue.start)]
    match = _noun(language).search(text, max(home.start, cue.start - REACH_CHARS), cue.start)
    if match is None or not match["who"]:
        return match if match and relation.source[0].start >= relation.cue[-1].end else None
    view = view_of(text, home, language)
    who = Span(*match.span("who"))
    piece = (view.index(who.start), view.index(who.end - 1) + 1)
    return match if is_source(view, piece) and relation.source[-1].overlaps(who) else None


@cache
def _noun(language: str) -> re.Pattern[str]:
    """Matches ", a claim that residents " at the end of what is searched."""
    data = load(language, "completion")
    nouns, articles = "|".join(data["pointing"]), "|".join(data["articles"])
    that = "|".join(data["edges"]["relatives"])
    return re.compile(
        rf",\s+(?P<what>(?:{articles})\s+(?:[\w-]+\s+)?(?:{nouns}))\s+(?:(?:{that})\s+)?"
        rf"(?:(?P<who>[^,;:“”\"]{{2,60}}?)\s+)?\Z", re.IGNORECASE,
    )  # fmt: skip


def _before(text: str, relation: Relation, cuts: Sequence[Span]) -> Relation:
    """The relation with what it says cut off before a claim that is pointed at behind it."""
    if not relation.cue:
        return relation
    behind = relation.cue[0].start
    kept = (
        _up_to(span, [cut for cut in overlapping(cuts, span) if cut.start > behind])
        for span in relation.content
    )
    content = tuple(trim(text, span) for span in kept if span.start < span.end)
    return replace(relation, content=content) if content else relation


def _up_to(span: Span, cuts: Sequence[Span]) -> Span:
    """The span up to a cut that holds its end; empty where one holds all of it."""
    end = min((cut.start for cut in cuts if span.end <= cut.end), default=span.end)
    return Span(span.start, max(span.start, end))
