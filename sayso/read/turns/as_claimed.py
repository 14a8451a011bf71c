"""Who only claims what a sentence denies: "The camp is not, as officials say, a school"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans, touches, without
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim, trim_content
from sayso.read.turns.beside import Beside

REACH = 160  # from the negation to "as X says"
P_DENIED = 0.7
_either = partial(either, "as_claimed")


def with_claims_denied(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where nobody is made to say the negative by which the sentence denies him.

    "P is not, as X says, Q", "not nine, as X says", "far from P, as X says": X says it without the "not",
    and the sentence is the author's, where nobody else says it. All else is unchanged. Linear.
    """
    kept: list[Attribution] = []
    beside = Beside.of(found)
    for each in found:
        claimed = _claimed(text, each, language)
        if not claimed:
            kept.append(each)
            continue
        kept.append(replace(each, relation=replace(each.relation, content=claimed)))
        whole = each.relation.content
        if not any(touches(other.content, whole) for other in beside.others(each, whole)):
            own = Relation(content=whole, voice="author", p_relation=P_DENIED)
            kept.append(Attribution(relation=own, cue=None))
    return kept


def _claimed(text: str, each: Attribution, language: str) -> Spans:
    """What he claims; () where the sentence does not deny it, or he does not stand in an "as" clause."""
    relation = each.relation
    if each.cue is None or not relation.source or not relation.content or each.cue.negates:
        return ()
    first = min(relation.source[0].start, relation.cue[0].start)
    led = _as(language).search(text, max(0, first - 8), first)
    own = _as_first(language).match(text, relation.cue[0].start)
    if not (led or own) or relation.content[0].start >= first:
        return ()
    at = led.start() if led else relation.cue[0].start
    start = max(relation.content[0].start, at - REACH)
    before = _denied(language).search(text, start, at)
    if before:
        return _instead(text, relation.content, before)
    return _far_from(text, relation, language) or _trailing(text, each, at, language)


def _instead(text: str, content: Spans, match: re.Match[str]) -> Spans:
    """What stands for the negation: the rest of the clause, or the words behind the "not"."""
    if match["what"]:
        return (Span(*match.span("what")),)
    return _clean(text, without(content, (Span(*match.span("not")),)))


def _far_from(text: str, relation: Relation, language: str) -> Spans:
    """ "Far from | closing schools, | as X says": the clause that opens the content."""
    content = relation.content[0]
    match = _opens(language).match(text, content.start, content.end)
    return _clean(text, [Span(*match.span("what"))]) if match else ()


def _trailing(text: str, each: Attribution, at: int, language: str) -> Spans:
    """ "They were not spies, as X alleges": a verb that only claims, behind a clause with a "not".

    So with any verb in "not as safe | as X says".
    """
    content = each.relation.content
    measured = _measured(language).search(text, content[-1].start, content[-1].end)
    if measured:
        return _clean(text, without(content, (Span(*measured.span("not")),)))
    lemma = each.cue.lemma.split(" ")[-1] if each.cue else ""
    if lemma not in load(language, "as_claimed")["claiming"] or content[-1].end > at or len(content) != 1:
        return ()
    match = _not(language).search(text, content[0].start, content[0].end)
    return _clean(text, without(content, (Span(*match.span()),))) if match else ()


def _clean(text: str, spans: Sequence[Span]) -> Spans:
    parts = (trim_content(text, trim(text, span)) for span in spans)
    return tuple(part for part in parts if any(c.isalnum() for c in text[part.start : part.end]))


@cache
def _as(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(language, 'as')})\s+\Z", re.IGNORECASE)


@cache
def _as_first(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'as')})\b", re.IGNORECASE)


@cache
def _denied(language: str) -> re.Pattern[str]:
    """ "is not, | as", or ", not nine | as" with what is denied."""
    negation = _either(language, "not")
    behind = rf",\s+(?:and\s+|but\s+)?(?:{negation})\s+(?P<what>[\w’'-]+(?:\s+[\w’'-]+){{0,2}}),?"
    return re.compile(rf"(?:\b(?P<not>{negation}),|{behind})\s*\Z", re.IGNORECASE)


@cache
def _opens(language: str) -> re.Pattern[str]:
    return re.compile(rf"[“\"]?(?:{_either(language, 'far_from')})\s+(?P<what>[^,.;]+)", re.IGNORECASE)


@cache
def _not(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(language, 'not')})\b", re.IGNORECASE)


@cache
def _measured(language: str) -> re.Pattern[str]:
    """ "not nearly as safe", at the end of what "as X says" measures it by."""
    so = rf"(?:[\w’'-]+\s+)?(?:{_either(language, 'so')})\s"
    return re.compile(rf"\b(?P<not>{_either(language, 'not')})\s+{so}[^,;:.]*\Z", re.IGNORECASE)
