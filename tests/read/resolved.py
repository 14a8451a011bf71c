"""Phrases of a text, resolved: for the tests of whom a printed source stands for."""

from sayso.lang import abbreviations
from sayso.model import Source, Span
from sayso.read.relation import Relation
from sayso.read.sources.resolution import resolve
from sayso.text import sentences
from tests.read.small_gazetteer import SmallGazetteer


def relation(text: str, source: str, nth: int = 0, cue: str = "said") -> Relation:
    """The relation of the nth (from 0) place where `source` stands; what follows the cue is said."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(source, at + 1)
    start = text.index(cue, at + len(source))
    end = text.find(".", start)
    return Relation(
        source=(Span(at, at + len(source)),),
        cue=(Span(start, start + len(cue)),),
        content=(Span(start + len(cue) + 1, end if end > 0 else len(text)),),
    )


def sources(
    text: str, *printed: str | tuple[str, int], publisher: str | None = "The Harrow Post"
) -> tuple[Source, ...]:
    """The sources of the phrases (each with which of its places is meant), resolved in `text`."""
    wanted = [(one, 0) if isinstance(one, str) else one for one in printed]
    relations = [relation(text, words, nth) for words, nth in wanted]
    return resolve(text, relations, sentences(text, abbreviations("en")), publisher, SmallGazetteer(), "en")


def names(text: str, *printed: str | tuple[str, int], publisher: str | None = "The Harrow Post") -> list[str]:
    """The names of those sources."""
    return [source.name for source in sources(text, *printed, publisher=publisher)]
