"""A second verb of whoever spoke first: "Army denies shelling town, | says rebels did it"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Span, Spans
from sayso.read.mending.completion import Attribution
from sayso.text import sentence_of


def with_second_verbs(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, where a name behind a second verb is not who speaks, since a clause goes on from it.

    The one who spoke before the comma says it, and the name is the first word of what he says. So it is where
    the name is of an aside ("accused Orlan of theft, | a charge Orlan rejects |, and warned"). Linear.
    """
    if not sentences:
        return list(found)
    kept: list[Attribution] = []
    firsts: dict[int, Attribution] = {}
    beside: dict[int, list[Attribution]] = {}
    for each in found:
        if each.relation.source and each.relation.cue:
            beside.setdefault(sentence_of(sentences, each.relation.cue[0].start), []).append(each)
        if each.relation.source and each.relation.cue and each.relation.content:
            firsts.setdefault(sentence_of(sentences, each.relation.cue[0].start), each)
    for each in found:
        if (before := _before_aside(sentences, each, beside, firsts)) is not None:
            kept.append(replace(each, relation=replace(each.relation, source=before.relation.source)))
            continue
        said = _goes_on(text, each)
        first = firsts.get(sentence_of(sentences, each.relation.cue[0].start)) if said else None
        if first is None or first is each or not _stands_before(first, each):
            kept.append(each)
            continue
        theirs = replace(each.relation, source=first.relation.source, medium=(), content=said)
        kept.append(replace(each, relation=theirs))
    return kept


def _before_aside(
    sentences: Sequence[Span],
    each: Attribution,
    beside: Mapping[int, Sequence[Attribution]],
    firsts: Mapping[int, Attribution],
) -> Attribution | None:
    """Who spoke before an aside that stands in the place of a source: "a charge Orlan", which Orlan rejects.

    None where the source holds no other one with what that answers.
    """
    relation = each.relation
    if len(relation.source) != 1 or not relation.cue:
        return None
    home = sentence_of(sentences, relation.cue[0].start)
    first = firsts.get(home)
    if first is None or first is each or first.relation.source[0].end > relation.source[0].start:
        return None
    source = relation.source[0]
    inside = (a.relation for a in beside.get(home, ()) if a is not each and a.relation.content)
    taken = any(
        source.contains(one.source[0]) and one.source[0] != source and source.contains(one.content[0])
        for one in inside
    )
    return first if taken else None


def _goes_on(text: str, each: Attribution) -> Spans:
    """What begins with the name behind ", says" and goes on from it; () where nothing does."""
    relation = each.relation
    if len(relation.source) != 1 or len(relation.cue) != 1 or not relation.content:
        return ()
    cue, source, last = relation.cue[0], relation.source[0], max(relation.content)
    joined = text[max(0, cue.start - 2) : cue.start] == ", " and not text[cue.end : source.start].strip()
    behind = source.end <= last.start and text[source.end : last.start].isspace()
    return (Span(source.start, last.end),) if joined and behind and cue.end <= source.start else ()


def _stands_before(first: Attribution, each: Attribution) -> bool:
    """Whether one has his whole statement before the comma and the second verb."""
    relation, comma = first.relation, each.relation.cue[0].start - 2
    return relation.source[0].start < relation.cue[0].start < comma and relation.content[-1].end <= comma
