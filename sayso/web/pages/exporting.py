"""Handing the ledger on: choose a format and a part, read what is lost, keep the file."""

from __future__ import annotations

from starlette.responses import Response

from sayso.pipeline.exporting import FORMATS, Selection
from sayso.show.exports.formats import Format
from sayso.web.asked import Asked
from sayso.web.files import export_file
from sayso.web.routing import page

FIRST = ("docx", "xlsx", "pack", "csv")  # what a desk opens stands before what programs read


def export(asked: Asked) -> Response:
    """The page: which formats there are, what each holds and loses, for all or for a part."""
    selection = _selection(asked)
    exposed = None if selection.whole else asked.kept(
        ("exposed", selection), lambda: asked.ledger.exposed(selection)
    )  # fmt: skip
    return asked.show(
        "export.html", formats=_ordered(), selection=selection, exposed=exposed,
        chosen=dict(asked.query),
    )  # fmt: skip


def _ordered() -> list[Format]:
    return [*(FORMATS[name] for name in FIRST), *(one for one in FORMATS.values() if one.name not in FIRST)]


def file(asked: Asked) -> Response:
    """The file, as an attachment."""
    coarse = asked.query.get("coarse") == "on"
    return export_file(asked.ledger, asked.query.get("as", ""), _selection(asked), coarse=coarse)


def _selection(asked: Asked) -> Selection:
    return Selection(
        claims=tuple(asked.query.getlist("claim")), documents=tuple(asked.query.getlist("document")),
        source=asked.query.get("source") or None, subject=asked.query.get("subject", ""), as_of=asked.as_of,
    )  # fmt: skip


ROUTES = [page("/export", export), page("/export/file", file, keeps=False)]
