"""The application: every page, every action and the interface behind one guard.

The interface is made when it is first asked: FastAPI takes half a second to import, and a browser waits.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from sayso.errors import SaysoError
from sayso.web.api.answers import refusal, refused
from sayso.web.api.late import Late
from sayso.web.guard import Guard
from sayso.web.routing import trouble
from sayso.web.serving import Serving
from sayso.web.templating import assets

PAGES = (
    "start", "documents", "reader", "jobs", "claims", "claim", "sources", "source", "expectations",
    "timeline", "search", "log", "judging", "correct", "review", "check", "beside", "pictures", "dossier",
    "exporting", "calibration",
)  # fmt: skip
ACTIONS = ("adding", "revoking", "judging", "correcting", "reviewing", "checking", "seeing")


def make_app(serving: Serving) -> Starlette:
    """The application of one server; it closes the ledger when it stops."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        serving.held.close()

    app = Starlette(routes=[Mount("/api", Late(serving)), *routes()], lifespan=lifespan)
    app.state.serving = serving
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(SaysoError, refused)
    app.add_middleware(Guard, key=serving.key, hosts=serving.hosts, port=serving.port)
    return app


def routes() -> list[BaseRoute]:
    """Every page and action; each file names its own."""
    found: list[BaseRoute] = [Route("/static/{name}", _asset)]
    for room, names in (("pages", PAGES), ("actions", ACTIONS)):
        for name in names:
            found += import_module(f"sayso.web.{room}.{name}").ROUTES
    return found


async def _asset(request: Request) -> Response:
    found = assets().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    media, content = found
    return Response(content, media_type=media, headers={"cache-control": "max-age=31536000, immutable"})


async def _not_here(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):  # a line break in an address leads past the interface
        return refusal(str(error.detail), error.status_code)
    what = "There is no such page." if error.status_code == 404 else str(error.detail)
    return await trouble(request, error.status_code, what)
