"""What only describes who speaks: "A man | who did not identify himself | said that P" declines no P."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, without
from sayso.read.mending.completion import Attribution
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans


def within_sources(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; of a refusal that stands in who says something, what it takes beyond him is left out.

    All else is unchanged. Near-linear.
    """
    spoken = [a.relation for a in found if a.relation.voice == "source" and a.relation.cue]
    sources = row_of_spans(span for relation in spoken for span in relation.source)
    return [_within(text, each, sources) for each in found]


def _within(text: str, each: Attribution, sources: Sequence[Span]) -> Attribution:
    relation = each.relation
    refuses = each.cue is not None and each.cue.act == "decline"
    if not refuses or len(relation.cue) != 1 or not relation.content:
        return each
    cue = relation.cue[0]
    around = next((one for one in overlapping(sources, cue) if one.contains(cue)), None)
    if around is None or all(piece.end <= around.end for piece in relation.content):
        return each
    beyond = Span(around.end, max(piece.end for piece in relation.content))
    left = (trim(text, piece) for piece in without(relation.content, (beyond,)) if piece.start < around.end)
    content = tuple(piece for piece in left if piece.start < piece.end)
    return replace(each, relation=replace(relation, content=content))
