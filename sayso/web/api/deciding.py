"""/api/judgements, /api/orphans: what people decided, and deciding."""

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import Judged, JudgementExport, JudgementStanding, Matter
from sayso.pipeline import Ledger
from sayso.web.api.answers import JSON, Page, answer, paged, shape, written
from sayso.web.api.asking import After, AsOf, Id, Limit, Name, iso
from sayso.web.api.bodies import Judging, Signed, Values

router = APIRouter(tags=["judgements"])
EXPORTED = {
    "requestBody": {"content": {JSON: {"schema": {"$ref": "#/components/schemas/JudgementExport"}}}}
}  # fmt: skip


@router.get("/judgements", summary="What people decided", **shape("Judged", many=True))
async def judgements(
    request: Request,
    what: Matter | None = None,
    standing: JudgementStanding | None = None,
    by: Name = None,
    claim: Name = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """As `sayso judge list`: in the order of their making, each with what became of it."""
    day = iso(as_of)

    def rows(ledger: Ledger) -> Page:
        found = ledger.judgements(what=[what] if what else None, standing=standing, as_of=day)
        wanted = set(ledger.claim(claim, as_of=day).judgements) if claim else None
        fit = [row for row in found if _fits(row, by, wanted)]
        return paged(fit, lambda row: row.judgement.id, after, limit)

    return await answer(request, rows)


def _fits(row: Judged, by: str | None, wanted: set[str] | None) -> bool:
    signed = by is None or row.judgement.by == by
    return signed and (wanted is None or row.judgement.id in wanted)


@router.get("/orphans", summary="Judgements to look at again", **shape("Orphan", many=True))
async def orphans(request: Request, as_of: AsOf = None) -> Response:
    """As `sayso judge orphans`: each with why."""

    def work(ledger: Ledger) -> Page:
        found = ledger.orphans(as_of=iso(as_of))
        return Page(items=found, next=None, total=len(found))

    return await answer(request, work)


@router.get("/judgements/export", summary="All judgements, to be replayed", **shape("JudgementExport"))
async def export(request: Request) -> Response:
    """As `sayso judge export`: signed as they are, revoked ones too, with the words that they are about."""
    return await answer(request, lambda led: led.export_judgements())


@router.post(
    "/judgements/replay", summary="Apply judgements made elsewhere", openapi_extra=EXPORTED,
    **shape("Replayed", many=True),
)  # fmt: skip
async def replay(request: Request, body: Values) -> Response:
    """As `sayso judge replay`, of what `/api/judgements/export` gave: those that do not fit say why."""
    try:
        export = msgspec.convert(body, JudgementExport)
    except msgspec.ValidationError as error:
        raise UsageError(f"these are no judgements as they are exported: {error}") from error

    def work(ledger: Ledger) -> Page:
        found = ledger.replay(export)
        return Page(items=found, next=None, total=len(found))

    return await written(request, work, 200)


@router.get("/judgements/{id}", summary="One judgement", **shape("Judged"))
async def judgement(request: Request, id: Id, as_of: AsOf = None) -> Response:
    """As `sayso judge show`."""
    return await answer(request, lambda led: led.judgement(id, as_of=iso(as_of)))


@router.post("/judgements", summary="Decide", **shape("Judgement", status=201))
async def judge(request: Request, body: Judging) -> Response:
    """Every claim that it touches follows at once. Nothing is done where it does not fit."""
    return await written(
        request, lambda led: led.judge(body.what, body.targets, body.value, by=body.by, why=body.why)
    )


@router.post("/judgements/{id}/revoke", summary="Take one back", **shape("Judgement", status=201))
async def revoke(request: Request, id: Id, body: Signed) -> Response:
    """What it did is undone at once."""
    return await written(request, lambda led: led.revoke(id, by=body.by, why=body.why))
