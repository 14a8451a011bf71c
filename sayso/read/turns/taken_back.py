"""A sentence that takes back the one before: "The Lantern reported that P. | That was wrong | : …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.turns.verdicts import does_reject, verdict_pattern
from sayso.text import Cover, overlapping, row_of_spans, sentence_of

P_TAKEN_BACK = 0.7
WRONG = CueReading(lemma="be wrong", act="deny", voice="author", negates=True)
_either = partial(either, "taken_back")


def with_taken_back(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, and the author's own "that was wrong", or "this is a lie", of the sentence before.

    Not where the words are somebody's, or where nobody is heard in the sentence before; of a denial it
    makes an assertion. What a finder made of the same words of nobody gives way. Linear.
    """
    if not sentences:
        return list(found)
    said = Cover.of(s for a in found if a.relation.voice == "source" for s in a.relation.content)
    cues = row_of_spans(s for each in found if each.relation.source for s in each.relation.cue)
    told: dict[int, Attribution] = {}
    for each in found:
        if each.relation.voice != "author" and each.relation.cue and each.relation.content:
            told.setdefault(sentence_of(sentences, each.relation.cue[0].start), each)
    new = []
    for number in (number + 1 for number in told if number + 1 < len(sentences)):
        cue = _taken_back(text, sentences[number], language)
        if cue is not None and not overlapping(cues, cue) and not said.holds(cue):
            new.append(_own(told[number - 1], cue))
    gone = row_of_spans(span for each in new for span in each.relation.cue)
    kept = (a for a in found if a.relation.source or not any(overlapping(gone, s) for s in a.relation.cue))
    return [*kept, *new] if new else list(found)


def _own(told: Attribution, cue: Span) -> Attribution:
    """What the author makes of it: that a denial was wrong holds what was denied to be so."""
    denied = told.cue is not None and told.cue.negates
    reading = replace(WRONG, act="assert", negates=False) if denied else WRONG
    content = told.relation.content
    return Attribution(
        relation=Relation(cue=(cue,), content=content, voice="author", p_relation=P_TAKEN_BACK), cue=reading
    )


def _taken_back(text: str, sentence: Span, language: str) -> Span | None:
    """The words that a sentence opens with by which it takes back the one before; None for none."""
    match = _wrong(language).match(text, *sentence)
    if match:
        return Span(*match.span(match.lastgroup or 0))
    lie = _lie(language).match(text, *sentence)
    if lie is None or not does_reject(lie["lie"], language):
        return None
    plain = any(lie["lie"].lower().endswith(word) for word in load(language, "verdicts")["rejecting"])
    return Span(*lie.span("lie")) if plain else None


@cache
def _lie(language: str) -> re.Pattern[str]:
    """ "This is a blatant lie", "it is pure propaganda", with a mark behind."""
    what = _either(language, "what", "it")
    return re.compile(
        rf"(?:{what})\s+(?P<lie>{verdict_pattern(language).pattern})(?=\s*(?:[.:;,!—–]|\s-|$))", re.IGNORECASE
    )


@cache
def _wrong(language: str) -> re.Pattern[str]:
    """ "That was also wrong", "it was not true", with a mark behind."""
    led = rf"(?:{_either(language, 'be')})\s+(?:(?:{_either(language, 'adverbs')})\s+)?"
    of_it = rf"(?:{_either(language, 'it')})\s+(?P<of_it>{led}(?:{_either(language, 'untrue')}))"
    of_that = (
        rf"(?:{_either(language, 'what')})\s+(?P<of_that>{led}(?:{_either(language, 'untrue', 'wrong')}))"
    )
    return re.compile(rf"(?:{of_it}|{of_that})(?=\s*(?:[.:;,!—–]|\s-|$))", re.IGNORECASE)
