"""Contents that begin too late or too early: "in eastern | Ostria …, X said", "knew | since May | that"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.finding import find_cues
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.read.times.finding import find_times

SENTENCE_START = re.compile(r"(?:\A|\n|[.!?][”\"’]?\s)(?=[^.!?\n]*\Z)")
MARKED = re.compile(r"[,;:“”\"—–()]")
CLAUSE = re.compile(r",?\s+(?P<said>[^,.;:!?“”\"\n]+)")
SENTENCE_CHARS = 300  # before a content, in which its sentence begins
FEWEST_SAID = 3  # words of a content that may be the end of its sentence
FEWEST_BEFORE = 2  # words: "But |" is no beginning
QUOTES = '“"«‘'


def with_sentence(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the beginning of its sentence: "Cracks have appeared in eastern | Ostria, X said".

    Only where nobody else may be speaking there: no mark and no other cue stands before it.
    """
    first = min(relation.content, default=None)
    named = (*relation.source, *relation.cue)
    alone = len(relation.content) == 1 and relation.cue and relation.source
    if first is None or not alone or first.end > min(named).start:
        return relation
    said = text[slice(*first)].split()
    relatives = load(language, "completion")["edges"]["clause_relatives"]
    if text[first.start] in QUOTES or len(said) < FEWEST_SAID or said[0].lower() in relatives:
        return relation
    opened = SENTENCE_START.search(text, max(0, first.start - SENTENCE_CHARS), first.start)
    if opened is None:
        return relation
    start = Span(opened.end(), first.start)
    words = text[slice(*start)].split()
    loose = load(language, "completion")["edges"]["clause_joints"]
    if len(words) < FEWEST_BEFORE or words[-1].lower() in loose:
        return relation
    if MARKED.search(text, *start) or find_cues(text, start, language):
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(start.start, first.end), *rest))


def with_relative(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the relative clause that its phrase stands in: "who, according to X, | P"."""
    words = load(language, "completion")["edges"]
    cue = " ".join(text[a:b].lower() for a, b in relation.cue)
    if cue not in words["according"] or len(relation.source) != 1:
        return relation
    before = _relative(language).search(text, max(0, relation.cue[0].start - 12), relation.cue[0].start)
    clause = CLAUSE.match(text, relation.source[0].end)
    if before is None or clause is None or not clause["said"].strip():
        return relation
    return replace(relation, content=(Span(*before.span(1)), trim(text, Span(*clause.span("said")))))


@cache
def _relative(language: str) -> re.Pattern[str]:
    who = "|".join(load(language, "completion")["edges"]["relative_subjects"])
    return re.compile(rf"\b({who}),?\s+\Z", re.IGNORECASE)


def without_date(text: str, relation: Relation, language: str) -> Relation:
    """The relation without when somebody said or knew it: "knew | as early as 22 May | that P"."""
    first = min(relation.content, default=None)
    if first is None or not relation.cue or first.start < relation.cue[-1].end:
        return relation
    that = _behind_date(language).match(text, first.start, first.end)
    if that is None or not _is_date(text, Span(*that.span("when")), language):
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(that.end(), first.end), *rest))


def without_aside(text: str, relation: Relation, language: str) -> Relation:
    """The relation whose content begins behind what only qualifies it: "likely, | but not proven, | that P".

    What makes the cue whole goes to it: "considers | it likely".
    """
    first = min(relation.content, default=None)
    if first is None or not relation.cue or first.start < relation.cue[0].end:
        return relation
    aside = _aside(language).match(text, relation.cue[0].end, first.end)
    if aside is None or not (aside.start("said") <= first.start < aside.end()):
        return relation
    rest = tuple(part for part in relation.content if part != first)
    more = trim(text, Span(*aside.span("more")))
    cue = (relation.cue[0], more) if more.start < more.end else relation.cue[:1]
    return replace(relation, cue=cue, content=(Span(aside.end(), first.end), *rest))


@cache
def _aside(language: str) -> re.Pattern[str]:
    words = load(language, "completion")
    opens, that = ("|".join(names) for names in (words["edges"]["aside_openers"], words["that"]))
    aside = rf",\s+(?:{opens})\b[^,.;:!?“”\"\n]{{1,80}},\s+"
    return re.compile(rf"(?P<said>(?P<more>(?:\s+it\s+[a-z-]+)?){aside})(?=(?:{that})\s)")


def with_deadline(text: str, relation: Relation, language: str) -> Relation:
    """The relation whose content has the "by" of its day: "A verdict | is expected | by June"."""
    if relation.source or not relation.cue or not relation.content:
        return relation
    cue, first = relation.cue[-1], max(relation.content)
    opened = _bounds(language).search(text, cue.start, cue.end)
    if opened is None or first.start < cue.end or text[cue.end : first.start].strip():
        return relation
    times = find_times(text, None, language, first)
    if not times or times[0].span.start > first.start:
        return relation
    kept = Span(cue.start, opened.start())
    content = (*sorted(relation.content)[:-1], Span(opened.start("by"), first.end))
    return replace(relation, cue=(*relation.cue[:-1], kept), content=content)


@cache
def _bounds(language: str) -> re.Pattern[str]:
    bounds = "|".join(load(language, "time")["lean"]["led_by"])
    return re.compile(rf"\s+(?P<by>{bounds})\Z", re.IGNORECASE)


def _is_date(text: str, when: Span, language: str) -> bool:
    """Whether words before a "that" are only a time: "as early as 22 May", "Wednesday"."""
    times = find_times(text, None, language, when)
    opened = (
        text[slice(*when)].split(" ", 1)[0].lower() in load(language, "completion")["edges"]["date_openers"]
    )
    return bool(times) and (opened or times[0].span == trim(text, when))


@cache
def _behind_date(language: str) -> re.Pattern[str]:
    words = load(language, "completion")
    that, later = ("|".join(names) for names in (words["that"], words["edges"]["that_time"]))
    articles = "|".join(words["articles"])
    when = rf"(?P<when>(?!(?:{that}|{articles})\s)(?:[\w’'-]+\s+){{1,7}}?)"
    return re.compile(rf"{when}(?=(?:{that})\s(?!(?:{later})\b))", re.IGNORECASE)
