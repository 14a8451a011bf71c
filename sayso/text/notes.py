"""Marks of footnotes that stand straight behind a sentence: "in 2024.[31] Another", "in 2024.¹ Another"."""

import re
from collections.abc import Collection

from sayso.model import Span

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
BRACKETED = re.compile(rf"(?:\[\d{{1,3}}\]){{1,6}}|[{RAISED}]{{1,4}}(?:[,⁻][{RAISED}]{{1,4}}){{0,4}}")
PLAIN = re.compile(r"\d{1,3}(?=\s|\Z)")
CLOSERS = "\"'”’»)]"
YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
LONG_WORD_CHARS = 4  # "p.31", "Art.5" are no sentences with a note
WORD_CHARS = 24
NOTE_CHARS = 30


def note_end(text: str, stop: int, end: int, abbreviations: Collection[str] = ()) -> int:
    """Where the marks end that stand at `end`, straight behind a stop at `stop` and what it closes.

    `end` itself where there are none. Bare digits are a mark only behind a year, a word of four letters or
    more that is no abbreviation, or a closing quotation mark, and before white space: not in "2.5".
    """
    marked = BRACKETED.match(text, end)
    if marked is not None:
        return marked.end()
    plain = PLAIN.match(text, end)
    if plain is None or text[stop : stop + 1] not in ".!?":
        return end
    before = text[max(0, stop - WORD_CHARS) : stop]
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    closed = end > stop + 1 and text[end - 1] in CLOSERS
    long = len(word) >= LONG_WORD_CHARS and word.isalpha() and word.lower() not in abbreviations
    return plain.end() if closed or long or YEAR.match(word) else end


def without_note(text: str, span: Span) -> Span:
    """The span without the mark of a note behind its last stop: "eleven. | [32]"."""
    tail = text[max(span.start, span.end - NOTE_CHARS) : span.end]
    stop = max(tail.rfind(mark) for mark in ".!?…")
    if stop < 0:
        return span
    first = span.end - len(tail) + stop
    end = first + 1
    while end < span.end and text[end] in CLOSERS:
        end += 1
    return Span(span.start, end) if end < span.end and note_end(text, first, end) == span.end else span
