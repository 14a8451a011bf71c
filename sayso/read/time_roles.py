"""What a time is to a statement: when it was said, when something happened, when something is due."""

import re
from collections.abc import Sequence

from sayso.model import Act, Span, Spans, TimeExpression
from sayso.model.time import TimeRole
from sayso.read.time_tense import lean_of

DUE_ACTS = ("promise", "forecast", "demand")
CUE_REACH_CHARS = 120


def role_of(
    text: str, expression: TimeExpression, act: Act, content: Spans, language: str = "en"
) -> TimeRole:
    """`due` where something is promised, scheduled, foreseen or demanded for the time; else `event`.

    Due is what a word that looks ahead governs in its clause ("would", "was scheduled to", "could be
    envisaged", "is due") and, in a promise, forecast or demand, every time that no clause in the past tense
    places behind. Lengths, sets and vague times can be due too ("will come soon"). `content` bounds the
    clause; an empty one bounds nothing.
    """
    inside = next((part for part in content if part.contains(expression.span)), None)
    promised = act in DUE_ACTS
    lean = lean_of(text, expression.span, language, within=inside, promised=promised)
    ahead = promised if lean == "unsaid" else lean != "past"
    return "due" if ahead else "event"


def said_of(
    text: str, times: Sequence[TimeExpression], *, source: Spans, cue: Spans, content: Spans, sentence: Span
) -> TimeExpression | None:
    """The time at which the statement was made, where printed in its cue clause; None where it is not.

    It stands in the sentence of the cue and outside of content and source, nearest to the cue, and no
    semicolon or full stop lies between: "told X on May 6 that", "On Tuesday, the ministry said".
    Lengths and sets are no such times.
    """
    if not cue:
        return None
    close = [one for one in times if _says_when(text, one, source, cue, content, sentence)]
    return min(close, key=lambda one: _gap(one.span, cue), default=None)


def _says_when(
    text: str, time: TimeExpression, source: Spans, cue: Spans, content: Spans, sentence: Span
) -> bool:
    span = time.span
    inside = any(part.overlaps(span) for part in (*content, *source))
    if time.duration or (time.first is None and not time.relative) or inside or not sentence.contains(span):
        return False
    anchor = min(cue, key=lambda part: _gap(span, (part,)))
    between = text[min(span.end, anchor.end) : max(span.start, anchor.start)]
    return len(between) <= CUE_REACH_CHARS and not re.search(r"[;:.!?]\s", between)


def _gap(span: Span, others: Spans) -> int:
    return min(max(span.start - other.end, other.start - span.end, 0) for other in others)
