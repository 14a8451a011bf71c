"""Attributions inside what somebody says that no tagger was taught: nouns of speech with a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model import Span
from sayso.read.completion import Attribution
from sayso.read.cues import CueMatch, find_cues
from sayso.read.nested_nouns import Found, content_behind, noun_of_speech, nouns_in
from sayso.read.nested_words import NestedWords, nested_words
from sayso.read.relation import Relation
from sayso.read.rules import relation_by_rules
from sayso.read.rules_view import View, view_of
from sayso.text import overlapping, row_of_spans

P_NESTED = 0.5


def with_nested(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with those inside their contents that only a noun makes ("X's remarks").

    A noun needs a printed source inside the same content; its own content may be empty. Linear.
    """
    words = nested_words(language)
    said = row_of_spans(s for a in found if a.relation.voice != "author" for s in a.relation.content)
    taken = row_of_spans(s for a in found for s in (*a.relation.cue, *a.relation.medium))
    spoken = row_of_spans(s for a in found for s in a.relation.source)
    nested: list[Attribution] = []
    for sentence in sentences:
        contents = overlapping(said, sentence)
        if contents:
            nested += _in_sentence(text, sentence, contents, (taken, spoken), words, language)
    return [*found, *nested]


def _in_sentence(text, sentence, contents, rows, words, language):
    taken, spoken = rows
    view = view_of(text, sentence, language)
    new = []
    for at in nouns_in(view, words):
        place = view.words.spans[at]
        home = next((c for c in contents if c.contains(place)), None)
        if home is None or overlapping(taken, place) or overlapping(spoken, place):
            continue
        low, high = _words(view, home)
        each = noun_of_speech(view, at, words.nouns[view.at(at)], words, low, high)
        if each is None:
            continue
        rel = _relation(view, each, content_behind(view, each, words, high))
        if rel and not overlapping(taken, rel.cue[0]):
            new.append(Attribution(relation=rel, cue=words.nouns[view.at(at)].reading))
    mine = row_of_spans(s for a in new for s in a.relation.cue)
    from sayso.read.rules_place import words_of
    from sayso.lang import load
    speaking = load(language, "nested_verbs")
    matches = find_cues(text, sentence, language)
    for m in matches:
        home = next((c for c in contents if c.contains(m.span)), None)
        if home is None or overlapping(taken, m.span) or overlapping(spoken, m.span) or overlapping(mine, m.span):
            continue
        first, end = words_of(view, m.span)
        if m.reading.act in ("promise",) and m.reading.lemma.split()[0] not in speaking["speaking"]: continue
        if m.reading.act != "believe" and m.reading.lemma.split()[0] not in speaking["speaking"]: continue
        if view.capital(first) or view.among(first, "to") or view.ends(end - 1, "participle_endings"):
            continue
        rel = relation_by_rules(text, sentence, m, matches, language)
        if rel and rel.source and m.reading.voice == "source" and all(home.contains(s) for s in rel.source):
            a, b = words_of(view, rel.source[0])
            if not (view.among(a, "pronouns", "determiners", "possessives") or view.capital(a) or b == a + 1 and view.ends(a, "plural_endings")): continue
            if any(view.finite(i) or view.among(i, "to") for i in range(a, b)): continue
            new.append(Attribution(relation=rel, cue=m.reading))
    return new


def _words(view: View, home: Span) -> tuple[int, int]:
    spans = view.words.spans
    return bisect_left(spans, home.start, key=lambda s: s.start), bisect_left(spans, home.end, key=lambda s: s.start)


def _relation(view: View, found: Found, content):
    source = view.part(*found.source)
    if view.text[source.end - 2 : source.end] in ("'s", "’s"):
        source = Span(source.start, source.end - 2)
    pieces = (view.part(*content),) if content else ()
    return Relation(source=(source,), cue=(view.part(*found.cue),), content=pieces, p_relation=P_NESTED)
