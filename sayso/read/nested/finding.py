"""Attributions inside what somebody says that no tagger was taught: nouns and verbs of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Span, touches
from sayso.read.cues.finding import find_cues
from sayso.read.mending.completion import Attribution
from sayso.read.nested.nouns import BodyTest, body_test, content_behind, is_occasion, noun_of_speech, nouns_in
from sayso.read.nested.phrases import source_span
from sayso.read.nested.verbs import Made, infinitive_of_speech, verb_of_speech
from sayso.read.nested.words import NestedWords, nested_words
from sayso.read.relation import Relation
from sayso.read.rules.source import Piece
from sayso.read.rules.view import View, view_of
from sayso.read.sources.gazetteers import Gazetteer
from sayso.text import overlapping, row_of_spans

P_NESTED = 0.5
BROKEN_OFF = 4  # words of a content behind a noun of speech that are only "made last month"
BESIDE = 12  # code points between such a noun and the end of its content: " made"
HEARER = 14  # words before a content that may name whom it was said to, and who is to speak


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inside:
    """A sentence with the contents in it, and all cues and sources that the document has already.

    `homes`: what anybody says; `told`: what somebody in print says, hearsay left out.
    """

    view: View
    homes: Sequence[Span]
    told: Sequence[Span]
    cues: Sequence[Span]
    sources: Sequence[Span]
    words: NestedWords
    is_body: BodyTest

    def home(self, place: Span) -> Span | None:
        """The content that a cue stands in, where nobody has its words yet."""
        if overlapping(self.cues, place) or overlapping(self.sources, place):
            return None
        return next((home for home in self.homes if home.contains(place)), None)

    def bounds(self, home: Span) -> Piece:
        """The words [low, high) of a content."""
        spans = self.view.words.spans
        low = bisect_left(spans, home.start, key=lambda span: span.start)
        return low, bisect_left(spans, home.end, key=lambda span: span.start)


def with_nested(
    text: str,
    sentences: Sequence[Span],
    found: Sequence[Attribution],
    gazetteer: Gazetteer,
    language: str = "en",
) -> list[Attribution]:
    """The attributions, with those inside their contents that only a noun or a verb of speech makes.

    A source must be printed inside the same content, or be whom that was said to; the new content may
    be empty ("X's remarks"). What stands in a cue or a source already is left alone. Linear.
    """
    spoken = [a.relation for a in found if a.relation.voice != "author"]
    said = row_of_spans(span for relation in spoken for span in relation.content)
    told = row_of_spans(s for relation in spoken if relation.voice == "source" for s in relation.content)
    cues = row_of_spans(span for a in found for span in (*a.relation.cue, *a.relation.medium))
    sources = row_of_spans(span for relation in spoken for span in relation.source)
    words, is_body = nested_words(language), body_test(gazetteer)
    nested: list[Attribution] = []
    for sentence in sentences:
        homes = overlapping(said, sentence)
        if homes:
            view = view_of(text, sentence, language)
            inside = _Inside(
                view=view, homes=homes, told=overlapping(told, sentence), cues=cues, sources=sources,
                words=words, is_body=is_body,
            )  # fmt: skip
            nested += _new(inside)
    return [*_widened(found, nested), *nested]


def _new(inside: _Inside) -> list[Attribution]:
    """Nouns first, then verbs, then infinitives; of two that share words the first stays."""
    kept: list[Attribution] = []
    mine: list[Span] = []
    for relation, reading in (*_nouns(inside), *_verbs(inside), *_infinitives(inside)):
        cue = relation.cue[0]
        if not any(cue.overlaps(span) for span in mine) and not overlapping(inside.cues, cue):
            kept.append(Attribution(relation=relation, cue=reading))
            mine.append(cue)
    return kept


def _nouns(inside: _Inside) -> Iterator[Made]:
    view, words = inside.view, inside.words
    for at in nouns_in(view, words):
        home = inside.home(view.words.spans[at])
        if home is None:
            continue
        low, high = inside.bounds(home)
        low = max(0, low - HEARER) if view.among(low, "to") else low
        high = _through(view, at, high, words)
        noun = words.nouns[view.at(at)]
        found = noun_of_speech(view, at, noun, words, (low, high), inside.is_body)
        content = content_behind(view, found, words, high) if found else None
        if found is not None and (content or not is_occasion(view, found, words)):
            relation = Relation(
                source=(source_span(view, found.source),), cue=(view.part(*found.cue),),
                content=(view.part(*content),) if content else (), p_relation=P_NESTED,
            )  # fmt: skip
            yield relation, noun.reading


def _through(view: View, at: int, high: int, words: NestedWords) -> int:
    """The end of the content, or of the sentence where it breaks off behind "remarks made"."""
    rest = high - at <= BROKEN_OFF and all(words.among(view, i, "given") for i in range(at + 1, high))
    return len(view) if rest else high


def _verbs(inside: _Inside) -> Iterator[Made]:
    view = inside.view
    matches = find_cues(view.text, view.span, view.language)
    for match in matches:
        home = inside.home(match.span)
        made = verb_of_speech(view, match, matches, inside.words, home) if home else None
        if made is not None:
            yield made


def _infinitives(inside: _Inside) -> Iterator[Made]:
    view = inside.view
    for at in (i for i in range(1, len(view)) if view.among(i, "to")):
        home = inside.home(view.part(at, at + 2))
        if home is not None and any(told.contains(view.part(at, at + 1)) for told in inside.told):
            low, high = inside.bounds(home)
            made = infinitive_of_speech(view, at, inside.words, max(0, low - HEARER), high)
            if made is not None:
                yield made


def _widened(found: Sequence[Attribution], nested: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with no content that breaks off between a noun and whose words it names."""
    reach = sorted(
        (a.relation.cue[0], a.relation.source[0].end) for a in nested
        if a.relation.source[0] > a.relation.cue[0]
    )  # fmt: skip
    return [_with_wider(attribution, reach) for attribution in found]


def _with_wider(attribution: Attribution, reach: Sequence[tuple[Span, int]]) -> Attribution:
    relation = attribution.relation
    content = tuple(_wider(span, reach) for span in relation.content)
    if content == relation.content or touches(content, (*relation.cue, *relation.source)):
        return attribution
    return replace(attribution, relation=replace(relation, content=content))


def _wider(span: Span, reach: Sequence[tuple[Span, int]]) -> Span:
    """`span` to the end of the source of the last noun in it, where that begins in it and ends behind it."""
    at = bisect_left(reach, (Span(span.end, span.end), 0)) - 1
    if at < 0 or not span.contains(reach[at][0]) or reach[at][0].end + BESIDE <= span.end:
        return span
    return Span(span.start, max(span.end, reach[at][1]))
