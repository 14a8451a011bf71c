"""Sources that a tagger lost or took from elsewhere: "X's announcement", "Y asked X to discuss it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, touches
from sayso.read.mending.completion import Attribution
from sayso.read.mending.cue_edges import with_short_cue, without_infinitive
from sayso.read.mending.source_edges import with_clean_sources
from sayso.read.nested.nouns import body_test
from sayso.read.nested.phrases import is_source, owner, source_span
from sayso.read.nested.subject import subject_of_infinitive
from sayso.read.nested.words import NestedWords, nested_words
from sayso.read.rules.place import words_of
from sayso.read.rules.view import View, view_of
from sayso.read.sources.gazetteers import Gazetteer
from sayso.text import sentence_of


def with_own_sources(
    text: str,
    sentences: Sequence[Span],
    found: Sequence[Attribution],
    gazetteer: Gazetteer,
    language: str = "en",
) -> list[Attribution]:
    """The attributions with their own source each, and cues that take in nobody else's words.

    A noun of speech that has an owner in print is his, and no hearsay; an infinitive is said by who
    governs it; a source ends where another cue begins. Linear.
    """
    if not sentences:
        return list(found)
    words, is_body = nested_words(language), body_test(gazetteer)
    mended: list[Attribution] = []
    for each in with_clean_sources(text, found):
        if each.relation.cue and each.relation.voice != "author":
            view = view_of(text, sentences[sentence_of(sentences, each.relation.cue[0].start)], language)
            each = with_short_cue(view, each, words, is_body)
            each = _owned(view, _governed(view, _bare(view, each), words), words)
            each = without_infinitive(view, each, words)
        mended.append(each)
    return mended


def _bare(view: View, each: Attribution) -> Attribution:
    """The source without the ending of a possessive: "Orlan" of "Orlan's claim"."""
    source = tuple(
        source_span(view, words_of(view, span)) if view.span.contains(span) else span
        for span in each.relation.source
    )
    kept = all(
        new.start == old.start and new.end <= old.end
        for new, old in zip(source, each.relation.source, strict=True)
    )
    return replace(each, relation=replace(each.relation, source=source)) if kept else each


def _governed(view: View, each: Attribution, words: NestedWords) -> Attribution:
    """ "X asked the council to discuss it": whoever is asked is to speak, not who asks."""
    relation = each.relation
    to = view.index(relation.cue[0].start)
    if not relation.source or relation.voice != "source" or not view.among(to, "to"):
        return each
    source = subject_of_infinitive(view, to, words, 0)
    if source is None or not is_source(view, source) or view.part(*source).overlaps(relation.source[0]):
        return each
    return replace(each, relation=replace(relation, source=(source_span(view, source),)))


def _owned(view: View, each: Attribution, words: NestedWords) -> Attribution:
    """ "alarm at X's announcement": X said it, where the tagger gives nobody, or what is left of "X's".

    So too where it gives the end of a name: "Human | Rights Watch's report".
    """
    relation = each.relation
    printed = "".join(view.text[start:end] for start, end in relation.source).replace("’", "'")
    first, end = words_of(view, relation.cue[-1])
    noun = words.nouns.get(view.at(end - 1))
    source = owner(view, end - 1, 0) if noun else None
    if noun is None or source is None or source[1] > first:
        return each
    span = source_span(view, source)
    if printed and printed not in words.around["left_of_owner"]:
        return _with_front(each, span)
    kept = tuple(part for part in relation.content if not part.overlaps(span))
    owned = replace(relation, source=(span,), voice="source", content=kept)
    return Attribution(relation=owned, cue=noun.reading)


def _with_front(each: Attribution, whole: Span) -> Attribution:
    """The attribution with the front of its owner's name, where only that is missing."""
    relation = each.relation
    source = relation.source[0]
    lacks = len(relation.source) == 1 and whole.end == source.end and whole.start < source.start
    if not lacks or touches((whole,), (*relation.cue, *relation.content)):
        return each
    return replace(each, relation=replace(relation, source=(whole,)))
