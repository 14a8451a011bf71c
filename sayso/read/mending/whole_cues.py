"""Cues cut short, or drawn over a day: "put no | stock in", "were dismissed | by", "said | on May 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.finding import find_cues, read_cue
from sayso.read.mending.scope import word_tail
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.read.times.finding import find_times
from sayso.text import overlapping, row_of_spans

PHRASE_CHARS = 24  # of a set phrase behind its first words
DATE_CHARS = 12  # behind a cue, where a day may go on that begins in it
_either = partial(either, "messages")


def without_dates(text: str, relation: Relation, language: str) -> Relation:
    """The relation with its cue cut off before a date ("reported on Jan. 30")."""
    kept = []
    for span in relation.cue:
        around = Span(span.start, min(len(text), span.end + DATE_CHARS))  # "announced last | week"
        times = [time.span for time in find_times(text, None, language, around)]
        dates = [time for time in times if span.start < time.start < span.end]
        end = min((d.start for d in dates), default=span.end)
        words = text[span.start : end]
        words = word_tail(language, "before_dates").sub("", words) if dates else words
        kept.append(trim(text, Span(span.start, span.start + len(words))))
    return replace(relation, cue=tuple(span for span in kept if span.start < span.end) or relation.cue)


def with_rest_of_cue(text: str, relation: Relation, language: str) -> Relation:
    """The relation with a set phrase as its cue of which it has the beginning: "put no | stock in"."""
    last = relation.cue[-1]
    ends = set(load(language, "completion")["broken_off"])
    if not relation.content or not ends.intersection(text[last.start : last.end].lower().split()[-1:]):
        return relation
    near = find_cues(text, Span(last.start, min(last.end + PHRASE_CHARS, relation.content[-1].end)), language)
    whole = next((m.span for m in near if m.span.start <= last.start and m.span.end > last.end), None)
    if whole is None:
        return relation
    content = tuple(Span(max(s.start, whole.end), s.end) for s in relation.content if s.end > whole.end)
    content = tuple(trim(text, span) for span in content)
    return replace(relation, cue=(*relation.cue[:-1], Span(last.start, whole.end)), content=content)


def with_messages(text: str, relations: Sequence[Relation], language: str) -> list[Relation]:
    """The relations with what a message does in their cues: "published | a notice denying | that P".

    What a finder made of the message's words alone is gone. Near-linear.
    """
    mended = [_with_message(text, relation, language) for relation in relations]
    changed = [new for new, old in zip(mended, relations, strict=True) if new is not old]
    row = row_of_spans(new.cue[-1] for new in changed)
    kept = set(map(id, changed))
    return [r for r in mended if id(r) in kept or not any(overlapping(row, s) for s in r.cue)]


def _with_message(text: str, relation: Relation, language: str) -> Relation:
    if not relation.cue or not relation.source:
        return relation
    last = relation.cue[-1]
    first = min(relation.content, default=last)
    match = _message(language).match(text, last.end, first.end) if first.start > last.start else None
    if match is None or match.end() <= first.start:
        return relation
    cue = (*relation.cue[:-1], Span(last.start, match.end()))
    if read_cue(" ".join(text[a:b] for a, b in cue), language).act == "assert":
        return relation
    rest = tuple(part for part in relation.content if part != first)
    clause = trim(text, Span(match.end(), first.end))
    return replace(relation, cue=cue, content=(clause, *rest)) if clause.start < clause.end else relation


@cache
def _message(language: str) -> re.Pattern[str]:
    """ " a notice denying", " its statement categorically rejecting"."""
    messages, articles, channels = (_either(language, n) for n in ("messages", "articles", "channels"))
    message = rf"(?:{articles})\s+(?:[\w-]+\s+){{0,2}}?(?:{messages})"
    where = rf"(?:(?:{channels})\s+(?:[\w-]+\s+){{1,2}}?)?"
    return re.compile(rf"\s+{message}\s+{where}(?:\w+ly\s+)?\w+ing\b", re.IGNORECASE)


def with_agent(text: str, relation: Relation, words: str, language: str) -> str:
    """The words of a cue with the "by" between them and who does it: "were dismissed | by | the mayor"."""
    behind = relation.source[0].start if relation.source else -1
    by = text[relation.cue[-1].end : behind].strip().lower() if behind >= relation.cue[-1].end else ""
    return f"{words} {by}" if by in load(language, "completion")["agent"] else words
