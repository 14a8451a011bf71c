"""Sentences of the draft that are printed nearly so, but for a number: slips, whether linked or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso.check.making import made
from sayso.check.matter import Matter
from sayso.check.quotes import Words, folded, worded
from sayso.check.told import placed, short
from sayso.lang.loading import load
from sayso.model import Document, Evidence, Finding, Span

ALIKE = 0.8
FEWEST_WORDS = 8


def other_numbers(matter: Matter, parts: Sequence[Span], folded_texts: Sequence[Words]) -> Iterator[Finding]:
    """One finding for each number of the draft in whose place every nearly equal sentence has another one."""
    for sentence in parts:
        spans = worded(matter.document.text, sentence)
        mine = [folded(matter.document.text[span.start : span.end]) for span in spans]
        if len(mine) < FEWEST_WORDS or not any(is_number(word, matter.language) for word in mine):
            continue
        yield from _in_sentence(matter, sentence, spans, mine, folded_texts)


def _in_sentence(
    matter: Matter, sentence: Span, spans: Sequence[Span], mine: Sequence[str], texts: Sequence[Words]
) -> Iterator[Finding]:
    quote = matter.document.text[sentence.start : sentence.end]
    others: dict[int, tuple[int, Span, str]] = {}
    kept: set[int] = set()
    for number, text in enumerate(texts):
        near = text.nearest(quote)
        if near is None or near.likeness < ALIKE:
            continue
        theirs = [folded(text.text[s.start : s.end]) for s in worded(text.text, near.span)]
        for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
            if tag == "equal":
                kept.update(range(a, b))
            elif (b - a, d - c) == (1, 1) and all(
                is_number(w, matter.language) for w in (mine[a], theirs[c])
            ):
                others.setdefault(a, (number, near.span, theirs[c]))
    for place, (number, span, word) in sorted(others.items()):
        if place not in kept:
            yield _finding(matter, sentence, spans[place], matter.texts[number], span, word)


def _finding(matter: Matter, sentence: Span, own: Span, document: Document, span: Span, word: str) -> Finding:
    printed = document.text[span.start : span.end]
    evidence = Evidence(
        statement=None, document=document.id, publisher=document.publisher, published=document.published,
        source="", text=printed,
    )  # fmt: skip
    where = f"“{short(printed)}” ({placed(evidence)})"
    mine = matter.document.text[own.start : own.end]
    why = f"the draft has “{mine}” where a sentence that is nearly the same has “{word}”: {where}."
    return made(matter, "number", sentence, (own,), why, evidence=(evidence,), perhaps=True)


def _numbers(a: str, b: str, language: str) -> bool:
    return is_number(a, language) and is_number(b, language)


def is_number(word: str, language: str) -> bool:
    """Whether a folded word is a number, in digits or spelt out."""
    known = load(language, "linking")["number_words"]["words"]
    return word[:1].isdigit() or all(part in known for part in word.split("-"))
