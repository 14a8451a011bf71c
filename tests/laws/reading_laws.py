"""What holds for our own readings of every document, whatever is in it: each broken law in words."""

from collections.abc import Iterator, Sequence

from sayso.model import Document, Statement, touches
from sayso.plugins.laws import broken_by, broken_together
from sayso.read.cues.finding import read_cue
from sayso.read.layout.furniture import furniture
from sayso.text import paragraphs


def broken_laws(document: Document, statements: Sequence[Statement]) -> list[str]:
    """The laws that the statements of a document break, each with the statement; [] for none.

    Those of every reader (`sayso.plugins.laws`), and two more of our own: furniture, and hearsay.
    """
    found = [
        f"{law}: {one.id} {one.content.text[:60]!r}"
        for one in statements
        for law in (*broken_by(document, one), *_of_ours(document, one))
    ]
    return [*found, *broken_together(statements)]


def _of_ours(document: Document, one: Statement) -> Iterator[str]:
    spans = (*one.source.spans, *(one.cue.spans if one.cue else ()), *one.content.spans)
    left_out = furniture(document.text, paragraphs(document.text))
    if touches(spans, (*left_out, *document.furniture)):
        yield "a statement in furniture"
    hearsay = one.cue is not None and read_cue(one.cue.text).voice == "hearsay"
    if hearsay and (one.source.spans or one.source.kind != "unspecified"):
        yield "hearsay of a source"
    if hearsay and one.evidentiality != "reportative":
        yield "hearsay that is not reportative"
