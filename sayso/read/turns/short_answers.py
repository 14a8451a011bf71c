"""Answers that do nothing but reject: "“Lies,” says the ministry", "asked about P, said: “That is a lie”"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.read.turns.called_false import verdict_joined
from sayso.read.turns.verdicts import does_reject, names_words, verdict_pattern
from sayso.text import sentence_of

MOST_QUESTION_CHARS = 240
MOST_BEFORE = 6  # words of what was asked about before the noun that names words: "the latest reports"
TELLING = frozenset({"assert", "believe", "infer", "perceive", "forecast"})
MARKS = r"[“”\"«»\s]*"
ENDS = r"(?:[.!?,;:—–]+[“”\"«»\s]*|[“”\"«»\s]*\Z)"
_either = partial(either, "short_answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """An answer that rejects, what it points with, and where more begins behind it."""

    words: Span
    verdict: Span
    pointer: Span
    end: int
    refuses: bool


def with_short_answers(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where who only says that something is a lie denies it.

    What is denied is asked before it, or said by another in the sentence or the one before; else it is the
    "that" of "that is a lie". What else he says to a question is a statement besides; who goes on without
    one ("“That is a lie. Nine died”") says it all in one. A "no" answers only a question. Near-linear.
    """
    if not sentences:
        return list(found)
    told = sorted((each for each in found if _tells(each)), key=lambda each: max(each.relation.content).end)
    ends = [max(each.relation.content).end for each in told]
    mended: list[Attribution] = []
    for each in found:
        answer = _answer(text, each, language)
        denied = _denied(text, sentences, each, answer, (told, ends), language) if answer else ()
        mended += _parted(text, each, answer, denied) if answer and denied else [each]
    return mended


def _tells(each: Attribution) -> bool:
    cue, relation = each.cue, each.relation
    if cue is None or relation.voice == "author" or not relation.content or not relation.cue:
        return False
    return cue.act in TELLING and not cue.negates


def _answer(text: str, each: Attribution, language: str) -> _Answer | None:
    """What a plain content opens with, where that only rejects something; None for all else."""
    cue, relation = each.cue, each.relation
    if cue is None or relation.voice != "source" or not relation.source or not relation.cue:
        return None
    if cue.act != "assert" or cue.certainty != "CT" or cue.negates or not relation.content:
        return None
    content = relation.content[0]
    match = _rejection(language).match(text, content.start, content.end)
    if match is None:
        return None
    pointer = Span(*match.span("pointer"))
    verdict = Span(*match.span("verdict")) if match["verdict"] else Span(*match.span("words"))
    if match["verdict"] and not does_reject(match["verdict"], language):
        return None
    return _Answer(
        words=Span(*match.span("words")),
        verdict=verdict,
        pointer=pointer,
        end=match.end(),
        refuses=match["refused"] is not None,
    )


def _denied(
    text: str,
    sentences: Sequence[Span],
    each: Attribution,
    answer: _Answer,
    told: tuple[Sequence[Attribution], Sequence[int]],
    language: str,
) -> Spans:
    """What an answer rejects; () where nothing is known to be."""
    place = sentence_of(sentences, each.relation.cue[0].start)
    first = min(answer.words.start, each.relation.cue[0].start, each.relation.source[0].start)
    question = _question(language).match(text, sentences[place].start, first)
    if question:
        reports = any(names_words(word, language) for word in question["what"].lower().split()[:MOST_BEFORE])
        answered = bool(question["whether"]) or (reports and not answer.refuses)
        return (trim(text, Span(*question.span("what"))),) if answered else ()
    if answer.refuses or _rest(text, each, answer):
        return ()
    at = bisect_right(told[1], answer.words.start) - 1
    before = told[0][at] if at >= 0 else None
    near = sentence_of(sentences, answer.words.start) - 1
    if (
        before is not None
        and _is_others(text, before, each)
        and sentence_of(sentences, told[1][at] - 1) >= near
    ):
        return before.relation.content
    return (answer.pointer,) if answer.pointer.start >= 0 else ()


def _is_others(text: str, before: Attribution, each: Attribution) -> bool:
    names = [" ".join(text[a:b] for a, b in one.relation.source).lower() for one in (before, each)]
    return names[0] != names[1]


def _parted(text: str, each: Attribution, answer: _Answer, denied: Spans) -> list[Attribution]:
    """The denial, and what else he says."""
    relation: Relation = each.relation
    cue = each.cue and replace(each.cue, act="deny", negates=True)
    part = answer.verdict if denied == (answer.pointer,) else answer.words
    joined = replace(relation, cue=verdict_joined(text, relation, part), content=denied)
    rest = _rest(text, each, answer)
    others = [replace(each, relation=replace(relation, content=rest))] if rest else []
    return [Attribution(relation=joined, cue=cue), *others]


def _rest(text: str, each: Attribution, answer: _Answer) -> Spans:
    """What else he says."""
    first, *others = each.relation.content
    parts = (trim(text, Span(min(answer.end, first.end), first.end)), *others)
    return tuple(part for part in parts if any(c.isalnum() for c in text[part.start : part.end]))


@cache
def _rejection(language: str) -> re.Pattern[str]:
    """ "That is a blatant lie.", "Lies", "None of it is true", "No", with a mark or nothing behind."""
    pointing, alone, refused, it = (_either(language, n) for n in ("pointing", "alone", "refused", "it"))
    of_that = rf"(?:(?P<pointer>{pointing})|{it})\s+(?P<verdict>{verdict_pattern(language).pattern})"
    words = rf"(?P<words>{of_that}|(?:{alone})|(?P<refused>{refused}))"
    return re.compile(rf"{MARKS}(?:that\s+(?=(?:{pointing}|{it})\b))?{words}{ENDS}", re.IGNORECASE)


@cache
def _question(language: str) -> re.Pattern[str]:
    """ "Asked whether P, ", "when asked about reports that P, "."""
    asked, whether, about = (_either(language, name) for name in ("asked", "whether", "about"))
    what = rf"(?:(?P<whether>{whether})|{about})\s+(?P<what>[^.;!?“”\"\n]{{2,{MOST_QUESTION_CHARS}}}?)"
    return re.compile(
        rf"(?:{asked})\s+(?:[\w’'-]+\s+){{0,6}}?{what},\s+(?=[^,]*\Z|[^,]*,\s*[“\"]?\Z)", re.IGNORECASE
    )
