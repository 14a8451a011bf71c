"""What holds for the statements of every document, whatever is in it: each broken law in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.model import (
    Document,
    Spans,
    Statement,
    covers,
    proposition_id,
    statement_id,
    touches,
    words_at,
)
from sayso.read.cues.finding import read_cue
from sayso.read.layout.furniture import furniture
from sayso.text import paragraphs


def broken_laws(document: Document, statements: Sequence[Statement]) -> list[str]:
    """The laws that the statements of a document break, each with the statement; [] for none."""
    found = [
        f"{law}: {one.id} {one.content.text[:60]!r}" for one in statements for law in _of_one(document, one)
    ]
    return [*found, *_of_all(document, statements)]


def _of_one(document: Document, one: Statement) -> Iterator[str]:
    yield from _verbatim(document.text, one)
    yield from _of_propositions(document.text, one)
    spans = (*one.source.spans, *(one.cue.spans if one.cue else ()), *one.content.spans)
    left_out = furniture(document.text, paragraphs(document.text))
    if touches(spans, (*left_out, *document.furniture)):
        yield "a statement in furniture"
    if not spans:
        yield "a statement that is nowhere in the text"
    if one.id != statement_id(
        document.id, one.source.spans, one.cue.spans if one.cue else (), one.content.spans
    ):
        yield "an id that is not made of the statement's spans"
    if one.cue and touches(one.cue.spans, one.content.spans):
        yield "a cue inside its own content"
    if one.cue and one.act != one.cue.act:
        yield "an act that is not the cue's"
    if not 0 <= one.confidence <= 1:
        yield "a confidence outside of [0, 1]"
    if document.publisher and one.chain[:1] != (document.publisher,):
        yield "a chain that does not start with the publisher"
    yield from _of_source(one)


def _of_source(one: Statement) -> Iterator[str]:
    hearsay = one.cue is not None and read_cue(one.cue.text).voice == "hearsay"
    if (hearsay or one.source.kind == "author") and one.source.spans:
        yield "hearsay, or the author, with a printed source"
    if hearsay and (one.source.kind != "unspecified" or one.evidentiality != "reportative"):
        yield "hearsay that is not reportative, or of a source"
    if one.source.kind == "author" and one.source.anonymous:
        yield "an anonymous author"
    if one.cue is None and one.source.kind != "author":
        yield "no cue, and not the author's voice"


def _verbatim(text: str, one: Statement) -> Iterator[str]:
    parts = {
        "source": one.source,
        "content": one.content,
        "cue": one.cue,
        "medium": one.medium,
        "said": one.said,
    }
    for name, part in parts.items():
        if part is not None and not _is_at(text, part.spans, part.text):
            yield f"{name} is not verbatim {part.spans}"


def _of_propositions(text: str, one: Statement) -> Iterator[str]:
    for part in one.propositions:
        if not part.spans or not _is_at(text, part.spans, part.text):
            yield "a proposition is not verbatim"
        if not covers(one.content.spans, part.spans):
            yield "a proposition outside of the content"
        if part.id != proposition_id(one.id, part.spans):
            yield "a proposition's id that is not made of its spans"
        for when in part.times:
            if not _is_at(text, when.spans, when.text) or not covers(part.spans, when.spans):
                yield "a time that is not verbatim in its proposition"
            if when.from_ and when.to and when.from_ > when.to:
                yield "a time that ends before it begins"
    if bool(one.propositions) != any(c.isalnum() for c in one.content.text):
        yield "content without a proposition, or the other way round"


def _is_at(text: str, spans: Spans, words: str) -> bool:
    """In bounds, not empty, in order, disjoint, and the words are those printed there."""
    inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    return inside and all(a.end <= b.start for a, b in pairwise(spans)) and words_at(text, spans) == words


def _of_all(document: Document, statements: Sequence[Statement]) -> Iterator[str]:
    ids = [one.id for one in statements]
    parents = {one.id: one.within for one in statements}
    if len(set(ids)) != len(ids):
        yield "one id twice"
    if any(one.document != document.id or one.input != document.input for one in statements):
        yield "a statement of another document"
    for one in statements:
        if one.within is not None and one.within not in parents:
            yield f"within a statement that is not there: {one.id}"
        elif _is_inside_itself(one.id, parents):
            yield f"inside itself: {one.id}"
    propositions = [part.id for one in statements for part in one.propositions]
    if len(set(propositions)) != len(propositions):
        yield "one proposition's id twice"
    homes = [one.sentence for one in statements]
    if homes != sorted(homes):
        yield "not in reading order"


def _is_inside_itself(start: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return at is not None
