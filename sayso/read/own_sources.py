"""Sources and cues that a tagger drew too wide or lost: "X's announcement", "Y said the council" discussed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, covers, touches
from sayso.read.completion import Attribution
from sayso.read.cues import read_cue
from sayso.read.decoding import trim
from sayso.read.nested_nouns import body_test, noun_of_speech
from sayso.read.nested_phrases import is_source, owner
from sayso.read.nested_subject import subject_of_infinitive
from sayso.read.nested_words import NestedWords, nested_words
from sayso.read.rules_place import words_of
from sayso.read.rules_view import View, view_of
from sayso.reference.gazetteer import Gazetteer
from sayso.text import sentence_of

REMAINS = ("s", "'s", "’s")


def with_own_sources(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution],
    gazetteer: Gazetteer, language: str = "en",
) -> list[Attribution]:
    """The attributions, with the printed owner of a noun of speech for its source, and sources cut clean.

    Hearsay has nobody; "Washington's announcement" has an owner and is none.
    """
    words, is_body = nested_words(language), body_test(gazetteer)
    cut = [_short(text, sentences, each, words, is_body, language) for each in _apart(text, found)]
    cut = [_governed(text, sentences, each, words, language) for each in cut]
    return [part for each in cut for part in _apart_from_infinitive(text, _owned(text, sentences, each, words, language), words, language)]


def _governed(text, sentences, each, words, language):
    """ "X asked the council to discuss it": whoever is asked is to speak, not who asks."""
    relation = each.relation
    if not relation.cue or not relation.source or relation.voice != "source" or not sentences:
        return each
    if not text.startswith("to ", relation.cue[0].start):
        return each
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    to = view.index(relation.cue[0].start)
    source = subject_of_infinitive(view, to, words, 0)
    if source is None or not is_source(view, source) or view.part(*source).overlaps(relation.source[0]):
        return each
    return replace(each, relation=replace(relation, source=(view.part(*source),)))


def _apart_from_infinitive(text, each, words, language):
    """ "agreed to discuss the aid": what is agreed is the content; the infinitive is read inside it."""
    relation = each.relation
    if len(relation.cue) != 1 or not relation.source or relation.voice != "source":
        return [each]
    cue = relation.cue[0]
    printed = text[cue.start : cue.end]
    at = printed.lower().find(" to ")
    if at < 0 or printed[at + 4 :].split()[-1].lower() not in words.around["speaking"]:
        return [each]
    governed = printed[:at].lower().split()[-1] in words.around["committing"]
    if not governed or each.cue is None or each.cue.act == "decline":
        return [each]
    reading = read_cue(printed[:at] + " to", language)
    begin = cue.start + at + 1
    ends = [s.end for s in relation.content if s.start - cue.end < 3 and s.start >= cue.end]
    piece = Span(begin, max([cue.end, *ends]))
    content = (piece, *(s for s in relation.content if s.start >= piece.end))
    outer = replace(relation, cue=(Span(cue.start, cue.start + at),), content=content)
    return [Attribution(relation=outer, cue=reading)]


def _short(text, sentences, each, words, is_body, language):
    """ "expressed alarm over X's announcement": the cue ends before the words that it is about."""
    relation = each.relation
    if len(relation.cue) != 1 or not relation.source or not sentences or relation.voice != "source":
        return each
    cue = relation.cue[0]
    printed = text[cue.start : cue.end].lower().split()
    if len(printed) < 3 or not any(word in words.nouns for word in printed):
        return each
    view = view_of(text, sentences[sentence_of(sentences, cue.start)], language)
    first, end = words_of(view, cue)
    for at in range(first + 1, end):
        noun = words.nouns.get(view.at(at))
        found = noun_of_speech(view, at, noun, words, (first + 1, end), is_body) if noun else None
        if found is None or not first + 1 < found.source[0] < at or view.among(found.source[0], "possessives"):
            continue
        begin = found.source[0]
        while begin > first + 1 and (
            view.among(begin - 1, "determiners")
            or (not view.among(begin - 1, "to", "prepositions") and view.at(begin - 1) in ("official", "joint", "new"))
        ):
            begin -= 1
        if view.capital(begin - 1) or not any(view.at(i).isalpha() and not view.capital(i) for i in range(first, begin)):
            continue
        piece = Span(view.words.spans[begin].start, max([cue.end, *(s.end for s in relation.content[:1] if s.start - cue.end < 30)]))
        content = (piece, *(s for s in relation.content if s.start >= piece.end))
        return replace(each, relation=replace(relation, cue=(trim(text, Span(cue.start, piece.start)),), content=content))
    return each


def _owned(text, sentences, each, words: NestedWords, language) -> Attribution:
    relation = each.relation
    printed = " ".join(text[a:b] for a, b in relation.source)
    if not relation.cue or relation.voice == "author" or (printed and printed not in REMAINS):
        return each
    cue = relation.cue[-1]
    noun = words.nouns.get(text[cue.start : cue.end].lower().split()[-1])
    if noun is None or not sentences:
        return each
    view = view_of(text, sentences[sentence_of(sentences, cue.start)], language)
    first, end = words_of(view, cue)
    source = owner(view, end - 1, 0)
    if source is None or source[1] > first:
        return each
    span = view.part(*source)
    if text[span.end - 2 : span.end] in ("'s", "’s"):
        span = Span(span.start, span.end - 2)
    kept = tuple(s for s in relation.content if not s.overlaps(span))
    return Attribution(relation=replace(relation, source=(span,), voice="source", content=kept), cue=noun.reading)


def _apart(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with sources that do not run over another one's cue, or out of a quotation."""
    cues = sorted((a.relation.cue[0], n) for n, a in enumerate(found) if a.relation.cue and a.relation.voice == "source")
    return [_cut(text, found, each, cues) for each in found]


def _cut(text, found, each, cues):
    relation = each.relation
    if len(relation.source) != 1 or not relation.cue:
        return each
    source = relation.source[0]
    from bisect import bisect_left
    i = bisect_left(cues, (source, -1))
    last = None
    for cue, n in cues[i : i + 4]:
        if cue.start >= source.end: break
        other = found[n].relation
        if other is not relation and source.contains(cue) and other.source and touches([source], other.source) and covers(other.content, relation.cue):
            last = cue
    if last is not None:
        source = trim(text, Span(last.end, source.end))
    mark = text.find('"', source.start, source.end)
    if mark > source.start and text.count('"', source.start, source.end) == 1:
        source = trim(text, Span(source.start, mark))
    if source == relation.source[0] or source.start >= source.end:
        return each
    return replace(each, relation=replace(relation, source=(source,)))
