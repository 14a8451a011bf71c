"""Handing the ledger on: choose a format and a part, read what is lost, keep the file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkstemp

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from sayso.errors import UsageError
from sayso.pipeline.exporting import FORMATS, Selection, file_name
from sayso.web.asked import Asked
from sayso.web.routing import page


def export(asked: Asked) -> Response:
    """The page: which formats there are, what each holds and loses, for all or for a part."""
    selection = _selection(asked)
    exposed = None if selection.whole else asked.kept(
        ("exposed", selection), lambda: asked.ledger.exposed(selection)
    )  # fmt: skip
    return asked.show(
        "export.html", formats=FORMATS.values(), selection=selection, exposed=exposed,
        chosen=dict(asked.query),
    )  # fmt: skip


def file(asked: Asked) -> Response:
    """The file, as an attachment. It is made whole before it is sent, so that none comes as a half."""
    name = asked.query.get("as", "")
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there is {', '.join(FORMATS)}")
    selection = _selection(asked)
    coarse = asked.query.get("coarse") == "on"
    place = _written(asked.ledger.export(name, selection, coarse=coarse))
    return FileResponse(
        place, media_type=FORMATS[name].media_type, filename=file_name(name, selection),
        background=BackgroundTask(place.unlink, missing_ok=True),
    )  # fmt: skip


def _selection(asked: Asked) -> Selection:
    return Selection(
        claims=tuple(asked.query.getlist("claim")), documents=tuple(asked.query.getlist("document")),
        source=asked.query.get("source") or None, subject=asked.query.get("subject", ""), as_of=asked.as_of,
    )  # fmt: skip


def _written(pieces: Iterable[bytes]) -> Path:
    handle, name = mkstemp(prefix="sayso-")
    try:
        with os.fdopen(handle, "wb") as made:
            for piece in pieces:
                made.write(piece)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


ROUTES = [page("/export", export), page("/export/file", file, keeps=False)]
