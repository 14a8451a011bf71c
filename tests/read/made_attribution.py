"""Makes an attribution from a source, a cue and a content that stand in a row."""

from sayso.model import Source, SourceKind, Span
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation


def attributed(source: str, cue: str, content: str) -> tuple[str, Attribution, Source]:
    """A text of the three parts in a row, its attribution and its source."""
    text = f"{source} {cue} {content}"
    at = len(source) + 1
    start = at + len(cue) + 1
    reading = read_cue(cue) if cue else None
    relation = Relation(
        source=(Span(0, len(source)),) if source else (),
        cue=(Span(at, at + len(cue)),) if cue else (),
        content=(Span(start, len(text)),),
        voice="source" if source else "author",
    )
    kind: SourceKind = "person" if source else "author"
    spans = relation.source
    return text, Attribution(relation=relation, cue=reading), Source(
        spans=spans, text=source, name=source, kind=kind
    )  # fmt: skip
