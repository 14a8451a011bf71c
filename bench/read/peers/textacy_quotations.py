"""textacy's `direct_quotations` on spaCy's parse; it gives up on texts with unclosed quotation marks."""

from collections.abc import Iterable
from typing import Any

from bench.read.peers.spacy_model import NotInstalled, pipeline
from bench.read.scoring import Attributed
from bench.read.systems import Finder
from sayso.model import Span

NAME = "textacy direct_quotations"


def make(failures: set[str]) -> Finder:
    """The finder; each text that it fails on is added to `failures` and has no relations."""
    nlp = pipeline()
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError as error:
        raise NotInstalled("textacy") from error

    def find(text: str) -> list[Attributed]:
        try:
            return [_relation(triple) for triple in direct_quotations(nlp(text))]
        except (ValueError, IndexError):
            failures.add(text)
            return []

    return find


def _relation(triple: Any) -> Attributed:
    content = Span(triple.content.start_char, triple.content.end_char)
    return Attributed(source=_whole(triple.speaker), cue=_whole(triple.cue), content=(content,))


def _whole(tokens: Iterable[Any]) -> tuple[Span, ...]:
    places = [(token.idx, token.idx + len(token)) for token in tokens]
    return (Span(min(start for start, _ in places), max(end for _, end in places)),) if places else ()
