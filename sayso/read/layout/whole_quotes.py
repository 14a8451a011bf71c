"""Quotations in contents: whole, without stray marks, and apart from what is denied before a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lang import load
from sayso.model import Act, Span, Spans
from sayso.read.cues.finding import find_cues
from sayso.read.cues.reading import CueReading
from sayso.read.layout.quotations import is_closed, quotations
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans

TURNING: frozenset[Act] = frozenset({"deny", "decline", "unconfirmed", "demand"})
COLON = re.compile(r":\s+(?=\S)")
OPENING = '“"«'
STOPS = ".!?…"
BEFORE_CHARS = 3  # from a cue to the mark behind its colon


def with_whole_quotations(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions with quotations that a finder cut, where nobody has the rest, and without bare marks.

    Whoever denies and goes on behind a colon says that himself: "denied it: | “I was at home.”" is a denial
    and a statement. Near-linear.
    """
    taken = row_of_spans(span for a in found for span in (*a.relation.cue, *a.relation.source))
    whole = [replace(a, relation=_whole(text, a.relation, taken)) for a in found]
    return [part for each in whole for part in _behind_colon(text, each, language)]


def _whole(text: str, relation: Relation, taken: Sequence[Span]) -> Relation:
    pieces = (piece for piece in relation.content if not _is_scrap(text, piece, relation.cue))
    content = tuple(_drawn_out(text, _cut_off(text, piece), taken) for piece in pieces)
    return replace(relation, content=content) if content and content != relation.content else relation


def _is_scrap(text: str, piece: Span, cue: Spans) -> bool:
    """Whether a piece is a mark alone, or the end of a sentence in marks that others say: "… her.”"."""
    if not any(c.isalnum() for c in text[slice(*piece)]):
        return True
    every = quotations(text)
    at = bisect_right(every, piece.start, key=lambda q: q.start) - 1
    around = every[at] if at >= 0 else None
    if around is None or not around.start < piece.start < piece.end <= around.end:
        return False
    behind = [c.end for c in cue if c.end <= around.start]
    apart = len(behind) == len(cue) > 0 and "." in text[max(behind) : around.start]
    return apart and text[around.start + 1 : around.start + 2].isupper() and text[around.end - 2] in STOPS


def _cut_off(text: str, piece: Span) -> Span:
    """A piece that begins with a whole quotation, without the sentence of others behind it."""
    every = quotations(text)
    at = bisect_right(every, piece.start, key=lambda q: q.start) - 1
    first = every[at] if at >= 0 else None
    if first is None or first.start != piece.start or not is_closed(text, first) or first.end >= piece.end:
        return piece
    stops, behind = text[first.end - 2] in STOPS, text[first.end : piece.end].lstrip()
    return Span(*first) if stops and behind[:1].isupper() else piece


def _drawn_out(text: str, piece: Span, taken: Sequence[Span]) -> Span:
    """A piece that holds the opening mark of its last quotation, drawn out to the closing one."""
    every = quotations(text)
    at = bisect_right(every, piece.end - 1, key=lambda q: q.start) - 1
    last = every[at] if at >= 0 else None
    if last is None or not piece.start <= last.start < piece.end < last.end or not is_closed(text, last):
        return piece
    return piece if overlapping(taken, Span(piece.end, last.end)) else Span(piece.start, last.end)


def turns_round(cue: CueReading | None) -> bool:
    """Whether a cue does not hold for what is said in support of it: "denied it. “I was at home.”"."""
    return cue is not None and (cue.negates or cue.act in TURNING)


def said_in_marks(text: str, relation: Relation, words: Span) -> Attribution:
    """What the same source says in quotation marks; the opening mark is the cue."""
    mark, rest = Span(words.start, words.start + 1), Span(words.start + 1, words.end - is_closed(text, words))
    own = replace(relation, cue=(mark,), content=(rest,), medium=())
    return Attribution(relation=own, cue=CueReading(lemma="“"))


def _behind_colon(text: str, each: Attribution, language: str) -> Iterator[Attribution]:
    relation, cue = each.relation, each.cue
    if cue is None or not turns_round(cue) or not relation.source or not relation.cue:
        yield each
        return
    start = relation.cue[-1].end
    if all(_is_behind(text, start, piece) for piece in relation.content) and relation.content:
        plain = replace(cue, act="assert", negates=False, certainty="CT")
        yield replace(each, cue=plain)
        return
    kept: list[Span] = []
    for piece in relation.content:
        colon = COLON.search(text, piece.start, piece.end) if piece.start >= start else None
        if colon is None or _is_quoted(text, colon.start()) or _is_what(text, each, piece, colon, language):
            kept.append(piece)
            continue
        kept.append(trim(text, Span(piece.start, colon.start())))
        yield _said(text, relation, colon, Span(colon.end(), piece.end))
    yield replace(each, relation=replace(relation, content=tuple(kept)))


def _is_what(text: str, each: Attribution, piece: Span, colon: re.Match[str], language: str) -> bool:
    """Whether what is denied itself stands behind the colon: "withdrew one claim: the mill burned"."""
    if find_cues(text, Span(piece.start, colon.start()), language):
        return True  # "denies it, our sources say: …" is theirs
    if text[colon.end()] in OPENING:
        return False
    words = load(language, "completion")
    taken_back = set(words["takes_back"]) & set(each.cue.lemma.split() if each.cue else ())
    opened = text[colon.end() : piece.end].split(None, 1)[0].lower() in words["that"]
    return bool(taken_back) or opened or (each.cue is not None and each.cue.act == "demand")


def _said(text: str, relation: Relation, colon: re.Match[str], words: Span) -> Attribution:
    if text[words.start] in OPENING:
        return said_in_marks(text, relation, words)
    cue: Spans = (Span(colon.start(), colon.start() + 1),)
    return Attribution(relation=replace(relation, cue=cue, content=(words,)), cue=CueReading(lemma=":"))


def _is_behind(text: str, cue: int, piece: Span) -> bool:
    """Whether a quotation stands right behind the cue and its colon: "disagreed: “It goes on.”"."""
    between = text[cue : piece.start].strip()
    return between == ":" and text[piece.start] in OPENING


def _is_quoted(text: str, at: int) -> bool:
    every = quotations(text)
    number = bisect_right(every, at, key=lambda q: q.start) - 1
    return number >= 0 and every[number].end > at
