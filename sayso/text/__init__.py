"""True of strings: sentences and words with their places; language-free and offset-safe."""

from sayso.text.places import Cover, Grid, overlapping, row_of_spans
from sayso.text.sentences import paragraphs, sentence_of, sentences
from sayso.text.words import WORD, words

__all__ = [
    "WORD",
    "Cover",
    "Grid",
    "overlapping",
    "paragraphs",
    "row_of_spans",
    "sentence_of",
    "sentences",
    "words",
]
