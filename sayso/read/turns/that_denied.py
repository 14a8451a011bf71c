"""A clause before the verb that denies it, by nobody in print: "That the war was over | is denied."."""

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
from sayso.text import overlapping, row_of_spans

P_DENIED = 0.7
DENIED = CueReading(lemma="deny", act="deny", voice="hearsay", evidentiality="reportative", negates=True)
DOUBTED = CueReading(
    lemma="doubt", act="believe", voice="hearsay", evidentiality="reportative", certainty="PR", negates=True
)
_either = partial(either, "that_denied")


def with_denied_clauses(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions and one more for every sentence that is a clause with "that" and its denial.

    Where somebody denies it ("was denied by the ministry"), nothing is added. What a finder took for a cue in
    its verb gives way. Linear.
    """
    new = [one for sentence in sentences if (one := _denied(text, sentence, language))]
    cues = row_of_spans(one.relation.cue[0] for one in new)
    kept = (a for a in found if not any(overlapping(cues, span) for span in a.relation.cue))
    return [*kept, *new] if new else list(found)


def _denied(text: str, sentence: Span, language: str) -> Attribution | None:
    opens = text[sentence.start : sentence.start + 5].lower().split()[:1]
    if opens != load(language, "that_denied")["that"]:
        return None
    match = _pattern(language).fullmatch(text, sentence.start, sentence.end)
    if match is None:
        return None
    relation = Relation(
        cue=(Span(*match.span("cue")),),
        content=(Span(*match.span("what")),),
        voice="hearsay",
        p_relation=P_DENIED,
    )
    return Attribution(relation=relation, cue=DENIED if match["denied"] else DOUBTED)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    being, adverbs = _either(language, "being"), _either(language, "adverbs")
    fate = rf"(?:(?P<denied>{_either(language, 'denied')})|{_either(language, 'doubted')})"
    what = rf"(?P<what>(?:{_either(language, 'that')})(?:\s+[\w’'-]+){{3,24}}?)"
    return re.compile(rf"{what}\s+(?P<cue>(?:{being})\s+(?:(?:{adverbs})\s+)?{fate})\s*\.?\s*", re.IGNORECASE)
