"""/api/judgements, /api/corrections, /api/check, /api/read, /api/verify: deciding, looking through."""

from typing import Any

import msgspec
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from sayso.api import read_text
from sayso.errors import UsageError
from sayso.model import Repair
from sayso.pipeline import Ledger
from sayso.web.api.answers import Page, answer, json, paged, shape, written
from sayso.web.api.asking import After, Id, Limit

router = APIRouter()
LONGEST = 2_000_000


class Signed(BaseModel):
    """Who decides, and why."""

    model_config = ConfigDict(extra="forbid")
    by: str = Field(min_length=1, max_length=200)
    why: str = Field(min_length=1, max_length=2_000)


class Judging(Signed):
    """A decision on claims, as `sayso judge`."""

    what: str
    targets: list[str] = Field(min_length=1, max_length=1_000)
    value: dict[str, Any] = {}


class Correcting(Signed):
    """A correction of one reading; `repair` has the fields of the shape Repair."""

    what: str
    target: str
    repair: dict[str, Any] = {}


class Draft(BaseModel):
    """A text that is looked through and not kept."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(max_length=LONGEST)
    as_of: str | None = None


class Text(BaseModel):
    """A text that is read and not kept."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(max_length=LONGEST)
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


@router.get("/judgements", tags=["judgements"], summary="What people decided", **shape("Judged", many=True))
async def judgements(request: Request, after: After = None, limit: Limit = 50) -> Response:
    """As `sayso judge list`."""
    return await answer(
        request, lambda led: paged(led.judgements(), lambda row: row.judgement.id, after, limit)
    )


@router.get(
    "/orphans", tags=["judgements"], summary="Judgements to look at again", **shape("Orphan", many=True)
)
async def orphans(request: Request) -> Response:
    """As `sayso judge orphans`: each with why."""

    def work(ledger: Ledger) -> Page:
        found = ledger.orphans()
        return Page(items=found, next=None, total=len(found))

    return await answer(request, work)


@router.get("/judgements/{id}", tags=["judgements"], summary="One judgement", **shape("Judged"))
async def judgement(request: Request, id: Id) -> Response:
    """As `sayso judge show`."""
    return await answer(request, lambda led: led.judgement(id))


@router.post("/judgements", tags=["judgements"], summary="Decide", **shape("Judgement", status=201))
async def judge(request: Request, body: Judging) -> Response:
    """Every claim that it touches follows at once. Nothing is done where it does not fit."""
    return await written(
        request, lambda led: led.judge(body.what, body.targets, body.value, by=body.by, why=body.why)
    )


@router.post(
    "/judgements/{id}/revoke", tags=["judgements"], summary="Take one back", **shape("Judgement", status=201)
)
async def revoke(request: Request, id: Id, body: Signed) -> Response:
    """What it did is undone at once."""
    return await written(request, lambda led: led.revoke(id, by=body.by, why=body.why))


@router.post(
    "/corrections", tags=["judgements"], summary="Correct a reading", **shape("Judgement", status=201)
)
async def correct(request: Request, body: Correcting) -> Response:
    """As `sayso judge source`, `cue`, `content`, …"""

    def work(ledger: Ledger) -> object:
        try:
            repair = msgspec.convert(body.repair, Repair)
            what: Any = body.what
            return ledger.correct(what, body.target, repair, by=body.by, why=body.why)
        except msgspec.ValidationError as error:
            raise UsageError(f"repair: {error}") from error

    return await written(request, work)


@router.post("/check", tags=["check"], summary="A draft before publication", **shape("Check"))
async def check(request: Request, body: Draft) -> Response:
    """As `sayso check`; nothing of the draft is kept."""
    return await answer(request, lambda led: led.check(body.text, as_of=body.as_of))


@router.post("/read", tags=["read"], summary="The statements of a text", **shape("Statement", many=True))
async def read(request: Request, body: Text) -> Response:
    """As `sayso read`; needs no ledger, and nothing is kept."""

    def work(_: Ledger) -> Page:
        found = read_text(
            body.text, publisher=body.publisher, published=body.published, language=body.language
        )
        return Page(items=found, next=None, total=len(found))

    return await answer(request, work)


@router.get("/verify", tags=["ledger"], summary="Whether the ledger is whole")
async def verify(request: Request) -> Response:
    """As `sayso verify`: `faults` is a list of sentences, `head` the hash of the log's last line."""

    def work(ledger: Ledger) -> dict[str, object]:
        faults, head = ledger.verify()
        return {"faults": faults, "head": head}

    return await answer(request, work)


@router.get("/schema/{name}", tags=["ledger"], summary="The JSON Schema of a shape")
async def schema(name: str) -> Response:
    """As `sayso schema`."""
    from sayso.show.shapes import schema as found

    return json(msgspec.Raw(found(name)))
