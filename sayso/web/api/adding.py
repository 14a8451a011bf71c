"""/api/documents (POST) and /api/jobs: adding files, and how far that is."""

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.web.actions.adding import begin
from sayso.web.api.answers import json, shape
from sayso.web.api.asking import Id
from sayso.web.asked import day
from sayso.web.serving import Serving

router = APIRouter(tags=["adding"])


@router.post("/documents", summary="Add files", **shape("Job", status=202))
async def add(
    request: Request,
    files: list[UploadFile],
    publisher: str = Form("", max_length=400),
    published: str = Form("", max_length=40),
    language: str = Form("", max_length=40),
    rules: bool = Form(False),
) -> Response:
    """As `sayso add`, for files that are sent along: the answer names the job that reads them."""
    serving: Serving = request.app.state.serving
    made = begin(
        serving, files, publisher or None, day(published, "published"), language=language or None, rules=rules
    )
    return json(made, 202)


@router.get("/jobs/{id}", summary="How far an addition is", **shape("Job"))
async def job(request: Request, id: Id) -> Response:
    """Jobs are forgotten when the server stops; what they added is kept."""
    serving: Serving = request.app.state.serving
    found = serving.jobs.get(id)
    if found is None:
        raise UsageError("no such addition")
    return json(found)
