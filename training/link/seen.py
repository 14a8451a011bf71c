"""What the reader makes of a folder of reports: propositions that may join a claim, as linking sees them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.ingest import Defaults, read_path
from sayso.link.encoder import Encoder
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.model import Document, Spans
from sayso.pipeline import read_document
from sayso.read.reader import Reader
from sayso.reference.gazetteer import load_gazetteer


class Seen(NamedTuple):
    """The propositions of one report, each with where it stands; `name` is that of its file."""

    name: str
    document: Document
    marks: tuple[tuple[Mark, Spans], ...]


def seen(folder: Path, reader: Reader, encoder: Encoder | None) -> Iterator[Seen]:
    """The Markdown files of a folder, in the order of their names; without an encoder no vectors."""
    gazetteer = load_gazetteer()
    for path in sorted(folder.glob("*.md")):
        (document,) = (one for one in read_path(str(path), Defaults()) if isinstance(one, Document))
        statements = read_document(document, reader).statements
        spans = {p.id: p.spans for s in statements for p in s.propositions}
        marks = marks_of(document, statements, encoder, gazetteer)
        yield Seen(path.stem, document, tuple((mark, spans.get(mark.proposition, ())) for mark in marks))
