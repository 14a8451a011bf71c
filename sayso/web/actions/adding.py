"""Adds the files that were dropped on a page: kept for a moment under plain names, read in their turn."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

import msgspec
from starlette.datastructures import UploadFile
from starlette.responses import Response

from sayso.errors import Problem, SaysoError, UsageError
from sayso.pipeline import Ledger
from sayso.pipeline.adding import Added
from sayso.web.asked import Asked, day
from sayso.web.jobs import Job, Step
from sayso.web.routing import action
from sayso.web.serving import Serving

MOST_SUFFIX_CHARS = 12


def add(asked: Asked) -> Response:
    """Takes the files in, and leads to the page that follows the addition."""
    published = day(asked.written("published"), "published")
    job = begin(asked.serving, asked.files("files"), asked.written("publisher") or None, published)
    return asked.done(f"/jobs/{job.id}")


def begin(serving: Serving, files: Sequence[UploadFile], publisher: str | None, published: str | None) -> Job:
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
    serving.held.later(lambda: _run(serving, job, folder, names, publisher, published))
    return job


def suffix(name: str) -> str:
    """The ending of a name, which tells the format; nothing else of the name reaches the disk."""
    ending = "".join(PurePosixPath(name.replace("\\", "/")).suffixes[-2:]).lower()
    plain = ending.isascii() and ending.replace(".", "").isalnum() and len(ending) <= MOST_SUFFIX_CHARS
    return ending if plain else PurePosixPath(name).suffix.lower() if _is_plain(name) else ""


def _is_plain(name: str) -> bool:
    ending = PurePosixPath(name).suffix[1:]
    return ending.isascii() and ending.isalnum() and len(ending) <= MOST_SUFFIX_CHARS


def _run(
    serving: Serving, job: Job, folder: Path, names: dict[str, str], publisher: str | None,
    published: str | None,
) -> None:  # fmt: skip
    """The addition itself, in the thread that writes; whatever ends it is told on its page."""
    job = serving.jobs.put(msgspec.structs.replace(job, state="running"))

    def work(ledger: Ledger) -> None:
        nonlocal job
        for one in ledger.add(*names, names=names, publisher=publisher, published=published):
            job = serving.jobs.put(msgspec.structs.replace(job, steps=(*job.steps, _step(one))))

    try:
        serving.held.write(work)
        job = serving.jobs.put(msgspec.structs.replace(job, state="done"))
    except SaysoError as error:
        serving.jobs.put(msgspec.structs.replace(job, state="failed", error=str(error)))
    except BaseException:
        serving.jobs.put(msgspec.structs.replace(job, state="failed", error="the program failed here"))
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _step(one: Added | Problem) -> Step:
    if isinstance(one, Problem):
        return Step(input=one.where, problem=one.what + (f" ({one.hint})" if one.hint else ""))
    return Step(
        input=one.document.input, document=one.document.id, title=one.document.title, new=one.new,
        statements=one.statements,
    )  # fmt: skip


ROUTES: Sequence[object] = [action("/add", add, writes=False)]
