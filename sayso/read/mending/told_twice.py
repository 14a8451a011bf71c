"""One statement found twice: as hearsay, and with the same hearsay for its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, touches
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation


def without_told_twice(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; of two that "unconfirmed reports say" makes, one that has no source.

    Where more than the hearsay's own words and what stands before them speaks ("rumours in the ranks of the
    army", "reports by exiles"), that one is kept. [] for none. Time grows with their number, times hearsay.
    """
    kept = list(found)
    for each in [one for one in found if one.relation.voice == "hearsay" and len(one.relation.cue) == 1]:
        twin = next((one for one in kept if one is not each and _is_twin(one.relation, each.relation)), None)
        if twin is not None and each in kept:
            left = _of_both(text, each, twin)
            kept[kept.index(each)] = left
            kept.remove(twin)
    return kept


def _is_twin(one: Relation, hearsay: Relation) -> bool:
    """Whether the hearsay's words are the source of another relation with the same content, or its medium."""
    if one.voice == "author" or not touches(one.content, hearsay.content):
        return False
    own = (*one.source, *one.medium) if one.voice == "source" else one.cue
    return touches(own, hearsay.cue)


def _of_both(text: str, each: Attribution, twin: Attribution) -> Attribution:
    """The one that is left: who more than hearsay is named keeps speaking, else nobody does."""
    relation, other = each.relation, twin.relation
    if other.voice == "hearsay":
        return max(each, twin, key=lambda one: one.relation.cue[-1].end - one.relation.cue[0].start)
    source, cue = other.source[-1], other.cue[0]
    if other.medium or " " in text[relation.cue[0].end : source.end].strip():
        return twin
    joined = source.end <= cue.start and not text[source.end : cue.start].strip()
    whole = (Span(other.source[0].start, cue.end),) if joined else relation.cue
    return replace(each, relation=replace(relation, cue=whole, content=other.content))
