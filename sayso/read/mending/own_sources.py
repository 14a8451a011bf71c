"""Sources that a tagger lost or took from elsewhere: "X's announcement", "Y asked X to discuss it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, touches, without
from sayso.read.cues.finding import read_cue
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.mending.cue_edges import with_short_cue, without_infinitive
from sayso.read.mending.relatives import with_antecedent, without_matrix
from sayso.read.mending.source_edges import with_clean_sources
from sayso.read.nested.nouns import BodyTest, body_test
from sayso.read.nested.phrases import is_source, owner, source_span
from sayso.read.nested.subject import subject_of_infinitive
from sayso.read.nested.words import NestedWords, nested_words
from sayso.read.rules.place import words_of
from sayso.read.rules.source import Piece
from sayso.read.rules.view import View, view_of
from sayso.read.sources.bodies import is_singular
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.words import source_words
from sayso.text import sentence_of

NO_NAMES = ("prepositions", "leads", "coordinators", "subordinators", "calendar", "determiners", "pronouns")


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
    for each in with_clean_sources(text, found, language):
        if each.relation.cue and each.relation.voice != "author":
            view = view_of(text, sentences[sentence_of(sentences, each.relation.cue[0].start)], language)
            each = with_antecedent(view, with_short_cue(view, each, words, is_body), words)
            each = without_matrix(view, each)
            each = _with_verb(view, _bare(view, _without_of(view, each)), is_body)
            each = _owned(view, _governed(view, each, words), words)
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


def _without_of(view: View, each: Attribution) -> Attribution:
    """ "In the view | of Grant": "of" is the last word of the cue, and no part of who says it."""
    relation = each.relation
    if len(relation.source) != 1 or not view.span.contains(relation.source[0]):
        return each
    first, end = words_of(view, relation.source[0])
    begin, last = words_of(view, relation.cue[-1])
    if not view.among(first, "of") or last != first or end <= first + 1:
        return each
    cue = (*relation.cue[:-1], view.part(begin, first + 1))
    source = (view.part(first + 1, end),)
    reading = read_cue(" ".join(view.text[a:b] for a, b in cue), view.language)
    return Attribution(relation=replace(relation, source=source, cue=cue), cue=reading)


def _with_verb(view: View, each: Attribution, is_body: BodyTest) -> Attribution:
    """ "Save | the Children says": a name that begins with a verb, as the number of the next one tells.

    So too for every body that is known by name.
    """
    relation = each.relation
    if len(relation.source) != 1 or not view.span.contains(relation.source[0]):
        return each
    first, end = words_of(view, relation.source[0])
    opens = first == 1 and view.capital(0) and not view.among(0, *NO_NAMES)
    if not (opens and view.among(first, "determiners") and view.capital(first + 1)):
        return each
    whole = Span(view.words.spans[0].start, relation.source[0].end)
    words, cue = source_words(view.language), relation.cue[0]
    several = any(words.is_plural_head(view.at(i)) for i in range(first + 1, min(end, first + 3)))
    one = several and is_singular(view.text[cue.start : cue.end], view.language)
    if touches((whole,), relation.cue) or not (one or is_body(view.text[whole.start : whole.end], False)):
        return each
    content = without(relation.content, (whole,))
    return replace(each, relation=replace(relation, source=(whole,), content=content))


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
    if noun is None or source is None:
        return each
    if source[1] > first:
        return each if printed else _parted(view, each, noun.reading, source, first)
    span = source_span(view, source)
    if printed and printed not in words.around["left_of_owner"]:
        return _with_front(each, span)
    kept = tuple(part for part in relation.content if not part.overlaps(span))
    owned = replace(relation, source=(span,), voice="source", content=kept)
    return Attribution(relation=owned, cue=noun.reading)


def _parted(view: View, each: Attribution, reading: CueReading, source: Piece, first: int) -> Attribution:
    """ "In his view": the cue without whose view it is, who is the source."""
    if source[0] <= first or source[1] >= words_of(view, each.relation.cue[-1])[1]:
        return each
    span = source_span(view, source)
    parts = (view.part(first, source[0]), view.part(source[1], words_of(view, each.relation.cue[-1])[1]))
    owned = replace(each.relation, source=(span,), cue=(*each.relation.cue[:-1], *parts), voice="source")
    return Attribution(relation=owned, cue=reading)


def _with_front(each: Attribution, whole: Span) -> Attribution:
    """The attribution with the front of its owner's name, where only that is missing."""
    relation = each.relation
    source = relation.source[0]
    lacks = len(relation.source) == 1 and whole.end == source.end and whole.start < source.start
    if not lacks or touches((whole,), (*relation.cue, *relation.content)):
        return each
    return replace(each, relation=replace(relation, source=(whole,)))
