"""/api/claims: what is claimed, and on whose say-so."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.pipeline import ClaimQuery, Ledger
from sayso.web.api.answers import Page, answer, shape
from sayso.web.api.asking import (
    After,
    AsOf,
    Day,
    Id,
    Least,
    Limit,
    Name,
    SortOfClaims,
    StatusOfClaim,
    Words,
    iso,
)

router = APIRouter(tags=["claims"])


@router.get("/claims", summary="The claims, each with its assessment", **shape("Claim", many=True))
async def claims(
    request: Request,
    q: Words = "",
    status: StatusOfClaim | None = None,
    source: Name = None,
    publisher: Name = None,
    since: Day = None,
    until: Day = None,
    origins: Least = None,
    documents: Least = None,
    sort: SortOfClaims = "documents",
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 20,
) -> Response:
    """As `sayso claims`."""
    query = ClaimQuery(
        words=q, status=status, source=source, publisher=publisher, since=iso(since), until=iso(until),
        least_origins=origins, least_documents=documents, sort=sort, as_of=iso(as_of), after=after,
        limit=limit,
    )  # fmt: skip
    return await answer(request, lambda led: _page(led, query))


def _page(ledger: Ledger, query: ClaimQuery) -> Page:
    found = ledger.claims(query)
    more = bool(query.limit) and len(found.claims) == query.limit
    return Page(items=found.claims, next=found.claims[-1].id if more else None, total=found.total)


@router.get("/claims/{id}", summary="One claim", **shape("Claim"))
async def claim(request: Request, id: Id, as_of: AsOf = None) -> Response:
    """As `sayso claim`: by its id, that of a statement or proposition in it, or the beginning of its id."""
    return await answer(request, lambda led: led.claim(id, as_of=iso(as_of)))


@router.get("/claims/{id}/derivations", summary="Who had a claim from whom", **shape("Derivation", many=True))
async def derivations(request: Request, id: Id, as_of: AsOf = None) -> Response:
    """The edges between its documents, as far as they are known."""

    def edges(ledger: Ledger) -> Page:
        found = ledger.derivations(ledger.claim(id, as_of=iso(as_of)))
        return Page(items=found, next=None, total=len(found))

    return await answer(request, edges)
