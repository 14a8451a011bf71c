"""What linking sees of one document: marks, keys, reports and a sketch, made from that document alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.link.anchors import anchor_bands
from sayso.link.correction_bands import own_bands
from sayso.link.encoder import Encoder, load_encoder
from sayso.link.keys import keys_of
from sayso.link.marks import marks_of
from sayso.link.reports import reports_of
from sayso.link.sketches import bands_of, sketch_of
from sayso.model import Document, Statement
from sayso.reference.gazetteer import Gazetteer, load_gazetteer
from sayso.store import DocumentViews


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """What is needed to look at a document: the encoder (None: words only) and the gazetteer."""

    encoder: Encoder | None
    gazetteer: Gazetteer

    def views(self, document: Document, statements: Sequence[Statement]) -> DocumentViews:
        """What the store keeps of a document for linking; nothing for a document without a text."""
        if not document.text.strip():
            return DocumentViews()
        marks = marks_of(document, statements, self.encoder, self.gazetteer)
        reports = reports_of(document, statements, self.gazetteer)
        sketch = sketch_of(document, statements, owner=self._owner(document.publisher))
        bands = {*bands_of(sketch), *own_bands(sketch), *anchor_bands(marks)}
        return DocumentViews(
            marks=tuple((mark.proposition, msgspec.msgpack.encode(mark)) for mark in marks),
            keys=tuple((key, mark.proposition) for mark in marks for key in keys_of(mark)),
            reports=tuple((report.statement, msgspec.msgpack.encode(report)) for report in reports),
            sketch=msgspec.msgpack.encode(sketch),
            bands=tuple(sorted(bands)),
        )

    def _owner(self, publisher: str | None) -> str:
        entry = self.gazetteer.lookup(publisher) if publisher else None
        return entry.owner if entry else ""


def make_viewer() -> Viewer:
    """The viewer of this process; the encoder's weights are loaded at its first use."""
    return Viewer(encoder=load_encoder(), gazetteer=load_gazetteer())


@cache
def viewer() -> Viewer:
    """The viewer of this process, made once."""
    return make_viewer()
