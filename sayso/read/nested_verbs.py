"""Verbs of speech inside what another one says: with a subject there, or as an infinitive that somebody governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.cues import CueMatch, CueReading
from sayso.read.nested_phrases import is_source
from sayso.read.nested_subject import subject_of_infinitive
from sayso.read.nested_words import NestedWords
from sayso.read.relation import Relation
from sayso.read.rules import relation_by_rules
from sayso.read.rules_place import words_of
from sayso.read.rules_view import View

REACH = 40
OPEN_ENDED = frozenset({"believe"})


def verb_of_speech(
    view: View, match: CueMatch, matches: Sequence[CueMatch], words: NestedWords, home: Span
) -> tuple[Relation, CueReading] | None:
    """The relation of one of the lexicon's cues inside `home`; None for what is no speech, or nobody's."""
    first, end = words_of(view, match.span)
    spoken = match.reading.lemma.split()[0] in words.around["speaking"] or match.reading.act in OPEN_ENDED
    if match.reading.voice != "source" or not spoken or view.capital(first):
        return None
    if view.ends(end - 1, "participle_endings") or view.among(first, "to"):
        return None
    found = relation_by_rules(view.text, view.span, match, matches, view.language)
    if found is None or not found.source or not all(home.contains(span) for span in found.source):
        return None
    if not is_source(view, words_of(view, found.source[0])):
        return None
    ahead = any(view.at(i) in words.around["ahead"] for i in range(first, end))
    return found, replace(match.reading, certainty="U") if ahead else match.reading


def infinitive_of_speech(
    view: View, to: int, words: NestedWords, low: int, high: int
) -> tuple[Relation, CueReading] | None:
    """ "asked Israel to announce its aims": said by whoever is asked, agreed or is due to; not said yet (U)."""
    verb = to + 1 + view.ends(to + 1, "adverb_endings")
    lemma = view.at(verb)
    if lemma not in words.around["speaking"] or verb >= high:
        return None
    source = subject_of_infinitive(view, to, words, low)
    if source is None or source[0] < low or not is_source(view, source):
        return None
    end = verb + 1
    while end < min(high, verb + REACH) and not view.stops(end) and view.at(end) not in (",", ";", "—", "–"):
        if view.level(end) != view.level(verb):
            break
        end += 1
    content = (view.part(verb + 1, end),) if end > verb + 1 else ()
    relation = Relation(source=(view.part(*source),), cue=(view.part(to, verb + 1),), content=content, p_relation=0.5)
    return relation, CueReading(lemma=lemma, certainty="U")
