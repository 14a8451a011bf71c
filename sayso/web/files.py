"""An export as a file to keep: made whole before it is sent, so that none comes as a half."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from zipfile import ZipFile

from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from sayso.pipeline.exporting import FORMATS, Selection, file_name

COPY = "sayso.db"  # what the ledger is called in a copy


def export_file(ledger: Ledger, format: str, selection: Selection, *, coarse: bool) -> FileResponse:
    """A selection of the ledger as an attachment. UsageError for what is not there, the format included."""
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; there is {', '.join(FORMATS)}")
    place = _written(ledger.export(format, selection, coarse=coarse))
    return FileResponse(
        place, media_type=FORMATS[format].media_type, filename=file_name(format, selection),
        background=BackgroundTask(place.unlink, missing_ok=True),
    )  # fmt: skip


def backup_file(ledger: Ledger) -> FileResponse:
    """A copy of the ledger as it is at one moment, with its originals, as an attachment: one ZIP."""
    handle, name = mkstemp(prefix="sayso-")
    os.close(handle)
    place = Path(name)
    try:
        with TemporaryDirectory(prefix="sayso-") as folder, ZipFile(place, "w") as made:
            ledger.backup(Path(folder, COPY))
            for one in sorted(Path(folder).rglob("*")):
                if one.is_file():
                    made.write(one, one.relative_to(folder))
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return FileResponse(
        place, media_type="application/zip", filename="sayso-backup.zip",
        background=BackgroundTask(place.unlink, missing_ok=True),
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
