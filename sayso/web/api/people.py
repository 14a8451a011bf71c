"""/api/sources, /api/expectations, /api/timeline: who spoke, what is awaited, what happened when."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.pipeline import Ledger
from sayso.pipeline.promises import ExpectationQuery
from sayso.web.api.answers import Page, answer, paged, shape
from sayso.web.api.asking import (
    After,
    AsOf,
    Day,
    DayOrNone,
    Id,
    Limit,
    Name,
    Named,
    SortOfPromises,
    StatusOfPromise,
    Words,
    iso,
)

router = APIRouter()


@router.get("/sources", tags=["sources"], summary="The named sources", **shape("SourceRow", many=True))
async def sources(request: Request, as_of: AsOf = None, after: After = None, limit: Limit = 50) -> Response:
    """As `sayso sources`; anonymous ones are never listed."""
    return await answer(
        request, lambda led: paged(led.sources(as_of=iso(as_of)), lambda s: s.id, after, limit)
    )


@router.get("/sources/{name}", tags=["sources"], summary="One named source", **shape("SourcePage"))
async def source(request: Request, name: Named, as_of: AsOf = None) -> Response:
    """As `sayso source`: by its id or a printed name."""
    return await answer(request, lambda led: led.source(name, as_of=iso(as_of)))


@router.get(
    "/expectations", tags=["expectations"], summary="Promises, schedules, forecasts",
    **shape("Expectation", many=True),
)  # fmt: skip
async def expectations(
    request: Request,
    q: Words = "",
    status: StatusOfPromise | None = None,
    promisor: Name = None,
    since: Annotated[DayOrNone, Query(description="Only what fell due on that day or later.")] = None,
    due_since: Annotated[DayOrNone, Query(description="Only windows that end on that day or later.")] = None,
    due_until: Annotated[DayOrNone, Query(description="Only windows that begin by that day.")] = None,
    sort: SortOfPromises = "due",
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """As `sayso expectations`."""
    query = ExpectationQuery(
        words=q, status=status, promisor=promisor, fell_due_since=iso(since), due_since=iso(due_since),
        due_until=iso(due_until), sort=sort, as_of=iso(as_of), limit=0,
    )  # fmt: skip
    return await answer(
        request, lambda led: paged(led.expectations(query).expectations, lambda e: e.id, after, limit)
    )


@router.get("/expectations/{id}", tags=["expectations"], summary="One of them", **shape("Expectation"))
async def expectation(request: Request, id: Id, as_of: AsOf = None) -> Response:
    """By its id, that of a statement or proposition in it, or the beginning of its id."""
    return await answer(request, lambda led: led.expectation(id, as_of=iso(as_of)))


@router.get("/timeline", tags=["timeline"], summary="What happened or was due when",
            **shape("TimelineRow", many=True))  # fmt: skip
async def timeline(
    request: Request,
    q: Words = "",
    since: Day = None,
    until: Day = None,
    due: bool = False,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 100,
) -> Response:
    """As `sayso timeline`."""

    def rows(ledger: Ledger) -> Page:
        found = ledger.timeline(
            words=q, since=iso(since), until=iso(until), due=due, as_of=iso(as_of)
        )  # fmt: skip
        return paged(found, lambda row: f"{row.proposition}~{row.role}~{row.first}~{row.last}", after, limit)

    return await answer(request, rows)
