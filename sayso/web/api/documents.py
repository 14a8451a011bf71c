"""/api/documents, /api/statements, /api/search, /api/diff: what was read."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.pipeline import Ledger
from sayso.web.api.answers import Page, answer, paged, shape
from sayso.web.api.asking import After, AsOf, Id, Limit, Name, StatusOfDocument, Words, iso

router = APIRouter(tags=["documents"])


@router.get("/documents", summary="The documents, by day of publication", **shape("DocumentRow", many=True))
async def documents(
    request: Request,
    as_of: AsOf = None,
    status: StatusOfDocument | None = None,
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """As `sayso documents`."""
    return await answer(
        request,
        lambda led: paged(led.documents(as_of=iso(as_of), status=status), lambda d: d.id, after, limit),
    )


@router.get("/documents/{id}", summary="One document with its text", **shape("Document"))
async def document(request: Request, id: Id, as_of: AsOf = None) -> Response:
    """The text is what every span of every statement points into, in Unicode code points."""
    return await answer(request, lambda led: led.document(led.whole_id(id), as_of=iso(as_of)))


@router.get(
    "/documents/{id}/statements", summary="The statements of a document", **shape("Statement", many=True)
)
async def statements(
    request: Request, id: Id, as_of: AsOf = None, after: After = None, limit: Limit = 0
) -> Response:
    """As they stand in it, of its newest reading."""

    def work(ledger: Ledger) -> Page:
        found = ledger.document(ledger.whole_id(id), as_of=iso(as_of))
        return paged(ledger.statements(found.id), lambda s: s.id, after, limit)

    return await answer(request, work)


@router.get("/search", summary="Documents that hold all words", **shape("Hit", many=True))
async def search(
    request: Request, q: Words, as_of: AsOf = None, after: After = None, limit: Limit = 20
) -> Response:
    """As `sayso search`: newest first; every query is a good one."""
    return await answer(
        request,
        lambda led: paged(led.search(q, as_of=iso(as_of), limit=0), lambda h: h.document, after, limit),
    )


@router.get("/diff/{id}", summary="What changed between two captured texts", **shape("VersionDiff"))
async def diff(request: Request, id: Id, other: Name = None, as_of: AsOf = None) -> Response:
    """As `sayso diff`; without `other`, from the text before it."""
    return await answer(request, lambda led: led.diff(id, other, as_of=iso(as_of)))


@router.get("/diff/{id}/readings", summary="What is different between two readings", **shape("ReadingDiff"))
async def readings(
    request: Request, id: Id, older: Name = None, newer: Name = None, as_of: AsOf = None
) -> Response:
    """As `sayso diff --readings`: of one text, the shown reading and that before it, or those named."""
    return await answer(request, lambda led: led.diff_readings(id, older, newer, as_of=iso(as_of)))
