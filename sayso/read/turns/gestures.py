"""Answers without words of their own: "asked whether P, he shook his head" denies that P."""

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
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans

P_GESTURE = 0.7
YES = CueReading(lemma="say yes")
NO = CueReading(lemma="say no", act="deny", negates=True)
_either = partial(either, "gestures")


def with_gestures(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where a nod or a "no" to a question says, or denies, what was asked.

    What a finder made of the gesture and the question gives way. Linear.
    """
    own = [one for sentence in sentences for one in _gestures(text, sentence, language)]
    if not own:
        return list(found)
    gone = row_of_spans(span for one in own for span in (*one.relation.cue, _asked(one)))
    return [*(a for a in found if not any(overlapping(gone, cue) for cue in a.relation.cue)), *own]


def _asked(one: Attribution) -> Span:
    """Where the question stands, with "asked whether" before it."""
    content = one.relation.content[0]
    return Span(max(0, content.start - len("when asked whether ")), content.start)


def _gestures(text: str, sentence: Span, language: str) -> list[Attribution]:
    printed = text[sentence.start : sentence.end].lower()
    if not any(word in printed for word in load(language, "gestures")["asked"][:1]):
        return []
    for pattern in _patterns(language):
        match = pattern.match(text, sentence.start, sentence.end)
        if match:
            return [_answer(text, match)]
    return []


def _answer(text: str, match: re.Match[str]) -> Attribution:
    what, who = trim(text, Span(*match.span("what"))), trim(text, Span(*match.span("who")))
    cue = Span(*match.span("yes" if match["yes"] else "no"))
    relation = Relation(source=(who,), cue=(cue,), content=(what,), p_relation=P_GESTURE)
    return Attribution(relation=relation, cue=YES if match["yes"] else NO)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """ "Asked whether P, X nodded.", "X nodded when asked whether P.", "“No,” X said when asked if P." """
    asked = (
        rf"(?:{_either(language, 'asked')})\s+(?:{_either(language, 'whether')})\s+(?P<what>[^.;!?“”\"]+?)"
    )
    answer = rf"(?:(?P<yes>{_either(language, 'agreeing')})|(?P<no>{_either(language, 'refusing')}))"
    who = r"(?P<who>(?:[\w’'-]+\s+){0,6}?[\w’'-]+)"
    said = _either(language, "said")
    word = rf"(?:(?P<yes>{_either(language, 'agreed')})|(?P<no>{_either(language, 'refused')}))"
    quoted = rf"[“\"]{word}[,.!]?[”\"]\s+{who}\s+(?:{said})"
    end = r"\s*[.!]?[”\"]?\s*\Z"
    return tuple(
        re.compile(pattern + end, re.IGNORECASE)
        for pattern in (
            rf"{asked},\s+{who}\s+{answer}",
            rf"{who}\s+{answer},?\s+{asked}",
            rf"{quoted},?\s+{asked}",
        )
    )
