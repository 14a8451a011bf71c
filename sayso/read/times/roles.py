"""What a time is to a statement: when it was said, when something happened, when something is due."""

import re
from collections.abc import Mapping, Sequence

from sayso.lang.loading import load
from sayso.model import Act, Span, Spans, TimeExpression
from sayso.model.time import TimeRole
from sayso.read.times.tense import lean_of

DUE_ACTS = ("promise", "forecast")
CUE_REACH_CHARS = 120
FORESEEN_CHARS = 20
CONDITION_REACH_CHARS = 200
WORD = re.compile(r"[^\W\d_]+|,")
WORD_ALONE = re.compile(r"\s")
SENTENCE = re.compile(r"[.;!?][”’)]?\s|\n")


def role_of(
    text: str, expression: TimeExpression, act: Act, content: Spans, language: str = "en"
) -> TimeRole:
    """`due` where something is promised, scheduled or foreseen for the time; else `event`.

    Due is what a word that looks ahead governs in its clause ("would", "was scheduled to", "could be
    envisaged", "is due") and, in a promise or forecast, every time that no clause in the past tense
    places behind; vague times too ("fear it in the coming weeks"). Conditions ("if it rains until May")
    and demands are events. `content` bounds the clause; an empty one bounds nothing.
    """
    if act == "demand" or _conditional(text, expression.span, language):
        return "event"
    inside = next((part for part in content if part.contains(expression.span)), None)
    promised = act in DUE_ACTS
    lean = lean_of(text, expression.span, language, within=inside, promised=promised)
    if lean == "unsaid" and inside and _complement(text, inside, language):
        lean = lean_of(text, expression.span, language, promised=promised)
        lean = "unsaid" if lean == "past" else lean
    ahead = promised or _says_ahead(text, expression.span, language) if lean == "unsaid" else lean != "past"
    return "due" if ahead else "event"


def _complement(text: str, inside: Span, language: str) -> bool:
    """Whether a verb before a piece governs it: "is expected to {meet}", "did not rule out {a summit}"."""
    words = WORD.findall(text[max(0, inside.start - FORESEEN_CHARS) : inside.start + FORESEEN_CHARS].lower())
    before = len(WORD.findall(text[max(0, inside.start - FORESEEN_CHARS) : inside.start]))
    foreseen = load(language, "time")["lean"]["foreseen"]
    governed = any(" ".join(words[at : at + 2]) in foreseen for at in (before - 2, before - 1) if at >= 0)
    return governed or text.startswith("to ", inside.start) or text.endswith("to ", 0, inside.start)


def _says_ahead(text: str, span: Span, language: str) -> bool:
    words = WORD.findall(text[span.start : span.end].lower())
    return not set(words).isdisjoint(load(language, "time")["lean"]["says_ahead"])


def _conditional(text: str, span: Span, language: str) -> bool:
    """Whether the time stands in a condition: "if …" or "Should it …", up to the next comma."""
    before = text[max(0, span.start - CONDITION_REACH_CHARS) : span.start]
    words = WORD.findall(SENTENCE.split(before)[-1])
    clause = words[len(words) - words[::-1].index(",") :] if "," in words else words
    lean = load(language, "time")["lean"]
    opened = bool(clause) and clause is words and clause[0] in lean["inverted"]
    return opened or not {word.lower() for word in clause}.isdisjoint(lean["conditions"])


def said_of(
    text: str, times: Sequence[TimeExpression], *, source: Spans, cue: Spans, content: Spans, sentence: Span,
    language: str = "en",
) -> TimeExpression | None:  # fmt: skip
    """The time at which the statement was made, where printed in its cue clause; None where it is not.

    It stands in the sentence of the cue and outside of content and source, nearest to the cue, and no
    semicolon or full stop lies between: "told X on May 6 that", "On Tuesday, the ministry said".
    Lengths and sets are no such times.
    """
    if not cue:
        return None
    close = [one for one in times if _says_when(text, one, source, cue, content, sentence, language)]
    return min(close, key=lambda one: _gap(one.span, cue), default=None)


def _says_when(
    text: str, time: TimeExpression, source: Spans, cue: Spans, content: Spans, sentence: Span, language: str
) -> bool:
    span = time.span
    inside = any(part.overlaps(span) for part in (*content, *source))
    if time.duration or (time.first is None and not time.relative) or inside or not sentence.contains(span):
        return False
    anchor = min(cue, key=lambda part: _gap(span, (part,)))
    between = text[min(span.end, anchor.end) : max(span.start, anchor.start)]
    far = len(between) > CUE_REACH_CHARS or re.search(r"[;:.!?]\s", between) is not None
    return not far and not _of_another_clause(text, span, anchor, source, content, language)


def _of_another_clause(
    text: str, span: Span, cue: Span, source: Spans, content: Spans, language: str
) -> bool:
    """Whether the time belongs to another verb than the cue.

    So in "told us on May 6 that it *denied*", "on May 6 rejected *reports*", "came on May 6, *citing*" and
    "{vanished} in 2024, she *said*".
    """
    lean = load(language, "time")["lean"]
    if span.end <= cue.start:
        between = _outside(text, Span(span.end, cue.start), source)
        trailing = text.startswith(",", span.end) and any(part.end <= span.start for part in content)
        words = [word for word in WORD.findall(between.lower()) if word != ","]
        verb = _has_past_verb(between, lean)
        hanging = re.fullmatch(r"[^\W\d_]+ing", WORD_ALONE.split(text[cue.start : cue.end])[0]) is not None
        return verb or hanging or trailing or not set(words).isdisjoint(lean["subordinate"])
    behind = max((part.end for part in content if cue.end < part.end <= span.start), default=None)
    if behind is not None and _has_past_verb(text[behind : span.start], lean):
        return True  # "has promised to open it by May, a pledge it first made | in 2029"
    between = _outside(text, Span(cue.end, span.start), source)
    return not set(WORD.findall(between.lower())).isdisjoint(lean["subordinate"])


def _has_past_verb(words: str, lean: Mapping[str, Sequence[str]]) -> bool:
    found = WORD.findall(words.lower())
    return any(word in lean["back"] or (word.endswith("ed") and len(word) > 4) for word in found)


def _outside(text: str, span: Span, source: Spans) -> str:
    """The words of a span but for those of the source."""
    for part in source:
        if span.contains(part):
            return text[span.start : part.start] + " " + text[part.end : span.end]
    return text[span.start : span.end]


def _gap(span: Span, others: Spans) -> int:
    return min(max(span.start - other.end, other.start - span.end, 0) for other in others)
