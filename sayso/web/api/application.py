"""The interface as one application: every route under /api, and its description."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import SaysoError
from sayso.web.api.answers import json, refusal, refused
from sayso.web.api.describing import describe
from sayso.web.serving import Serving

ROUTES = (
    "documents", "claims", "people", "telling", "deciding", "correcting", "checking", "handing", "adding",
    "keeping",
)  # fmt: skip


def make_api(serving: Serving) -> FastAPI:
    """The interface of one server; it is guarded and closed by the application that it stands in."""
    app = FastAPI(
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, title="sayso"
    )  # fmt: skip
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
    return refusal(str(error.detail), error.status_code)


async def _unfit(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = (_told(one) for one in error.errors())
    return refusal("; ".join(told), 400)


def _told(one: dict[str, Any]) -> str:
    """What is wrong with one field, and which: "as_of: a day is written like 2031-05-17"."""
    place = ".".join(str(part) for part in one["loc"][1:])
    said = str(one["msg"]).removeprefix("Value error, ")
    return f"{place}: {said}" if place else said


async def _described(request: Request) -> Response:
    return json(describe(request.app))
