"""The application: every page, every action and the interface behind one guard.

A browser waits for the first page, so what that needs is imported first: the other pages a moment later, the
interface when it is first asked (FastAPI takes half a second).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Timer

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp

from sayso.errors import SaysoError
from sayso.web.api.answers import refusal, refused
from sayso.web.guard import Guard
from sayso.web.late import Late
from sayso.web.routing import trouble
from sayso.web.serving import Serving
from sayso.web.templating import assets

FIRST = "start"
PAGES = (
    "documents", "reader", "jobs", "claims", "claim", "sources", "source", "expectations",
    "timeline", "search", "log", "judging", "correct", "review", "check", "beside", "pictures", "dossier",
    "exporting", "calibration",
)  # fmt: skip
MOMENT = 1.0  # seconds after which the other pages are made ready, asked for or not
ACTIONS = ("adding", "revoking", "judging", "correcting", "reviewing", "checking", "seeing")


def make_app(serving: Serving) -> Starlette:
    """The application of one server; it closes the ledger when it stops."""

    others = Late(lambda: Router(routes=other_routes()))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        soon = Timer(MOMENT, others.made)
        soon.daemon = True
        soon.start()
        yield
        soon.cancel()
        serving.held.close()

    def interface() -> ASGIApp:
        from sayso.web.api.application import make_api

        return make_api(serving)

    first = [Route("/static/{name}", _asset), *_routes_of("pages", FIRST)]
    app = Starlette(routes=[Mount("/api", Late(interface)), *first, Mount("", others)], lifespan=lifespan)
    app.state.serving = serving
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(SaysoError, refused)
    app.add_middleware(Guard, key=serving.key, hosts=serving.hosts, port=serving.port)
    return app


def other_routes() -> list[BaseRoute]:
    """Every page but the first, and every action; each file names its own."""
    rooms = (("pages", PAGES), ("actions", ACTIONS))
    return [route for room, names in rooms for name in names for route in _routes_of(room, name)]


def _routes_of(room: str, name: str) -> list[BaseRoute]:
    found: list[BaseRoute] = import_module(f"sayso.web.{room}.{name}").ROUTES
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
