"""Who is punished for words has said them: "jailed | a nurse | for saying that", "was fined for claiming"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import overlapping, row_of_spans, sentence_of

BEFORE_CHARS = 160  # before a cue, in which whoever is punished stands
P_PUNISHED = 0.7
_either = partial(either, "punished")


def with_punished(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where the words that somebody is punished for are his, and no hearsay.

    Only behind "for" or "of" ("was accused of claiming" stays what it is). Linear.
    """
    if not sentences:
        return list(found)
    mended = [_mended(text, sentences, each, language) for each in found]
    taken = row_of_spans(span for each in mended for span in (*each.relation.cue, *each.relation.content))
    more = (one for sentence in sentences for one in _overlooked(text, sentence, language))
    return [*mended, *(one for one in more if not overlapping(taken, one.relation.cue[0]))]


def _overlooked(text: str, sentence: Span, language: str) -> Iterator[Attribution]:
    """The words in a sentence that somebody is punished for and that no finder saw."""
    for match in _saying(language).finditer(text, sentence.start, sentence.end):
        low = max(sentence.start, match.start() - BEFORE_CHARS)
        who = _punished(text, low, match.start("cue"), view_of(text, sentence, language))
        content = trim_content(text, Span(match.start("what"), sentence.end))
        if who is None or content.start >= content.end:
            continue
        cue = Span(*match.span("cue"))
        relation = Relation(source=(who,), cue=(cue,), content=(content,), p_relation=P_PUNISHED)
        reading = replace(read_cue(text[slice(*cue)], language), voice="source", evidentiality="unstated")
        yield Attribution(relation=relation, cue=reading)


@cache
def _saying(language: str) -> re.Pattern[str]:
    """ "Claiming on the internet | that"."""
    saying, that = _either(language, "saying"), _either(language, "that")
    return re.compile(
        rf"\b(?P<cue>(?:{saying})\b(?:\s+[^\s,.;:]+){{0,4}}?)\s+(?P<what>(?:{that})\s)", re.IGNORECASE
    )


def _mended(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation, cue = each.relation, each.cue
    if cue is None or not relation.cue or relation.voice == "author":
        return each
    start = relation.cue[0].start
    sentence = sentences[sentence_of(sentences, start)]
    who = _punished(text, max(sentence.start, start - BEFORE_CHARS), start, view_of(text, sentence, language))
    if who is None:
        return each
    theirs = replace(relation, source=(who,), medium=(), voice="source")
    return Attribution(relation=theirs, cue=replace(cue, voice="source", evidentiality="unstated"))


def _punished(text: str, low: int, start: int, view: View) -> Span | None:
    """Whoever is punished right before "for" and a cue; None for nobody."""
    for pattern in (_passive(view.language), _active(view.language)):
        match = pattern.search(text, low, start)
        if match is None:
            continue
        who = trim(text, Span(*match.span("who")))
        if who.start < who.end and is_source(view, (view.index(who.start), view.index(who.end - 1) + 1)):
            return who
    return None


@cache
def _active(language: str) -> re.Pattern[str]:
    """ "Jailed a nurse in Olm | for"."""
    punished, reason = _either(language, "punished"), _either(language, "reasons")
    return re.compile(
        rf"\b(?:{punished})\s+(?P<who>(?!by\b)[^,.;:“”\"]{{2,60}}?)\s+(?:(?:{reason})\s+)\Z", re.IGNORECASE
    )


@cache
def _passive(language: str) -> re.Pattern[str]:
    """ "A nurse was jailed on Monday | for"."""
    punished, reason = _either(language, "punished"), _either(language, "reasons")
    be = _either(language, "be")
    return re.compile(
        rf"(?:\A|[,.;:“”\"]\s*|\n)?(?P<who>[^,.;:“”\"\n]{{2,60}}?)\s+(?:{be})\s+(?:{punished})"
        rf"(?:\s+[^,.;:“”\"]{{1,40}}?)?\s+(?:(?:{reason})\s+)\Z",
        re.IGNORECASE,
    )
