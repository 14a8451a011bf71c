"""Words passed on in the passive: "X was quoted by Y as saying that Z", "X said that Z, as quoted by Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, Spans
from sayso.read.completion import Attribution
from sayso.read.cues import read_cue
from sayso.read.decoding import trim
from sayso.read.nested_phrases import phrase_behind
from sayso.read.nested_words import nested_words
from sayso.read.relation import Relation
from sayso.read.rules_source import Piece, subject_before
from sayso.read.rules_view import View, view_of
from sayso.text import overlapping, row_of_spans

P_REQUOTED = 0.7
REACH = 25


def with_requoted(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with one of the outlet that quotes around one of whoever it quotes.

    Y says that X spoke, X says Z: two statements, X's within Y's. Unchanged where Y is not printed
    behind "by", or where nobody's words stand beside it. Linear.
    """
    words = nested_words(language).around
    kept = list(found)
    for sentence in sentences:
        if not any(word in text[sentence.start : sentence.end] for word in words["quoted"]):
            continue
        view = view_of(text, sentence, language)
        for at in range(1, len(view)):
            if view.at(at) in words["quoted"] and view.among(at + 1, "agents"):
                kept = _requoted(view, at, kept, language)
    return kept


def _requoted(view: View, at: int, found: list[Attribution], language: str) -> list[Attribution]:
    quoter = phrase_behind(view, at + 2, len(view))
    if quoter is None:
        return found
    if view.among(at - 1, "be"):
        return _passive(view, at, quoter, found, language)
    if view.at(at - 1) == "as":
        return _trailing(view, at, quoter, found, language)
    return found


def _passive(
    view: View, at: int, quoter: Piece, found: list[Attribution], language: str
) -> list[Attribution]:
    """ "X was quoted by Y as saying that Z"."""
    joint = next((i for i in range(quoter[1], min(len(view), quoter[1] + 6)) if view.at(i) == "as"), -1)
    first = at - 1
    while view.finite(first - 1) or view.among(first - 1, "be"):
        first -= 1
    spoken = subject_before(view, first, 0)
    if joint < 0 or spoken is None:
        return found
    saying = view.part(joint + 1, joint + 2)
    group = view.part(first, at + 2)
    inner = next((a for a in found if any(saying.overlaps(s) for s in a.relation.cue)), None)
    if inner is None or not inner.relation.content:
        return found
    others = [a for a in found if a is not inner and not any(s.overlaps(group) for s in a.relation.cue)]
    last = max(span.end for span in inner.relation.content)
    said = replace(inner.relation, source=(view.part(*spoken),), cue=(saying,), medium=(), voice="source")
    content = (view.part(*spoken), Span(view.words.spans[joint].start, last))
    outer = Relation(source=(view.part(*quoter),), cue=(group,), content=content, p_relation=P_REQUOTED)
    reading = read_cue("said", language)
    return [*others, Attribution(relation=said, cue=inner.cue or reading), Attribution(relation=outer, cue=reading)]


def _trailing(
    view: View, at: int, quoter: Piece, found: list[Attribution], language: str
) -> list[Attribution]:
    """ "X said that Z, as quoted by Y"."""
    cue = view.part(at - 1, at + 2)
    before = [a for a in found if a.relation.cue and view.span.start <= a.relation.cue[0].start < cue.start
              and a.relation.source and a.relation.voice == "source"]  # fmt: skip
    if not before:
        return found
    host = max(before, key=lambda a: a.relation.cue[0])
    said = replace(
        host.relation,
        content=_before(view.text, host.relation.content, cue.start),
        cue=_before(view.text, host.relation.cue, cue.start),
    )
    every = (*said.source, *said.cue, *said.content)
    if not said.cue or max(s.end for s in every) > cue.start:
        return found
    whole = Span(min(s.start for s in every), max(s.end for s in every))
    others = [a for a in found if a is not host and not any(s.overlaps(cue) for s in a.relation.cue)]
    outer = Relation(source=(view.part(*quoter),), cue=(cue,), content=(whole,), p_relation=P_REQUOTED)
    return [*others, replace(host, relation=said), Attribution(relation=outer, cue=read_cue("said", language))]


def _before(text: str, spans: Spans, end: int) -> Spans:
    """What of the spans stands before `end`, without a comma at its edge."""
    cut = (trim(text, Span(span.start, min(span.end, end))) for span in spans if span.start < end)
    return tuple(span for span in cut if span.start < span.end)
