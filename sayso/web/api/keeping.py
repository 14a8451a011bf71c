"""/api/reread, /api/documents/ID/forget, /api/verify, /api/backup, /api/schema: the ledger as a file."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from fastapi import APIRouter, Request, UploadFile
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from sayso.pipeline.exporting import check_pack
from sayso.web.api.answers import FILE, JSON, Whole, answer, answered, json, shape
from sayso.web.api.asking import Shape, WholeId
from sayso.web.api.bodies import Rereading, Signed
from sayso.web.files import backup_file
from sayso.web.serving import Serving
from sayso.web.working import set_going

router = APIRouter(tags=["ledger"])
ANY = {JSON: {"schema": {"type": "object"}}}


@router.post("/reread", summary="Read anew", **shape("Job", status=202))
async def reread(request: Request, body: Rereading) -> Response:
    """As `sayso reread`: what an older reader has read. The answer names the job that does it."""
    serving: Serving = request.app.state.serving
    job = serving.jobs.begin(0)
    set_going(serving, job, lambda ledger: ledger.reread(rules=body.rules))
    return json(job, 202)


@router.post("/documents/{id}/forget", summary="Delete a document for good", **shape("Forgotten"))
async def forget(request: Request, id: WholeId, body: Signed) -> Response:
    """As `sayso forget`: every word of it; the id must be whole. It cannot be undone.

    The answer names what could not be reached. Backups, and the file that it came from, are yours to destroy.
    """
    serving: Serving = request.app.state.serving
    done = await serving.held.alone(lambda led: led.forget(id, by=body.by, why=body.why))
    for kept in (serving.memory, serving.pages, serving.answers):
        kept.clear()
    serving.jobs.forget(id)
    return json(done)


@router.get("/verify", summary="Whether the ledger is whole", **shape("Whole"))
async def verify(request: Request) -> Response:
    """As `sayso verify`. A chain of hashes cannot show that its end was cut off: keep the head elsewhere."""

    def work(ledger: Ledger) -> Whole:
        faults, head = ledger.verify()
        return Whole(faults=faults, head=head)

    serving: Serving = request.app.state.serving
    return json(await serving.held.reading(work))  # never from memory: a file may have changed since


@router.post("/verify", summary="Whether an evidence pack is whole", **shape("PackCheck"))
async def verify_pack(request: Request, pack: UploadFile) -> Response:
    """As `sayso verify --pack FILE`, of a file that is sent along; the ledger is not looked at."""
    serving: Serving = request.app.state.serving
    name = pack.filename or "the file"

    def work(_: Ledger) -> object:
        with TemporaryDirectory(prefix="sayso-") as folder:
            place = Path(folder, "pack.zip")
            with place.open("wb") as kept:
                shutil.copyfileobj(pack.file, kept)
            try:
                return check_pack(place)
            except UsageError as error:
                raise UsageError(str(error).replace(str(place), name)) from None

    return json(await serving.held.reading(work))


@router.get("/backup", summary="A copy of the ledger", **answered({"application/zip": FILE}))
async def backup(request: Request) -> Response:
    """As `sayso backup`, also while in use: a ZIP of `sayso.db` and the originals, of one moment."""
    serving: Serving = request.app.state.serving
    return await serving.held.reading(backup_file)


@router.get("/schema/{name}", summary="The JSON Schema of a shape", **answered(ANY))
async def schema(request: Request, name: Shape) -> Response:
    """As `sayso schema`."""
    from sayso.show.shapes import schema as found

    return await answer(request, lambda _: msgspec.Raw(found(name)))
