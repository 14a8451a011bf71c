"""/api/check, /api/read: a draft or a text is looked through; no word of it is kept."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.api import read_text
from sayso.ingest import Defaults, document_of_text
from sayso.model import Check, Document
from sayso.pipeline import Ledger
from sayso.web.api.answers import Page, answer, shape, written
from sayso.web.api.asking import iso
from sayso.web.api.bodies import Draft, SigningOff, Text

router = APIRouter()
INPUT = "the draft"


@router.post("/check", tags=["check"], summary="A draft before publication", **shape("Check"))
async def check(request: Request, body: Draft) -> Response:
    """As `sayso check`; nothing of the draft is kept."""
    return await answer(request, lambda led: led.check(_draft(body), as_of=iso(body.as_of)))


@router.post("/check/sign-off", tags=["check"], summary="Let a finding stand", **shape("Check"))
async def sign_off(request: Request, body: SigningOff) -> Response:
    """As `sayso check --sign-off ID`: a hash of its sentence is kept, no word of it."""

    def work(ledger: Ledger) -> Check:
        draft = _draft(body)
        made = ledger.check(draft, as_of=iso(body.as_of))
        return ledger.sign_off(draft, made, body.id, by=body.by, against=body.against)

    return await written(request, work, 200)


@router.post("/check/take-back", tags=["check"], summary="Take a sign-off back", **shape("Check"))
async def take_back(request: Request, body: SigningOff) -> Response:
    """As `sayso check --take-back ID`: `against` says why."""

    def work(ledger: Ledger) -> Check:
        made = ledger.check(_draft(body), as_of=iso(body.as_of))
        return ledger.take_back(made, body.id, by=body.by, why=body.against)

    return await written(request, work, 200)


def _draft(body: Draft) -> Document:
    defaults = Defaults(publisher=body.publisher, published=iso(body.published))
    return document_of_text(body.text, defaults, input=INPUT)


@router.post("/read", tags=["read"], summary="The statements of a text", **shape("Statement", many=True))
async def read(request: Request, body: Text) -> Response:
    """As `sayso read`; needs no ledger, and nothing is kept."""

    def work(_: Ledger) -> Page:
        found = read_text(
            body.text, publisher=body.publisher, published=iso(body.published), language=body.language,
            rules=body.rules,
        )  # fmt: skip
        return Page(items=found, next=None, total=len(found))

    return await answer(request, work)
