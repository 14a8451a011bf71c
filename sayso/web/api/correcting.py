"""/api/corrections: a reading is corrected, or a statement added that was missed."""

from typing import Any

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import Repair
from sayso.pipeline import Ledger
from sayso.web.api.answers import shape, written
from sayso.web.api.bodies import Correcting

router = APIRouter(tags=["judgements"])


@router.post("/corrections", summary="Correct a reading", **shape("Judgement", status=201))
async def correct(request: Request, body: Correcting) -> Response:
    """As `sayso judge source`, `cue`, `content`, …"""
    try:
        repair = msgspec.convert(body.repair, Repair)
    except msgspec.ValidationError as error:
        raise UsageError(f"repair: {error}") from error
    what: Any = body.what

    def work(ledger: Ledger) -> object:
        return ledger.correct(what, body.target, repair, by=body.by, why=body.why)

    return await written(request, work)
