"""Relations for tests, written by the words that they stand on."""

from sayso.model import Span
from sayso.read.relation import Relation


def at(text: str, words: str, nth: int = 1) -> tuple[Span, ...]:
    """Where words stand for the nth time; () for none."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return (Span(start, start + len(words)),) if words else ()


def relation(text: str, source: str, cue: str, content: str) -> Relation:
    """A relation whose source, cue and content stand where the words stand first."""
    return Relation(source=at(text, source), cue=at(text, cue), content=at(text, content))
