"""The interface as one application: every route under /api, and its description."""

from __future__ import annotations

from importlib import import_module

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import SaysoError
from sayso.web.api.answers import Refusal, json, refused
from sayso.web.api.describing import describe
from sayso.web.serving import Serving

ROUTES = ("documents", "claims", "people", "deciding", "handing", "adding")


def make_api(serving: Serving) -> FastAPI:
    """The interface of one server; it is guarded and closed by the application that it stands in."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, title="sayso")
    for name in ROUTES:
        app.include_router(import_module(f"sayso.web.api.{name}").router, prefix="/api")
    app.add_route("/api/openapi.json", _described)
    app.state.serving = serving
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(SaysoError, refused)
    return app


async def _not_here(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return json(Refusal(error=str(error.detail)), error.status_code)


async def _unfit(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = (f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
    return json(Refusal(error="; ".join(told)), 400)


async def _described(request: Request) -> Response:
    return json(describe(request.app))
