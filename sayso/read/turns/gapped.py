"""A second speaker whose verb is left out: "the union said nine men had died, the ministry four".

So too with a clause of his own: "the army says the village fell, the rebels that it never did".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans, without
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source
from sayso.read.rules.view import View, view_of
from sayso.read.sources.kinds import BODIES, PERSONS
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans, sentence_of

P_GAPPED = 0.7
SPEAKERS = BODIES | PERSONS | {"public"}
_either = partial(either, "gapped")


def with_gapped(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions and one more for each speaker behind a comma who only gives another number.

    His content is what the first one says with his own number for the other's, or his own clause behind
    "that", and his cue is the first one's. Only bodies and people speak. Linear in the length of a sentence
    for each cue in it.
    """
    if not sentences:
        return list(found)
    every = row_of_spans(part for each in found for part in (*each.relation.source, *each.relation.cue))
    parted = [part for each in found for part in _parted(text, sentences, each, every, language)]
    clauses = [part for each in parted for part in _in_clauses(text, sentences, each, every, language)]
    return [part for each in clauses for part in (each, *_set_off(text, sentences, each, every, language))]


def _set_off(
    text: str, sentences: Sequence[Span], first: Attribution, every: Sequence[Span], language: str
) -> list[Attribution]:
    """Who has a "that" and no verb behind a semicolon: "…; the ministry, | that it was forged"."""
    relation = first.relation
    speaks = first.cue is not None and relation.source and relation.voice == "source"
    if not speaks or len(relation.content) != 1 or relation.content[0].start < relation.cue[-1].end:
        return []
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    match = _behind_semicolon(language).match(text, relation.content[0].end, sentence.end)
    if match is None or overlapping(every, who := Span(*match.span("who"))):
        return []
    if not _speaks(view_of(text, sentence, language), who, language, apart=True):
        return []
    what = trim(text, Span(*match.span("what")))
    gap = replace(relation, source=(who,), medium=(), content=(what,), p_relation=P_GAPPED)
    return [replace(first, relation=gap)]


@cache
def _behind_semicolon(language: str) -> re.Pattern[str]:
    that = _either(language, "that")
    return re.compile(rf"\s*;\s+(?P<who>[\w’' -]{{2,60}}?),\s+(?P<what>(?:{that})\s[^;.!?]+)", re.IGNORECASE)


def _in_clauses(
    text: str, sentences: Sequence[Span], first: Attribution, every: Sequence[Span], language: str
) -> list[Attribution]:
    """The attribution up to the next speaker, and one for each speaker who has a "that" and no verb."""
    relation = first.relation
    speaks = first.cue is not None and relation.source and relation.voice == "source"
    if not speaks or len(relation.content) != 1 or _is_heard(first, language):
        return [first]
    content = relation.content[0]
    if content.start < relation.cue[-1].end:
        return [first]
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    view = view_of(text, sentence, language)
    seconds = [
        (match.start(), who, match.end("who"))
        for match in _with_that(language).finditer(text, content.start, min(content.end, sentence.end))
        if not overlapping(every, who := Span(*match.span("who")))
        and (match["pronoun"] or _speaks(view, who, language, apart=bool(match["comma"])))
    ]
    if not seconds:
        return [first]
    ends = [*(start for start, _, _ in seconds), content.end]
    own = replace(first, relation=replace(relation, content=cut_at(text, (content,), ends[0])))
    rest = (
        (who, cut_at(text, (trim(text, Span(what, end)),), end))
        for (_, who, what), end in zip(seconds, ends[1:], strict=True)
    )
    theirs = [
        replace(relation, source=(who,), medium=(), content=what, p_relation=P_GAPPED)
        for who, what in rest
        if what
    ]
    return [own, *(replace(first, relation=each) for each in theirs)]


def _is_heard(first: Attribution, language: str) -> bool:
    """ "Told the union that P, and the mayor that Q": another who is told, and none who speaks."""
    return first.cue is None or first.cue.lemma in load(language, "gapped")["telling"]


def _parted(
    text: str, sentences: Sequence[Span], first: Attribution, every: Sequence[Span], language: str
) -> list[Attribution]:
    """The attribution, without what a second speaker says, and that speaker's."""
    relation, words = first.relation, load(language, "gapped")
    speaks = first.cue is not None and relation.source and relation.content and relation.voice == "source"
    if not speaks or first.cue is None or first.cue.lemma not in words["verbs"]:
        return [first]
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    for match in _second(language).finditer(text, relation.cue[-1].end, sentence.end):
        who, what = Span(*match.span("who")), Span(*match.span("what"))
        own = cut_at(text, relation.content, match.start())
        number = number_in(text, own, language)
        if (
            number is None
            or any(overlapping(every, span) for span in (who, what))
            or not _speaks(view_of(text, sentence, language), who, language, apart=bool(match["semicolon"]))
        ):
            continue
        parts = (*but_for(text, own, number), what)
        gap = replace(relation, source=(who,), medium=(), content=parts, p_relation=P_GAPPED)
        cue = first.cue
        if text[what.start : what.end].lower() in words["nothing"]:
            cue = replace(cue, negates=not cue.negates)
        return [replace(first, relation=replace(relation, content=own)), Attribution(relation=gap, cue=cue)]
    return [first]


def cut_at(text: str, content: Spans, end: int) -> Spans:
    """The content up to a place, without loose ends; () for what stands behind it."""
    cut = (trim(text, Span(part.start, min(part.end, end))) for part in content if part.start < end)
    return tuple(part for part in cut if part.start < part.end)


def number_in(text: str, content: Spans, language: str) -> Span | None:
    """The last number of a content with "at", "of" or "about" before it; None for none."""
    matches = [m for part in content for m in _number(language).finditer(text, part.start, part.end)]
    return Span(*matches[-1].span()) if matches else None


def but_for(text: str, content: Spans, number: Span) -> list[Span]:
    """The content without a number of it."""
    parts = (trim(text, part) for part in without(content, (number,)))
    return [part for part in parts if any(c.isalnum() for c in text[part.start : part.end])]


def _speaks(view: View, who: Span, language: str, *, apart: bool) -> bool:
    """Whether a phrase between comma and number names a body or people; behind a semicolon (`apart`) anybody
    who is pointed out ("; the shepherd, none").
    """
    piece = view.index(who.start), view.index(who.end - 1) + 1
    mention = read_mention(view.text[who.start : who.end], language)
    words = source_words(language)
    heads = words.heads.get(mention.head, ())
    person = any({one.kind, one.kind_plural} & SPEAKERS for one in heads)
    known = bool(mention.name) or person or (apart and mention.determiner in words.lists["definite"])
    return is_source(view, piece) and known


def _amount(language: str) -> str:
    figure = rf"(?:[$€£]?\d[\d,.]*\d|\d|(?:{_either(language, 'numbers')})\b)"
    before = rf"(?:(?:{_either(language, 'leads')})\s+)?(?:(?:{_either(language, 'about')})\s+)?"
    return rf"{before}{figure}(?:[\s-]+(?:{_either(language, 'numbers', 'scales')})\b)*"


@cache
def _number(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w,.]){_amount(language)}", re.IGNORECASE)


@cache
def _second(language: str) -> re.Pattern[str]:
    """ ", and the ministry only four." up to the next mark."""
    joints = _either(language, "joints")
    who = r"(?P<who>(?:(?!(?:of|at|as|to)\s)[\w’'-]+\s+){0,5}?[\w’'-]+)"
    return re.compile(
        rf"(?:(?P<semicolon>;)|,)\s+(?:(?:{joints})\s+)?{who}(?(semicolon),?)\s+"
        rf"(?P<what>{_amount(language)})(?=\s*(?:[.,;!?]|$))",
        re.IGNORECASE,
    )


@cache
def _with_that(language: str) -> re.Pattern[str]:
    """ ", the rebels | that it never fell", "and the mayor | that it leaked"."""
    joints, pronouns = _either(language, "joints"), _either(language, "pronouns")
    that = _either(language, "that")
    who = rf"(?P<who>(?P<pronoun>(?:{pronouns})\b)|(?:(?!(?:{that})\s)[\w’'-]+\s+){{0,5}}?[\w’'-]+)"
    led = rf"(?:(?P<comma>[,;])\s+(?:(?:{joints})\s+)?|\s+(?:{joints})\s+)"
    return re.compile(rf"{led}{who}\s+(?={that}\s)", re.IGNORECASE)
