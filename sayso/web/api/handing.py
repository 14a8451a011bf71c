"""/api/dossier, /api/export: the brief on a subject, and the ledger in formats of other tools."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from sayso.pipeline.exporting import FORMATS, Selection
from sayso.web.api.answers import FILE, answer, answered, shape
from sayso.web.api.asking import AsOf, Name, Words, iso
from sayso.web.files import export_file
from sayso.web.serving import Serving

router = APIRouter(tags=["handing on"])
Several = Annotated[list[str], Query(max_length=1_000)]
NONE: list[str] = []


@router.get("/dossier", summary="The brief on a subject", **shape("Dossier"))
async def dossier(
    request: Request,
    subject: Annotated[list[str], Query(min_length=1, max_length=32)],
    as_of: AsOf = None,
    limit: Annotated[int, Query(ge=0, le=1_000)] = 20,
) -> Response:
    """As `sayso dossier`: each `subject` is a name or a word; empty but for `near` where nothing is of it."""
    return await answer(request, lambda led: led.dossier(*subject, as_of=iso(as_of), limit=limit))


@router.get(
    "/export/{format}", summary="The ledger, or a part of it, as a file",
    **answered({one.media_type: FILE for one in FORMATS.values()}),
)  # fmt: skip
async def export(
    request: Request,
    format: Annotated[str, Path(max_length=40, description=", ".join(FORMATS))],
    claim: Several = NONE,
    document: Several = NONE,
    source: Name = None,
    subject: Words = "",
    coarse: bool = False,
    as_of: AsOf = None,
) -> Response:
    """As `sayso export --as FORMAT`."""
    serving: Serving = request.app.state.serving
    wanted = Selection(
        claims=tuple(claim), documents=tuple(document), source=source, subject=subject, as_of=iso(as_of)
    )
    return await serving.held.reading(lambda led: export_file(led, format, wanted, coarse=coarse))
