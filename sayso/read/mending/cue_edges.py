"""Cues that a tagger drew too wide: over what is spoken of, or over what somebody only agreed to say."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Span, Spans, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.nested.nouns import BodyTest, noun_of_speech
from sayso.read.nested.words import NestedWords
from sayso.read.relation import Relation
from sayso.read.rules.place import words_of
from sayso.read.rules.source import Piece
from sayso.read.rules.view import View
from sayso.read.tagging.decoding import trim

ADJACENT = 30  # code points between a cue and its content, such as " on Wednesday "


def with_short_cue(view: View, each: Attribution, words: NestedWords, is_body: BodyTest) -> Attribution:
    """ "alarm over | X's announcement", "carried | a denial by X": whose words these are is printed.

    They go to the content, where they are read as X's. Unchanged where no verb would be left.
    """
    relation = each.relation
    if len(relation.cue) != 1 or not relation.source or relation.voice != "source":
        return each
    first, end = words_of(view, relation.cue[0])
    passed_on = _passed_on(view, relation, (first, end), words, is_body)
    if passed_on is not None:
        return replace(
            each, relation=passed_on, cue=read_cue(words_at(view.text, passed_on.cue), view.language)
        )
    for at in range(first + 2, end):
        noun = words.nouns.get(view.at(at))
        found = noun_of_speech(view, at, noun, words, (first + 1, end), is_body) if noun else None
        if found is None or not first + 1 < found.source[0] < at:
            continue
        begin = _phrase_start(view, found.source[0], first + 1, words)
        verbal = any(view.at(i).isalpha() and not view.capital(i) for i in range(first, begin))
        if verbal and not view.capital(begin - 1) and not view.among(found.source[0], "possessives"):
            return replace(each, relation=_moved(view, relation, begin))
    return each


def _passed_on(
    view: View, relation: Relation, cue: Piece, words: NestedWords, is_body: BodyTest
) -> Relation | None:
    """ "X has carried a denial by | the Y": Y denies, and X has carried it; None where it is not so."""
    first, end = cue
    at = end - 2
    noun = words.nouns.get(view.at(at)) if at > first + 1 and view.among(end - 1, "agents") else None
    found = noun_of_speech(view, at, noun, words, (at, len(view)), is_body) if noun else None
    if found is None or found.source[0] < end:
        return None
    begin = _phrase_start(view, at, first + 1, words)
    moved = _moved(view, relation, begin)
    behind = view.words.spans[found.source[1] - 1].end
    content = tuple(span for span in moved.content if span.end <= moved.cue[0].start or span.start > behind)
    piece = Span(
        view.words.spans[begin].start, max([behind, *(s.end for s in moved.content if s.start <= behind)])
    )
    return replace(moved, content=tuple(sorted({*content, piece})))


def _phrase_start(view: View, first: int, low: int, words: NestedWords) -> int:
    while first > low and (
        view.among(first - 1, "determiners") or words.among(view, first - 1, "attributes")
    ):
        first -= 1
    return first


def without_infinitive(view: View, each: Attribution, words: NestedWords) -> Attribution:
    """ "agreed | to discuss the aid": what is agreed is the content; the infinitive is read inside it."""
    relation = each.relation
    declined = each.cue is None or each.cue.act == "decline"
    if declined or len(relation.cue) != 1 or not relation.source or relation.voice != "source":
        return each
    first, end = words_of(view, relation.cue[0])
    to = next((i for i in range(end - 1, first, -1) if view.among(i, "to")), -1)
    if to < 0 or not words.among(view, end - 1, "speaking") or not words.among(view, to - 1, "committing"):
        return each
    moved = _moved(view, relation, to)
    printed = view.text[moved.cue[0].start : view.words.spans[to].end]
    return Attribution(relation=moved, cue=read_cue(printed, view.language))


def _moved(view: View, relation: Relation, begin: int) -> Relation:
    """The relation with the words of its cue from `begin` on at the head of its content."""
    cue, start = relation.cue[0], view.words.spans[begin].start
    near = [s.end for s in relation.content if cue.end <= s.start < cue.end + ADJACENT]
    piece = Span(start, max([cue.end, *near[:1]]))
    rest: Spans = tuple(span for span in relation.content if span.start >= piece.end)
    before = tuple(span for span in relation.content if span.end <= start)
    return replace(relation, cue=(trim(view.text, Span(cue.start, start)),), content=(*before, piece, *rest))
