"""True of strings: sentences and words with their places; language-free and offset-safe."""

from sayso.text.notes import without_note
from sayso.text.numbers import is_clock, number_around
from sayso.text.places import Cover, Grid, overlapping, row_of_spans
from sayso.text.sentences import paragraphs, sentence_of, sentences
from sayso.text.words import WORD, words

__all__ = [
    "WORD",
    "Cover",
    "Grid",
    "is_clock",
    "number_around",
    "overlapping",
    "paragraphs",
    "row_of_spans",
    "sentence_of",
    "sentences",
    "without_note",
    "words",
]
