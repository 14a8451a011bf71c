"""Attributions inside what somebody says that no tagger was taught: nouns, verbs and infinitives of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Span
from sayso.read.completion import Attribution
from sayso.read.cue_reading import CueReading
from sayso.read.cues import find_cues
from sayso.read.nested_nouns import BodyTest, body_test, content_behind, noun_of_speech, nouns_in
from sayso.read.nested_verbs import infinitive_of_speech, verb_of_speech
from sayso.read.nested_words import NestedWords, nested_words
from sayso.read.relation import Relation
from sayso.read.rules_source import Piece
from sayso.read.rules_view import View, view_of
from sayso.reference.gazetteer import Gazetteer
from sayso.text import overlapping, row_of_spans

P_NESTED = 0.5
GIVEN = 4
HEARER = 14  # words before a content that may name whom it was said to, and who is to speak
Made = tuple[Relation, CueReading]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What the document's attributions already have: contents of others, cues, and sources."""

    said: Sequence[Span]
    cues: Sequence[Span]
    sources: Sequence[Span]


def with_nested(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution],
    gazetteer: Gazetteer, language: str = "en",
) -> list[Attribution]:  # fmt: skip
    """The attributions, with those inside their contents that only a noun or a verb of speech makes.

    A source must be printed inside the same content; the new content may be empty ("X's remarks").
    What stands in a cue or a source already is left alone. Linear.
    """
    spoken = [a.relation for a in found if a.relation.voice != "author"]
    taken = _Taken(
        said=row_of_spans(s for r in spoken for s in r.content),
        cues=row_of_spans(s for a in found for s in (*a.relation.cue, *a.relation.medium)),
        sources=row_of_spans(s for r in spoken for s in r.source),
    )
    words, is_body = nested_words(language), body_test(gazetteer)
    nested: list[Attribution] = []
    for sentence in sentences:
        homes = overlapping(taken.said, sentence)
        if homes:
            view = view_of(text, sentence, language)
            nested += _inside(view, homes, taken, words, is_body)
    return [*_widened(found, nested), *nested]


def _widened(found: Sequence[Attribution], nested: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with no content that breaks off between a noun and whose words it names."""
    reach = {a.relation.cue[0]: a.relation.source[0].end for a in nested if a.relation.source[0] > a.relation.cue[0]}
    return [replace(a, relation=replace(a.relation, content=tuple(_wider(s, reach) for s in a.relation.content)))
            if reach else a for a in found]  # fmt: skip


def _wider(span: Span, reach: Mapping[Span, int]) -> Span:
    ends = [end for cue, end in reach.items() if span.contains(cue) and cue.end + 12 > span.end]
    return Span(span.start, max([span.end, *ends]))


def _inside(view: View, homes: Sequence[Span], taken: _Taken, words: NestedWords, is_body) -> list[Attribution]:
    made = [*_nouns(view, homes, taken, words, is_body), *_verbs(view, homes, taken, words), *_infinitives(view, homes, taken, words)]
    kept: list[Attribution] = []
    mine: list[Span] = []
    for relation, reading in made:
        if not any(relation.cue[0].overlaps(span) for span in mine) and not overlapping(taken.cues, relation.cue[0]):
            kept.append(Attribution(relation=relation, cue=reading))
            mine.append(relation.cue[0])
    return kept


def _free(place: Span, homes: Sequence[Span], taken: _Taken) -> Span | None:
    """The content that a cue stands in, where nobody has its words yet."""
    if overlapping(taken.cues, place) or overlapping(taken.sources, place):
        return None
    return next((home for home in homes if home.contains(place)), None)


def _nouns(view: View, homes: Sequence[Span], taken: _Taken, words: NestedWords, is_body) -> list[Made]:
    made = []
    for at in nouns_in(view, words):
        home = _free(view.words.spans[at], homes, taken)
        if home is None:
            continue
        low, high = _bounds(view, home)
        low = max(0, low - HEARER) if view.among(low, "to") else low
        high = _through(view, at, high, words)
        noun = words.nouns[view.at(at)]
        found = noun_of_speech(view, at, noun, words, (low, high), is_body)
        if found is not None:
            content = content_behind(view, found, words, high)
            made.append((_relation(view, found.source, found.cue, content), noun.reading))
    return made


def _through(view: View, at: int, high: int, words: NestedWords) -> int:
    """The end of the content, or of the sentence where it breaks off behind "remarks made"."""
    rest = all(view.at(i) in words.around["given"] for i in range(at + 1, high))
    return len(view) if rest and high - at <= GIVEN else high


def _verbs(view: View, homes: Sequence[Span], taken: _Taken, words: NestedWords) -> list[Made]:
    matches = find_cues(view.text, view.span, view.language)
    placed = [(match, home) for match in matches if (home := _free(match.span, homes, taken)) is not None]
    found = [verb_of_speech(view, match, matches, words, home) for match, home in placed]
    return [each for each in found if each is not None]


def _infinitives(view: View, homes: Sequence[Span], taken: _Taken, words: NestedWords) -> list[Made]:
    made = []
    for at in range(1, len(view)):
        if not view.among(at, "to"):
            continue
        home = _free(view.part(at, at + 2), homes, taken)
        if home is not None:
            low, high = _bounds(view, home)
            made.append(infinitive_of_speech(view, at, words, max(0, low - HEARER), high))
    return [each for each in made if each is not None]


def _bounds(view: View, home: Span) -> Piece:
    spans = view.words.spans
    low = bisect_left(spans, home.start, key=lambda span: span.start)
    return low, bisect_left(spans, home.end, key=lambda span: span.start)


def _relation(view: View, source: Piece, cue: Piece, content: Piece | None) -> Relation:
    printed = view.part(*source)
    if view.text[printed.end - 2 : printed.end] in ("'s", "’s"):
        printed = Span(printed.start, printed.end - 2)
    pieces = (view.part(*content),) if content else ()
    return Relation(source=(printed,), cue=(view.part(*cue),), content=pieces, p_relation=P_NESTED)
