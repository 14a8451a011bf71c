"""A clause before its denial by nobody in print, or before its doubt: "Whether it burned | is not clear"."""

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
LEFT_OPEN = CueReading(lemma="be unclear", act="unconfirmed", voice="author", certainty="U")
_either = partial(either, "that_denied")


def with_denied_clauses(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions and one more for every sentence that is a clause with its denial, or its doubt.

    Where somebody denies it ("was denied by the ministry"), nothing is added. "Whether it burned is not
    clear" is left open by the author. What a finder took for a cue in its verb gives way. Linear.
    """
    new = [one for sentence in sentences if (one := _denied(text, sentence, language))]
    cues = row_of_spans(one.relation.cue[0] for one in new)
    kept = (a for a in found if not any(overlapping(cues, span) for span in a.relation.cue))
    return [*kept, *new] if new else list(found)


def _denied(text: str, sentence: Span, language: str) -> Attribution | None:
    opens = text[sentence.start : sentence.end].split(None, 1)[:1]
    match = None
    for pattern in _patterns(language).get(opens[0].lower(), ()) if opens else ():
        match = match or pattern.fullmatch(text, sentence.start, sentence.end)
    if match is None:
        return None
    given = match.groupdict()
    reading = LEFT_OPEN if given.get("open") else DENIED if given.get("denied") else DOUBTED
    relation = Relation(
        cue=(Span(*match.span("cue")),),
        content=(Span(*match.span("what")),),
        voice=reading.voice,
        p_relation=P_DENIED,
    )
    return Attribution(relation=relation, cue=reading)


@cache
def _patterns(language: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """To the first word of a clause what a sentence with it and its fate matches."""
    led = rf"(?:{_either(language, 'being')})\s+(?:(?:{_either(language, 'adverbs')})\s+)?"
    fate = rf"(?:(?P<denied>{_either(language, 'denied')})|{_either(language, 'doubted')})"
    unable = rf"(?:{_either(language, 'unable')})\s+(?:(?:{_either(language, 'at_once')})\s+)?"
    unable += rf"(?:{_either(language, 'checked')})"
    opened = rf"(?P<open>{led}(?:{_either(language, 'open')})|{unable}|{_either(language, 'nobody')})"
    words = load(language, "that_denied")
    denied, left_open = (
        re.compile(
            rf"(?P<what>(?:{first})(?:\s+[\w’'-]+){{2,24}}?),?\s+(?P<cue>{behind})\s*\.?\s*", re.IGNORECASE
        )
        for first, behind in ((_either(language, "that"), led + fate), (_either(language, "wh"), opened))
    )
    opening = {word.split()[0] for word in words["wh"]}
    return {**dict.fromkeys(opening, (left_open,)), **dict.fromkeys(words["that"], (denied,))}
