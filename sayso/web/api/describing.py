"""/api and /api/openapi.json: what the interface can do, for people and for programs (OpenAPI 3.1)."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.model import Document
from sayso.pipeline import Forgotten
from sayso.show.exports.pack_check import PackCheck
from sayso.show.shapes import SHAPES
from sayso.web.api.answers import Refusal, Whole
from sayso.web.jobs import Job

VERSION = "1"
ABOUT = (
    "Everything that the `sayso` command does with a ledger, in the same words. Send the key that "
    "`sayso serve` printed as `Authorization: Bearer KEY`. Lists come in pages: "
    "`next` of one is `after` of the next."
)


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: FastAPI's routes with the shapes of `sayso schema`; made once."""
    if app.openapi_schema is None:
        made = get_openapi(title="sayso", version=VERSION, description=ABOUT, routes=app.routes)
        made.setdefault("components", {}).setdefault("schemas", {}).update(_shapes())
        _without_422(made)
        made["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{"key": []}]
        app.openapi_schema = made
    return app.openapi_schema


def _without_422(made: dict[str, Any]) -> None:
    """Takes out the answer that FastAPI foresees for what does not fit: here that is 400, in a sentence."""
    for methods in made["paths"].values():
        for route in methods.values():
            route["responses"].pop("422", None)
    for name in ("HTTPValidationError", "ValidationError"):
        made["components"]["schemas"].pop(name, None)


def _shapes() -> dict[str, Any]:
    every = [*SHAPES.values(), Document, Job, Forgotten, PackCheck, Whole, Refusal]
    _, found = msgspec.json.schema_components(every, ref_template="#/components/schemas/{name}")
    for one in found.values():
        one["description"] = cleandoc(one.get("description", ""))
        if one.get("type") == "object" and "properties" in one:
            one["required"] = list(one["properties"])
    return dict(found)
