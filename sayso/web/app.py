"""The application: every page, every action and the interface behind one guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sayso.errors import SaysoError
from sayso.web.api.answers import Refusal, json, refused
from sayso.web.guard import Guard
from sayso.web.routing import trouble
from sayso.web.serving import Serving
from sayso.web.templating import assets

API = ("documents", "claims", "people", "deciding", "handing", "adding")
PAGES = (
    "start", "documents", "reader", "jobs", "claims", "claim", "sources", "source", "expectations",
    "timeline", "search", "log", "judging", "correct", "review", "check", "beside", "pictures", "dossier",
    "exporting",
)  # fmt: skip
ACTIONS = ("adding", "revoking", "judging", "correcting", "reviewing", "checking")


def make_app(serving: Serving) -> FastAPI:
    """The application of one server; it closes the ledger when it stops."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        serving.held.close()

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None, title="sayso")
    for name in API:
        app.include_router(import_module(f"sayso.web.api.{name}").router, prefix="/api")
    app.add_route("/api/openapi.json", _described)
    app.state.serving = serving
    app.router.routes.extend(routes())
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(RequestValidationError, _unfit)
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
    if request.url.path.startswith("/api/"):
        return json(Refusal(error=str(error.detail)), error.status_code)
    what = "There is no such page." if error.status_code == 404 else str(error.detail)
    return await trouble(request, error.status_code, what)


async def _unfit(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = (f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
    return json(Refusal(error="; ".join(told)), 400)


async def _described(request: Request) -> Response:
    from sayso.web.api.describing import describe

    return json(describe(request.app))
