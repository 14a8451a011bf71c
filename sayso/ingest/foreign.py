"""Parts of a text that are in another language than the text: found by letters, then by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.errors import Problem
from sayso.ingest.language import SAMPLE_CHARS, common_words, other_language
from sayso.lang import LANGUAGES
from sayso.model import Span
from sayso.text import WORD, paragraphs

LATIN = ((0x0, 0x24F), (0x1E00, 0x1EFF), (0xFF21, 0xFF5A))
FEWEST_LETTERS = 100  # what is shorter may be a name or a title, and is left alone
LEAST_SHARE = 0.1  # of the letters of a text: less is no part worth a word


def foreign_parts(
    text: str, where: str, *, declared: bool = False
) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """The paragraphs of a text to be read that are in another language, and the problem that they are.

    A paragraph is in another language where most of its letters are not Latin, or where a run of
    paragraphs holds no frequent word of a language that is read and the model is sure of another.
    Whose text is declared to be in a language (`declared`) is taken at his word: only letters count then.
    Runs of fewer than 100 letters are left alone. () and () where nothing is found. Linear.
    """
    others = [p for p in paragraphs(text) if not text[p.start : p.end].isascii() and _other_letters(text, p)]
    in_words = [] if declared else _in_other_words(text, set(others))
    spans = sorted({*others, *in_words})
    count = sum(_letters(text, span) for span in spans)
    if count < FEWEST_LETTERS:
        return tuple(spans), ()
    share = count / _letters(text, Span(0, len(text)))
    if share < LEAST_SHARE:
        return tuple(spans), ()
    what = f"{share:.0%} of the letters are in a language that is not read; read: {', '.join(LANGUAGES)}"
    return tuple(spans), (Problem(where=where, what=what, hint="the other parts were read"),)


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalpha, text[span.start : span.end]))


def _other_letters(text: str, span: Span) -> bool:
    letters = [ord(char) for char in text[span.start : span.end] if char.isalpha()]
    latin = sum(any(low <= point <= high for low, high in LATIN) for point in letters)
    return 2 * latin < len(letters)


def _in_other_words(text: str, known: set[Span]) -> Iterator[Span]:
    """The paragraphs of runs without a frequent word of ours that the model is sure about."""
    for run in _runs(text, known):
        sample = text[run[0].start : run[-1].end][:SAMPLE_CHARS]
        if sum(map(str.isalpha, sample)) >= FEWEST_LETTERS and other_language(sample):
            yield from run


def _runs(text: str, known: set[Span]) -> Iterator[Sequence[Span]]:
    common, run = common_words(), list[Span]()
    for span in paragraphs(text):
        words = [word.lower() for word in WORD.findall(text, span.start, span.end)]
        if span not in known and common.isdisjoint(words):
            run.append(span)
        elif run:
            yield run
            run = []
    if run:
        yield run
