"""Verbs of speech inside what another one says: with a subject there, or an infinitive that one governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.cues.finding import CueMatch, CueReading
from sayso.read.nested.phrases import is_source, source_span
from sayso.read.nested.subject import subject_of_infinitive
from sayso.read.nested.words import NestedWords
from sayso.read.relation import Relation
from sayso.read.rules.finding import relation_by_rules
from sayso.read.rules.participles import only_dated
from sayso.read.rules.place import words_of
from sayso.read.rules.view import View

REACH = 40  # words
P_INFINITIVE = 0.5
Made = tuple[Relation, CueReading]


def verb_of_speech(
    view: View, match: CueMatch, matches: Sequence[CueMatch], words: NestedWords, home: Span
) -> Made | None:
    """The relation of one of the lexicon's cues inside `home`; None for what is no speech, or nobody's.

    What is to be said ("will explain") is not yet said: its certainty is U.
    """
    first, end = words_of(view, match.span)
    believed = match.reading.act == "believe"
    spoken = believed or match.reading.lemma.split()[0] in words.around["speaking"]
    if match.reading.voice != "source" or not spoken or view.capital(first):
        return None
    if (
        view.ends(end - 1, "participle_endings")
        or view.among(first, "to")
        or words.among(view, first, "auxiliary")
    ):
        return None
    found = relation_by_rules(view.text, view.span, match, matches, view.language)
    if found is None or only_dated(view.text, found, view.language):
        return None
    if not found.source or not all(home.contains(span) for span in found.source):
        return None
    if not is_source(view, words_of(view, found.source[0])):
        return None
    ahead = any(words.among(view, i, "ahead") for i in range(first, end))
    return found, replace(match.reading, certainty="U") if ahead else match.reading


def infinitive_of_speech(view: View, to: int, words: NestedWords, low: int, high: int) -> Made | None:
    """ "asked Israel to announce its aims": of whoever is asked, agreed or is due to; not said yet (U)."""
    verb = to + 1 + view.ends(to + 1, "adverb_endings")
    if verb >= high or not words.among(view, verb, "speaking"):
        return None
    source = subject_of_infinitive(view, to, words, low)
    if source is None or source[0] < low or not is_source(view, source):
        return None
    end = verb + 1
    while end < min(high, verb + REACH) and not _leaves(view, verb, end):
        end += 1
    relation = Relation(
        source=(source_span(view, source),),
        cue=(view.part(to, verb + 1),),
        content=(view.part(verb + 1, end),) if end > verb + 1 else (),
        p_relation=P_INFINITIVE,
    )
    return relation, CueReading(lemma=view.at(verb), certainty="U")


def _leaves(view: View, verb: int, i: int) -> bool:
    return view.stops(i) or view.at(i) in (",", ";", "—", "–") or view.level(i) != view.level(verb)
