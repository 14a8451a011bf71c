"""A sentence that takes back the one before: "The Lantern reported that P. | That was wrong | : …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.text import Cover, overlapping, row_of_spans, sentence_of

P_TAKEN_BACK = 0.7
WRONG = CueReading(lemma="be wrong", act="deny", voice="author", negates=True)
_either = partial(either, "taken_back")


def with_taken_back(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, and the author's own "that was wrong" of what the sentence before passes on.

    Not where the words are somebody's, or where nobody is heard in the sentence before. Linear.
    """
    if not sentences:
        return list(found)
    said = Cover.of(s for a in found if a.relation.voice == "source" for s in a.relation.content)
    cues = row_of_spans(span for each in found for span in each.relation.cue)
    told: dict[int, Attribution] = {}
    for each in found:
        if each.relation.voice == "source" and each.relation.cue and each.relation.content:
            told.setdefault(sentence_of(sentences, each.relation.cue[0].start), each)
    new = []
    for number in (number + 1 for number in told if number + 1 < len(sentences)):
        match = _wrong(language).match(text, *sentences[number])
        cue = Span(*match.span(match.lastgroup or 0)) if match else None
        if cue is not None and not overlapping(cues, cue) and not said.holds(cue):
            content = told[number - 1].relation.content
            relation = Relation(cue=(cue,), content=content, voice="author", p_relation=P_TAKEN_BACK)
            new.append(Attribution(relation=relation, cue=WRONG))
    return [*found, *new]


@cache
def _wrong(language: str) -> re.Pattern[str]:
    """ "That was also wrong", "it was not true", with a mark behind."""
    led = rf"(?:{_either(language, 'be')})\s+(?:(?:{_either(language, 'adverbs')})\s+)?"
    of_it = rf"(?:{_either(language, 'it')})\s+(?P<of_it>{led}(?:{_either(language, 'untrue')}))"
    of_that = (
        rf"(?:{_either(language, 'what')})\s+(?P<of_that>{led}(?:{_either(language, 'untrue', 'wrong')}))"
    )
    return re.compile(rf"(?:{of_it}|{of_that})(?=\s*(?:[.:;,!—–]|\s-|$))", re.IGNORECASE)
