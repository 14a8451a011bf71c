"""Who is set apart as the one who said it: "It was the president, not the minister, | who said that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.mending.completion import Attribution
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import sentence_of

BEFORE_CHARS = 160  # from "it was" to the verb
NOUN = r"[^\s,;:.?!“”][^,;:.?!“”]{0,60}?"
_either = partial(either, "clefts")


def with_clefts(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where "it was A, not B, who said P" is A's, and "not B who said P but A" too.

    What it was not B who said is somebody's who is not named. The other one is no part of what is said.
    Linear.
    """
    return [_set_apart(text, sentences, each, language) for each in found] if sentences else list(found)


def _set_apart(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if not relation.source or not relation.cue or each.cue is None or relation.voice != "source":
        return each
    cue = relation.cue[0].start
    start = max(sentences[sentence_of(sentences, cue)].start, cue - BEFORE_CHARS)
    apart = _apart(language).search(text, start, cue)
    if apart is None or not apart.start() <= relation.source[0].start < relation.source[0].end <= apart.end(
        "rel"
    ):
        return each
    content, other = _without_other(text, relation.content, bool(apart["denied"]), language)
    who = _named(text, apart, other)
    if who is None and apart["denied"]:
        bare = replace(relation, source=(), medium=(), content=content, voice="hearsay")
        return replace(
            each, relation=bare, cue=replace(each.cue, voice="hearsay", evidentiality="reportative")
        )
    return replace(
        each, relation=replace(relation, source=(who,) if who else relation.source, content=content)
    )


def _named(text: str, apart: re.Match[str], other: Span | None) -> Span | None:
    """Who said it: before "not", behind "but", or, where neither names him, None."""
    if apart["against"]:
        return trim(text, Span(*apart.span("who")))
    if apart["instead"]:
        return trim(text, Span(*apart.span("instead")))
    return other if apart["denied"] else None


def _without_other(text: str, content: Spans, denied: bool, language: str) -> tuple[Spans, Span | None]:
    """What is said without "but the president", or ", not the minister", at its end; and who stands there."""
    if not content:
        return content, None
    last = max(content)
    match = (_but if denied else _and_not)(language).search(text, last.start, last.end)
    if match is None:
        return content, None
    short = trim_content(text, Span(last.start, match.start()))
    return (*sorted(content)[:-1], short), trim(text, Span(*match.span("other")))


@cache
def _apart(language: str) -> re.Pattern[str]:
    """ "It was the president, not the minister, who ", up to the verb."""
    who, nots = _either(language, "who"), _either(language, "not")
    behind = rf",?\s+(?P<rel>{who})\s+(?:[\w’']+\s+){{0,2}}\Z"
    named = rf"(?:{_either(language, 'be')})\s+(?!(?:{nots})\b)(?P<who>{NOUN})"
    against = rf"(?P<against>,?\s+(?:{nots})\s+{NOUN})?"
    too = rf"(?!(?:{_either(language, 'too')})\b)"
    instead = rf"(?:,?\s+(?:{_either(language, 'but')})\s+(?P<instead>{NOUN}))?"
    denied = rf"(?P<denied>{_either(language, 'denied_be')})\s+{too}{NOUN}{instead}"
    return re.compile(
        rf"\b(?:{_either(language, 'it')})\s+(?:{denied}|{named}{against}){behind}", re.IGNORECASE
    )


@cache
def _but(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{_either(language, 'but')})\s+(?P<other>{NOUN})\W*\Z", re.IGNORECASE)


@cache
def _and_not(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{_either(language, 'not')})\s+(?P<other>{NOUN})\W*\Z", re.IGNORECASE)
