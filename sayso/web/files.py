"""An export as a file to keep: made whole before it is sent, so that none comes as a half."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
    return _sent(place, FORMATS[format].media_type, file_name(format, selection))


def backup_file(ledger: Ledger) -> FileResponse:
    """A copy of the ledger as it is at one moment, with its originals, as an attachment: one ZIP."""
    with (
        _whole_or_gone() as place,
        TemporaryDirectory(prefix="sayso-") as folder,
        ZipFile(place, "w") as made,
    ):
        ledger.backup(Path(folder, COPY))
        for one in sorted(Path(folder).rglob("*")):
            if one.is_file():
                made.write(one, one.relative_to(folder))
    return _sent(place, "application/zip", "sayso-backup.zip")


def _written(pieces: Iterable[bytes]) -> Path:
    with _whole_or_gone() as place, place.open("wb") as made:
        made.writelines(pieces)
    return place


@contextmanager
def _whole_or_gone() -> Iterator[Path]:
    """A place for a file, which is deleted where writing it is broken off."""
    handle, name = mkstemp(prefix="sayso-")
    os.close(handle)
    place, whole = Path(name), False
    try:
        yield place
        whole = True
    finally:
        if not whole:
            place.unlink(missing_ok=True)


def _sent(place: Path, media_type: str, name: str) -> FileResponse:
    """The file as an attachment; it is deleted when it was sent."""
    gone = BackgroundTask(place.unlink, missing_ok=True)
    return FileResponse(place, media_type=media_type, filename=name, background=gone)
