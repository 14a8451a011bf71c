"""What a verb cue says: the clause or quotation at its right, at its left, or at both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model import Span, Spans
from sayso.read.rules.content import (
    clause_end,
    content_span,
    is_only,
    quotation_before,
    quotation_span,
    quotations_behind,
)
from sayso.read.rules.place import Place
from sayso.read.rules.source import Piece
from sayso.read.rules.view import OUTSIDE


def content_of(place: Place, source: Piece, start: int, goes_on: bool) -> Spans | None:
    """The content as spans in order; () for none (silence), None where it cannot be told."""
    view = place.view
    before = quotation_before(view, min(source[0], place.first))
    if before != OUTSIDE and _is_tag(place, source, start, goes_on):
        behind = quotations_behind(view, max(place.end, source[1]), place.high, place.joined)
        return ordered([_left_quotation(place, before), *(quotation_span(view, n) for n in behind)])
    if not goes_on:
        return _to_the_left(place, source, start)
    start += view.at(start) == ","
    start += view.at(start) == ":"
    if place.match.reading.act == "decline" and _names_a_request(place, start):
        return ()
    if view.opens(start) and view.at(start - 1) in (",", ":"):
        return ordered([quotation_span(view, n)
                         for n in quotations_behind(view, start, place.high, place.joined)])  # fmt: skip
    end = clause_end(view, start, place.high, place.outer)
    return ordered([_with_open_quotation(place, content_span(view, start, end))])


def _names_a_request(place: Place, start: int) -> bool:
    """ "did not respond to a request": nothing is said of what the silence was about."""
    view, end = place.view, min(start + 6, place.high)
    asked = any(view.among(i, "empty_objects") for i in range(place.end - 1, end))
    return asked and not view.among(start, "openers")


def _is_tag(place: Place, source: Piece, start: int, goes_on: bool) -> bool:
    """Whether the cue and its source only stand behind a quotation, and open no clause of their own."""
    view = place.view
    if not goes_on or source[0] >= place.end or view.at(start) == "," or view.opens(start):
        return True
    return view.among(start, "subordinators", "prepositions") and not view.among(start, "that", "openers")


def _with_open_quotation(place: Place, span: Span) -> Span:
    """A quotation that the piece ends in is taken in to its end, in whatever sentence that is."""
    every = place.view.quotations
    number = bisect_left(every, span.end, key=lambda quotation: quotation.start) - 1
    if number < 0 or number == place.view.level(place.first) or every[number].end <= span.end:
        return span
    return Span(span.start, quotation_span(place.view, number).end)


def _left_quotation(place: Place, number: int) -> Span:
    """The quotation before the cue, with the words of its clause before it ("He was “sure,” …")."""
    view, whole = place.view, quotation_span(place.view, number)
    start = left_start(place, place.first)
    words = view.part(start, start + 1)
    inside = view.index(whole.start)
    if words.start >= whole.start or any(
        view.at(i) in (",", ":") for i in range(max(start, inside - 2), inside)
    ):
        return whole
    return Span(words.start, whole.end)


def _to_the_left(place: Place, source: Piece, start: int) -> Spans | None:
    view = place.view
    left_end = min(source[0], place.first)
    first = left_start(place, left_end)
    right = start + 1
    ahead = view.at(start) == "," and right < place.high
    if first >= left_end or is_only(view, first, left_end, ("leads", "subordinators")):
        if not ahead:
            return () if place.match.reading.act == "decline" else None
        return ordered([content_span(view, right, clause_end(view, right, place.high, place.outer))])
    if view.at(left_end - 1) not in (",", "—", "–", ")") or place.match.reading.act == "decline":
        return () if place.match.reading.act == "decline" else None
    pieces = [content_span(view, first, left_end)]
    if ahead and not any(view.finite(i) for i in range(first, left_end)):
        pieces.append(content_span(view, right, clause_end(view, right, place.high, place.outer)))
    return ordered(pieces)


def left_start(place: Place, end: int) -> int:
    """Where what is said before its source begins: the sentence, or the part behind a semicolon."""
    view = place.view
    low = max(place.low, end - 200)
    marks = [i for i in range(low, end - 1) if view.at(i) == ";" and view.level(i) == view.level(place.first)]
    start = marks[-1] + 1 if marks else low
    while start < end and view.among(start, "coordinators"):
        start += 1
    return start


def ordered(spans: Sequence[Span]) -> Spans:
    """The spans that are not empty, in order, without those that overlap one before them."""
    kept: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
