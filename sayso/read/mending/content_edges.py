"""Contents that a tagger left off at their first word: "We deny | that | a depot is short"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, touches, without
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim

TO_COMMA = re.compile(r"[^,.;:!?“”\"\n]*")


NOT_TO = re.compile(r"\bnot\s+\Z", re.I)


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(load(language, "completion")["clause_openers"])


def with_whole_clause(text: str, relation: Relation, language: str) -> Relation:
    """The relation with a last piece of content that only opens a clause drawn out to the end of the clause.

    That is the next comma, stop or quotation mark, or another part of the relation. Unchanged otherwise.
    """
    if not relation.content or text[slice(*relation.content[-1])].lower() not in _openers(language):
        return relation
    piece = relation.content[-1]
    clause = TO_COMMA.match(text, piece.end)
    parts = (*relation.source, *relation.cue, *relation.medium)
    end = min([clause.end() if clause else piece.end, *(p.start for p in parts if p.start >= piece.end)])
    return replace(relation, content=(*relation.content[:-1], trim(text, Span(piece.start, end))))


def with_negation(text: str, relation: Relation) -> Relation:
    """The relation with the "not" before an infinitive that is its content: "warned by X | not to leave"."""
    content = tuple(_negated(text, piece) for piece in relation.content)
    pairs = zip(content, relation.content, strict=True)
    leads = [Span(new.start, old.start) for new, old in pairs if new.start < old.start]
    if not leads or touches(leads, relation.cue):
        return relation
    source = tuple(trim(text, part) for part in without(relation.source, leads))
    return replace(relation, source=source, content=content)


def _negated(text: str, piece: Span) -> Span:
    infinitive = text[piece.start : piece.start + 3].lower() == "to "
    lead = NOT_TO.search(text, max(0, piece.start - 8), piece.start) if infinitive else None
    return Span(lead.start(), piece.end) if lead else piece
