"""Numbers that the edge of a part cuts in two: "the price was 10 | ,000 notes", "18: | 50 state radio"."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Span, Spans, touches
from sayso.read.mending.content_edges import TO_COMMA
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.text import is_clock, number_around, row_of_spans


def with_whole_numbers(text: str, relation: Relation, language: str) -> Relation:
    """The relation with no edge of source or content inside a number, unless another part has the rest.

    A content that ends in one goes on to what is counted; a source begins behind the time of day before it.
    """
    source = tuple(_behind_clock(text, piece) for piece in relation.source)
    others = (*relation.cue, *relation.medium)
    wider = [_let_out(text, piece) for piece in relation.content]
    if source == relation.source and wider == list(relation.content):
        return relation
    pairs = zip(wider, relation.content, strict=True)
    counted = (_to_counted(text, new, old, (*source, *others)) for new, old in pairs)
    content = tuple(row_of_spans(counted))
    changed = replace(relation, source=source, content=content)
    apart = not touches(source, (*others, *content)) and not touches(content, others)
    return changed if apart and all(p.start < p.end for p in source) else relation


def _behind_clock(text: str, piece: Span) -> Span:
    number = number_around(text, piece.start)
    if number is None or not is_clock(text, number):
        return _let_out(text, piece)
    start = number.end
    while start < piece.end and not text[start].isalpha():
        start += 1
    return Span(start, piece.end)


def _let_out(text: str, piece: Span) -> Span:
    first, last = number_around(text, piece.start), number_around(text, piece.end)
    return Span(first.start if first else piece.start, last.end if last else piece.end)


def _to_counted(text: str, piece: Span, before: Span, others: Spans) -> Span:
    """With what is counted, where the number was cut: "the price was 10,000 | notes"."""
    rest = TO_COMMA.match(text, piece.end) if piece.end > before.end else None
    if rest is None:
        return piece
    end = min([rest.end(), *(part.start for part in others if part.start >= piece.end)])
    return trim(text, Span(piece.start, end))
