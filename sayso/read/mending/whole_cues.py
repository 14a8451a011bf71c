"""Cues cut short, or drawn over a day: "put no | stock in", "were dismissed | by", "said | on May 3"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.finding import find_cues
from sayso.read.mending.scope import word_tail
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.read.times.finding import find_times

PHRASE_CHARS = 24  # of a set phrase behind its first words
DATE_CHARS = 12  # behind a cue, where a day may go on that begins in it


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


def with_agent(text: str, relation: Relation, words: str, language: str) -> str:
    """The words of a cue with the "by" between them and who does it: "were dismissed | by | the mayor"."""
    behind = relation.source[0].start if relation.source else -1
    by = text[relation.cue[-1].end : behind].strip().lower() if behind >= relation.cue[-1].end else ""
    return f"{words} {by}" if by in load(language, "completion")["agent"] else words
