"""Who only claims what a sentence denies: "The camp is not, as officials say, a school"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans, touches, without
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim, trim_content
from sayso.read.turns.beside import Beside

REACH = 160  # from the negation to "as X says"
AS_CHARS = 4  # by which a content may run into the "as"
NOTICE_CHARS = 24  # of "Correction: "
P_DENIED = 0.7
_either = partial(either, "as_claimed")


def with_claims_denied(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where nobody is made to say the negative by which the sentence denies him.

    "P is not, as X says, Q", "not nine, as X says", "far from P, as X says": X says it without the "not",
    and the sentence is the author's, where nobody else says it. All else is unchanged. Linear.
    """
    kept: list[Attribution] = []
    beside = Beside.of(found)
    for given in found:
        at = _at_as(text, given, language)
        each = given if at is None else _of_clause(given, beside)
        claimed = () if at is None else _claimed(text, each, at, language)
        if not claimed:
            kept.append(given)
            continue
        kept.append(replace(each, relation=replace(each.relation, content=claimed)))
        whole = each.relation.content
        if not any(touches(other.content, whole) for other in beside.others(given, whole)):
            own = Relation(content=whole, voice="author", p_relation=P_DENIED)
            kept.append(Attribution(relation=own, cue=None))
    return kept


def _of_clause(each: Attribution, beside: Beside) -> Attribution:
    """ "A said | that not P, | as B claims": B claims P, and not that A said so; A is no part of it."""
    relation = each.relation
    (whole, *rest), others = relation.content, list(beside.others(each, relation.content))
    rest = [part for part in rest if not any(touches((part,), other.source) for other in others)]
    clause: Spans = (whole,)
    for other in others:
        parts = (*other.source, *other.cue, *other.content)
        inside = other.source and other.cue and other.content and all(map(whole.contains, parts))
        if inside and other.voice == "source" and whole.end - other.content[-1].end <= AS_CHARS:
            clause = other.content
    return replace(each, relation=replace(relation, content=(*clause, *rest)))


def _at_as(text: str, each: Attribution, language: str) -> int | None:
    """Where the "as" of a clause stands in which somebody says what is before it; None for all else."""
    relation = each.relation
    if each.cue is None or not relation.source or not relation.content or each.cue.negates:
        return None
    first = min(relation.source[0].start, relation.cue[0].start)
    led = _as(language).search(text, max(0, first - 8), first)
    own = _as_first(language).match(text, relation.cue[0].start)
    if not (led or own) or relation.content[0].start >= first:
        return None
    return led.start() if led else relation.cue[0].start


def _claimed(text: str, each: Attribution, at: int, language: str) -> Spans:
    """What he claims; () where the sentence does not deny it."""
    relation = each.relation
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

    So with any verb in "not as safe | as X says", and behind "Correction:".
    """
    content = each.relation.content
    measured = _measured(language).search(text, content[-1].start, content[-1].end)
    if measured:
        return _clean(text, without(content, (Span(*measured.span("not")),)))
    if not (only_claims(text, each.relation, language) or _corrects(text, content[0].start, language)):
        return ()
    first, rest = Span(content[0].start, min(content[0].end, at)), content[1:]
    if content[0].end > at + AS_CHARS or not _goes_on(text, first, rest, language):
        return ()
    match = _nobody(language).match(text, *first) or _not(language).search(text, *first)
    return _clean(text, without((first, *rest), (Span(*match.span("not")),))) if match else ()


def only_claims(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue has a verb that only claims: "as … alleges", "as claimed by"."""
    words = " ".join(text[a:b] for a, b in relation.cue).split()
    claiming = load(language, "as_claimed")["claiming"]
    return any(
        read_cue(word, language).lemma.split(" ")[-1] in claiming for word in [*words, " ".join(words)]
    )


def _corrects(text: str, start: int, language: str) -> bool:
    lead = text[max(0, start - NOTICE_CHARS) : start]
    return _correction(language).search(lead) is not None


def _goes_on(text: str, first: Span, rest: Spans, language: str) -> bool:
    """Whether there is no more, or what "It was not ours, | as X says, | that fell" has behind the "as"."""
    if not rest:
        return True
    cleft = _cleft(language).match(text, *first) is not None
    return cleft and len(rest) == 1 and _that(language).match(text, *rest[0]) is not None


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
    return re.compile(rf"(?P<not>\b(?:{_either(language, 'not')})|(?<=\w)n[’']t)\b", re.IGNORECASE)


@cache
def _nobody(language: str) -> re.Pattern[str]:
    """ "Nobody", or the "no" of "no prisoners", which opens a clause; not "no later than"."""
    nobody, measures = _either(language, "nobody"), _either(language, "no_measures")
    return re.compile(rf"[“\"]?(?:that\s+)?(?P<not>(?:{nobody})|no(?!\s+(?:{measures})\b))\s", re.IGNORECASE)


@cache
def _cleft(language: str) -> re.Pattern[str]:
    return re.compile(rf"[“\"]?(?:{_either(language, 'it')})\s", re.IGNORECASE)


@cache
def _that(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'relatives')})\s", re.IGNORECASE)


@cache
def _correction(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('falsely', language, 'corrections')})\s*[:.—–-]\s*\Z", re.IGNORECASE)


@cache
def _measured(language: str) -> re.Pattern[str]:
    """ "not nearly as safe", at the end of what "as X says" measures it by."""
    so = rf"(?:[\w’'-]+\s+)?(?:{_either(language, 'so')})\s"
    return re.compile(rf"\b(?P<not>{_either(language, 'not')})\s+{so}[^,;:.]*\Z", re.IGNORECASE)
