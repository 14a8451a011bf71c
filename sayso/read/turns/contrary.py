"""Who is only named to be gone against: "contrary to what the ministry said, the mill had closed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans, touches, without
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content
from sayso.read.turns.beside import Beside
from sayso.text import overlapping, row_of_spans

BEFORE_CHARS = 40  # in which "contrary to what" stands before who said it
P_AGAINST = 0.7
SAID = ("assert", "believe")
WHAT = re.compile(r"\b[Ww]hat\s+\Z")
_either = partial(either, "contrary")


def with_contraries(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where nobody is made to say what the sentence holds against him.

    "Contrary to what X said, P" is said by the author, and X has said the contrary of P. "Whatever X says,
    P" tells nothing of what X says. Of "what X calls a school is a prison" X says no more than "a school".
    Who says "otherwise" denies. All else is unchanged. Linear.
    """
    kept: list[Attribution] = []
    beside = Beside.of(found)
    frames = [_frame(text, each.relation, language) for each in found]
    row = row_of_spans(frame for frame in frames if frame)
    for each, frame in zip(found, frames, strict=True):
        if frame is None:
            each = _only_named(text, _otherwise(text, each, language), language)
            kept.append(_outside(text, each, row))
            continue
        if not _is_contrary(text, frame, language):
            continue
        clause = _clause(text, each.relation, frame)
        if not clause or each.cue is None:
            continue
        against = _against_it(each.cue)
        kept.append(Attribution(relation=replace(each.relation, content=clause), cue=against))
        if not any(touches(other.content, clause) for other in beside.others(each, clause)):
            own = Relation(content=clause, voice="author", p_relation=P_AGAINST)
            kept.append(Attribution(relation=own, cue=None))
    return kept


def _otherwise(text: str, each: Attribution, language: str) -> Attribution:
    """ "A doctor said otherwise": a denial, of which the content is all that is printed."""
    said = " ".join(text[a:b] for a, b in each.relation.content).lower()
    told = each.cue is not None and each.cue.act in SAID and not each.cue.negates
    if each.cue is None or not told or said not in load(language, "contrary")["otherwise"]:
        return each
    return replace(each, cue=replace(each.cue, act="deny", negates=True))


def _outside(text: str, each: Attribution, frames: Sequence[Span]) -> Attribution:
    """The attribution without "contrary to what X said" in its content: X's word is no part of it."""
    relation = each.relation
    if not any(overlapping(frames, part) for part in relation.content):
        return each
    parts = (trim_content(text, part) for part in without(relation.content, frames))
    content = tuple(part for part in parts if any(c.isalnum() for c in text[part.start : part.end]))
    return replace(each, relation=replace(relation, content=content)) if content else each


def _against_it(cue: CueReading) -> CueReading:
    """The reading of who is gone against: what the sentence says he denies, and what he denied he says."""
    return replace(cue, act="assert" if cue.negates else "deny", negates=not cue.negates)


def _frame(text: str, relation: Relation, language: str) -> Span | None:
    """From "contrary to" to what was said; None for who is not gone against."""
    if relation.voice != "source" or not relation.source or not relation.cue or not relation.content:
        return None
    end = max(relation.source[-1].end, relation.cue[-1].end)
    first = min(relation.source[0].start, relation.cue[0].start)
    led = _leads(language).search(text, max(0, first - BEFORE_CHARS), first)
    if led:
        return Span(led.start(), end)
    direct = _direct(language).search(text, max(0, first - BEFORE_CHARS), first)
    cue = text[relation.cue[0].start : relation.cue[-1].end].lower().split()
    if direct and not nested_words(language).nouns.keys().isdisjoint(cue):
        return Span(direct.start(), end)
    own = _against(language).match(text, relation.cue[0].start, relation.cue[-1].end)
    return Span(first, end) if own else None


def _only_named(text: str, each: Attribution, language: str) -> Attribution:
    """ "What X calls | a school | is a prison": without what the sentence says of it."""
    relation = each.relation
    if each.cue is None or not relation.source or not relation.cue or not relation.content:
        return each
    named = each.cue.lemma.split(" ")[0] in load(language, "contrary")["naming"]
    last, first = max(relation.content), relation.source[0].start
    led = WHAT.search(text, max(0, first - BEFORE_CHARS), first)
    if not (named and led) or last.start < relation.cue[-1].end:
        return each
    end = _predicate(language).search(text, last.start, last.end)
    if end is None:
        return each
    short = trim_content(text, Span(last.start, end.start()))
    return replace(each, relation=replace(relation, content=(*sorted(relation.content)[:-1], short)))


def _is_contrary(text: str, frame: Span, language: str) -> bool:
    return _against(language).match(text, frame.start, frame.end) is not None


def _clause(text: str, relation: Relation, frame: Span) -> Spans:
    """What is said against it: the content that stands outside of the frame."""
    parts = (trim_content(text, part) for part in without(relation.content, (frame,)))
    return tuple(part for part in parts if any(c.isalnum() for c in text[part.start : part.end]))


@cache
def _leads(language: str) -> re.Pattern[str]:
    """ "Contrary to what ", "whatever ", up to who said it."""
    frames, what = _either(language, "contrary", "regardless"), _either(language, "what")
    by_itself = _either(language, "by_themselves")
    return re.compile(rf"\b(?:(?:{frames})\s+(?:{what})|(?:{by_itself}))\s+\Z", re.IGNORECASE)


@cache
def _direct(language: str) -> re.Pattern[str]:
    """ "Contrary to " before "the ministry's account", "earlier reports by X"."""
    return re.compile(rf"\b(?:{_either(language, 'contrary')})\s+(?:[a-z-]+\s+){{0,2}}\Z", re.IGNORECASE)


@cache
def _predicate(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_either(language, 'predicates')})\s", re.IGNORECASE)


@cache
def _against(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'contrary')})\b", re.IGNORECASE)
