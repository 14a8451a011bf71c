"""Sentences of the draft that are printed nearly so, but for a number, a day or a hedge: slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sayso.check.making import made
from sayso.check.matter import Matter
from sayso.check.twins import Change, Sentence, Twin
from sayso.check.words import first, has, lowered
from sayso.lang.loading import load
from sayso.model import Finding, Span

SLIP = 0.8
Amiss = Literal["number", "date"]


def other_numbers(matter: Matter, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """One finding for each number or day in whose place every nearly equal sentence has another one."""
    for sentence in sentences:
        near = [twin for twin in sentence.twins if twin.likeness >= SLIP]
        kept = {place for twin in near for place in twin.kept}
        seen: set[int] = set()
        for twin in near:
            for change in twin.changes:
                kind = _slip(sentence, change, matter.language)
                place = change.mine.start
                if kind and place not in kept and place not in seen:
                    seen.add(place)
                    yield _finding(matter, kind, sentence, change, twin)


def _slip(sentence: Sentence, change: Change, language: str) -> Amiss | None:
    """What a change of one word is: another number, another day, or neither."""
    if (len(change.mine), len(change.theirs)) != (1, 1):
        return None
    place, theirs = change.mine.start, change.theirs[0]
    mine = sentence.folded[place]
    calendar = frozenset(load(language, "checking")["calendar"]["words"])
    if mine in calendar and theirs in calendar:
        return "date"
    if not (is_number(mine, language) and is_number(theirs, language)):
        return None
    beside = sentence.folded[max(0, place - 1) : place + 2]
    dated = any(word in calendar for word in beside) or (_is_year(mine) and _is_year(theirs))
    return "date" if dated else "number"


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}


def _finding(matter: Matter, kind: Amiss, sentence: Sentence, change: Change, twin: Twin) -> Finding:
    own = sentence.words[change.mine.start]
    mine = matter.document.text[own.start : own.end]
    why = f"the draft has “{mine}” where a sentence that is nearly the same has “{change.theirs[0]}”"
    return made(
        matter,
        kind,
        sentence.span,
        (own,),
        f"{why}: {twin.shown()}.",
        evidence=(twin.evidence(),),
        perhaps=True,
    )


def is_number(word: str, language: str) -> bool:
    """Whether a folded word is a number, in digits or spelt out."""
    known = load(language, "linking")["number_words"]["words"]
    return word[:1].isdigit() or all(part in known for part in word.split("-"))


def dropped_hedges(matter: Matter, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """One finding for a sentence that lacks the hedge which every nearly equal sentence has."""
    for sentence in sentences:
        text = matter.document.text[sentence.span.start : sentence.span.end]
        if _hedge(text, matter.language) or has(text, "open_questions", matter.language):
            continue
        lost = [(twin, _lost(twin, matter.language)) for twin in sentence.twins]
        if not all(hedge for _, hedge in lost):
            continue
        twin, hedge = max(lost, key=lambda pair: pair[0].likeness)
        why = f"“{hedge}” stands in a sentence that is nearly the same, and not here: {twin.shown()}."
        yield made(
            matter, "lost-hedge", sentence.span, (_whole(sentence),), why, evidence=(twin.evidence(),),
            perhaps=True,
        )  # fmt: skip


def _whole(sentence: Sentence) -> Span:
    return Span(sentence.words[0].start, sentence.words[-1].end)


def _lost(twin: Twin, language: str) -> str:
    """The hedge among the printed words that the draft does not have; "" for none."""
    return next((hedge for c in twin.changes if (hedge := _hedge(" ".join(c.theirs), language))), "")


def _hedge(text: str, language: str) -> str:
    found = first(text, "hedges", language)
    return found or next((word for word in lowered(text) if word in weak_forms(language)), "")


def weak_forms(language: str) -> frozenset[str]:
    """The words of a sayer who is not believed outright, in their forms: claim, claims, claimed."""
    return frozenset(load(language, "checking")["weak"]["words"])
