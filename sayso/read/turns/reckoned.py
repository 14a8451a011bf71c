"""Whose reckoning a sentence gives: "by the ministry's own count, | four men died"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import overlapping, row_of_spans

P_RECKONED = 0.7
RECKONING = CueReading(lemma="by account")


def with_reckonings(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions and one more for each sentence that is by somebody's own count.

    What a finder made of that phrase gives way. Not where another cue stands in the sentence. Linear.
    """
    row = row_of_spans(span for each in found for span in each.relation.cue)
    taken: list[Span] = []
    own: list[Attribution] = []
    for sentence in sentences:
        match = _phrase(text, sentence, language)
        cues = overlapping(row, sentence) if match else ()
        if match is None or any(not Span(*match.span()).overlaps(cue) for cue in cues):
            continue
        reckoned = _reckoned(text, sentence, match)
        if reckoned is not None:
            own.append(reckoned)
            taken += cues
    gone = row_of_spans(taken)
    return [*(a for a in found if not any(overlapping(gone, cue) for cue in a.relation.cue)), *own]


def _phrase(text: str, sentence: Span, language: str) -> re.Match[str] | None:
    front, back = _patterns(language)
    return front.match(text, sentence.start, sentence.end) or back.search(text, sentence.start, sentence.end)


def _reckoned(text: str, sentence: Span, match: re.Match[str]) -> Attribution | None:
    behind = match.start() > sentence.start
    clause = Span(sentence.start, match.start()) if behind else Span(match.end(), sentence.end)
    content = trim_content(text, trim(text, clause))
    if content.start >= content.end:
        return None
    whose, cue = Span(*match.span("whose")), (Span(*match.span("lead")), Span(*match.span("count")))
    relation = Relation(source=(whose,), cue=cue, content=(content,), p_relation=P_RECKONED)
    return Attribution(relation=relation, cue=RECKONING)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load(language, "reckoned")
    leads, counts = ("|".join(sorted(words[name], key=len, reverse=True)) for name in ("leads", "counts"))
    whose = r"(?P<whose>(?:his|her|its|their|our|my)\b|(?:[\w’'-]+\s+){0,5}?[\w-]+(?=[’']s?\s))(?:[’']s?)?"
    phrase = rf"(?P<lead>{leads})\s+{whose}\s+(?P<count>{counts})"
    return (
        re.compile(rf"[“\"]?{phrase},\s+", re.IGNORECASE),
        re.compile(rf",\s+{phrase}(?=\s*[.!]?[”\"]?\s*$)", re.IGNORECASE),
    )
