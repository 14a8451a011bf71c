"""Who says what only he is to be believed for: "If the ministry is to be believed, the dam is safe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content
from sayso.text import overlapping, row_of_spans

P_BELIEVED = 0.7
CLAIM = CueReading(lemma="if ~ is to be believed")
_either = partial(either, "to_be_believed")


def with_to_be_believed(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where "if X is to be believed" gives the rest of its sentence to X.

    What a finder made of those words gives way; where nobody is X ("reports"), all stays. Linear.
    """
    own: list[Attribution] = []
    for sentence in sentences:
        match = _pattern(language).search(text, sentence.start, sentence.end)
        content = _rest(text, sentence, match) if match else ()
        if match and content:
            relation = Relation(
                source=(Span(*match.span("who")),), content=content, p_relation=P_BELIEVED,
                cue=(Span(*match.span("if")), Span(*match.span("cue"))),
            )  # fmt: skip
            own.append(Attribution(relation=relation, cue=CLAIM))
    gone = row_of_spans(span for one in own for span in (*one.relation.cue, *one.relation.source))
    return [*(a for a in found if not any(overlapping(gone, cue) for cue in a.relation.cue)), *own]


def _rest(text: str, sentence: Span, match: re.Match[str]) -> Spans:
    """The sentence without those words: behind them, before them, or on both sides."""
    parts = (Span(sentence.start, match.start()), Span(match.end(), sentence.end))
    clean = (trim_content(text, part) for part in parts)
    return tuple(part for part in clean if text[slice(*part)].strip(' .,;”"’'))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = rf"(?!(?:\w+\s+)?(?:{_either(language, 'words')})\b)"
    name = r"[\w’'-]+(?:\s+[\w’'-]+){0,6}?"
    believed = rf"(?:{_either(language, 'be')})\s+(?:{_either(language, 'believed')})"
    clause = rf"(?P<if>{_either(language, 'if')})\s+{words}(?P<who>{name})\s+(?P<cue>{believed})"
    opened = r"(?:\A|(?<=[.!?:;“\n]\s)|(?<=[“\n])|(?<=,\s))"
    return re.compile(rf"{opened}{clause}(?:,|(?=[.!?;]))", re.IGNORECASE)
