"""Sources that stand right before their verb, and of which the finder took nothing or only the end."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.model import Span, touches, without
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source
from sayso.read.rules.source import subject_before
from sayso.read.rules.view import View
from sayso.read.tagging.decoding import trim

DAY_WORDS = 6  # between a relative and its verb


def with_subject(view: View, each: Attribution) -> Attribution:
    """The attribution with the whole phrase before its verb as source, where that is plain.

    "The Post | quoted officials as saying": who quotes is the source, where none was found. "A report from |
    Shanghai | said": the place alone says nothing.
    """
    relation = each.relation
    if relation.voice != "source" or len(relation.source) > 1 or not view.span.contains(relation.cue[0]):
        return each
    first = view.index(relation.cue[0].start)
    whole = (
        _around(view, relation.source[0], first)
        if relation.source
        else _who_quotes(view, each, first) or _relative(view, first)
    )
    if whole is None or touches((whole,), relation.cue):
        return each
    content = tuple(trim(view.text, piece) for piece in without(relation.content, (whole,)))
    kept = tuple(piece for piece in content if piece.start < piece.end)
    return replace(each, relation=replace(relation, source=(whole,), content=kept))


def _around(view: View, source: Span, verb: int) -> Span | None:
    """The phrase that ends with the source, where only what a preposition has before it was taken."""
    if not view.span.contains(source):
        return None
    start, end = view.index(source.start), view.index(source.end - 1) + 1
    if end != verb or not view.words.capital(start) or not view.among(start - 1, "prepositions"):
        return None
    piece = subject_before(view, verb, 0)
    if piece is None or piece[1] != end or piece[0] >= start - 1 or not is_source(view, piece):
        return None
    return view.part(*piece)


def _who_quotes(view: View, each: Attribution, verb: int) -> Span | None:
    """The subject of "quoted" or "cited"; None where the verb is passive, or another one."""
    if view.at(verb) not in load(view.language, "completion")["quoting"] or view.among(verb - 1, "be"):
        return None
    piece = subject_before(view, verb, 0)
    return view.part(*piece) if piece and piece[1] == verb and is_source(view, piece) else None


def _relative(view: View, verb: int) -> Span | None:
    """The "which" of ", which on Friday | said": a relative with only a day before its verb; else None."""
    at = verb - 1
    while at > max(0, verb - DAY_WORDS) and not view.among(at, "relatives"):
        dated = view.among(at, "calendar", "calendar_modifiers", "prepositions") or view.at(at).isdigit()
        if not dated:
            return None
        at -= 1
    apart = view.among(at, "relatives") and view.at(at - 1) == ","
    return view.part(at, at + 1) if apart and at < verb - 1 else None
