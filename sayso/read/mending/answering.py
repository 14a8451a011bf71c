"""Who answers a rumour speaks, and the rumour is what he answers: "dismissed | the rumour that P"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.cues.finding import find_cues
from sayso.read.relation import Relation

ACTS = frozenset({"deny", "decline", "unconfirmed"})


def of_who_answers(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the verb alone as its cue, where a finder took the rumour into it; else as it is."""
    first = relation.cue[0]
    verb = next(iter(find_cues(text, first, language)), None)
    answers = verb is not None and (verb.reading.act in ACTS or verb.reading.negates)
    if verb is None or not answers or verb.span.start != first.start or verb.span.end >= first.end:
        return relation
    rest = Span(verb.span.end + 1, relation.cue[-1].end)
    return replace(relation, cue=(verb.span,), content=_with(text, rest, relation.content))


def _with(text: str, front: Span, content: Sequence[Span]) -> tuple[Span, ...]:
    """The content with what stands right before it."""
    first, *others = sorted(content) or [front]
    near = front.end <= first.start and not text[front.end : first.start].strip()
    whole = Span(front.start, max(first.end, front.end))
    return (whole, *others) if near or first == front else (front, first, *others)
