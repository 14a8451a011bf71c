"""Adds the files that were dropped on a page: kept for a moment under plain names, read in their turn."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

from starlette.datastructures import UploadFile
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.web.asked import Asked, day
from sayso.web.jobs import Job
from sayso.web.routing import action
from sayso.web.serving import Serving
from sayso.web.working import set_going

MOST_SUFFIX_CHARS = 12


def add(asked: Asked) -> Response:
    """Takes the files in, and leads to the page that follows the addition."""
    published = day(asked.written("published"), "published")
    job = begin(asked.serving, asked.files("files"), asked.written("publisher") or None, published)
    return asked.done(f"/jobs/{job.id}")


def begin(
    serving: Serving, files: Sequence[UploadFile], publisher: str | None, published: str | None, *,
    language: str | None = None, rules: bool = False,
) -> Job:  # fmt: skip
    """The job that reads some files in its turn. Raises UsageError where there are none."""
    if not files:
        raise UsageError("no file was given: choose one or drop it on the page")
    folder = Path(mkdtemp(prefix="sayso-"))
    names: dict[str, str] = {}
    for number, file in enumerate(files, start=1):
        path = folder / f"{number:04d}{suffix(file.filename or '')}"
        with path.open("wb") as kept:
            shutil.copyfileobj(file.file, kept)
        names[str(path)] = file.filename or path.name
    job = serving.jobs.begin(len(files))
    set_going(
        serving, job,
        lambda ledger: ledger.add(
            *names, names=names, publisher=publisher, published=published, language=language, rules=rules
        ),
        after=lambda: shutil.rmtree(folder, ignore_errors=True),
    )  # fmt: skip
    return job


def suffix(name: str) -> str:
    """The ending of a name, which tells the format; nothing else of the name reaches the disk."""
    ending = "".join(PurePosixPath(name.replace("\\", "/")).suffixes[-2:]).lower()
    plain = ending.isascii() and ending.replace(".", "").isalnum() and len(ending) <= MOST_SUFFIX_CHARS
    return ending if plain else PurePosixPath(name).suffix.lower() if _is_plain(name) else ""


def _is_plain(name: str) -> bool:
    ending = PurePosixPath(name).suffix[1:]
    return ending.isascii() and ending.isalnum() and len(ending) <= MOST_SUFFIX_CHARS


ROUTES: Sequence[object] = [action("/add", add, writes=False)]
