"""What stands behind a label is not said by whoever prints it: "Claim: P", "Myth: P", "Unclear: how many"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content
from sayso.text import overlapping, row_of_spans

P_LABEL = 0.7
LEAST_WORDS = 3  # of what stands behind a label: "Claim: none" says nothing
READINGS = {
    "told": CueReading(lemma="claim", voice="hearsay", evidentiality="reportative"),
    "untrue": CueReading(lemma="false", act="deny", voice="author", negates=True),
    "unsettled": CueReading(lemma="unclear", act="unconfirmed", voice="author", certainty="U"),
}
_either = partial(either, "labelled")


def with_labelled(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with one for each sentence behind a label that nothing else attributes.

    A claim that is checked is nobody's word, a myth is denied by whoever calls it one, and what is unclear is
    left open. Linear.
    """
    taken = row_of_spans(s for a in found for s in (*a.relation.cue, *a.relation.content))
    behind = (_behind(text, sentence, language) for sentence in sentences if not overlapping(taken, sentence))
    return [*found, *(each for each in behind if each is not None)]


def _behind(text: str, sentence: Span, language: str) -> Attribution | None:
    match = _label(language).match(text, sentence.start, sentence.end)
    if match is None:
        return None
    what = trim_content(text, Span(match.end(), sentence.end))
    if len(text[slice(*what)].split()) < LEAST_WORDS:
        return None
    words = load(language, "labelled")
    label = match["label"].lower()
    kind = next(kind for kind in READINGS if label in words[kind])
    reading = READINGS[kind]
    cue = (Span(*match.span("label")),)
    relation = Relation(cue=cue, content=(what,), voice=reading.voice, p_relation=P_LABEL)
    return Attribution(relation=relation, cue=reading)


@cache
def _label(language: str) -> re.Pattern[str]:
    """ "- Allegation 3: " where a sentence begins."""
    label = "|".join(_either(language, kind) for kind in READINGS)
    return re.compile(rf"[-*•–—\s]{{0,4}}(?P<label>{label})(?:\s+(?:no\.\s*)?\d{{1,3}})?:\s+", re.IGNORECASE)
