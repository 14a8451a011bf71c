"""The claims: how many stand how, those that fit what is asked for, and how many origins each has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec
from starlette.responses import Response

from sayso.model import Claim, ClaimStatus
from sayso.pipeline import ClaimQuery
from sayso.pipeline.querying import Sort
from sayso.web.asked import Asked, day
from sayso.web.paging import ROWS, Place, place
from sayso.web.routing import page
from sayso.web.words import STATUS

SORTS: dict[Sort, str] = {
    "documents": "most documents", "origins": "most origins", "denials": "most denials",
    "newest": "newest", "oldest": "oldest",
}  # fmt: skip
FINER = ("publisher", "since", "until", "origins", "documents")
FILTERS = ("words", "source", *FINER)
MOST = 1_000_000


def claims(asked: Asked) -> Response:
    """One page of those that fit; `?after=` goes on."""
    query = wanted(asked)
    counts = asked.kept(("claims by status", whole(query)), lambda: asked.ledger.claims_by_status(query))
    every = sum(counts.values())
    total = counts.get(query.status, 0) if query.status else every
    rows, here = _page(asked, query, total)
    return asked.show(
        "claims.html", rows=rows, page=here, total=total, counts=counts, every=every, query=query,
        sorts=SORTS, filtered=any(asked.query.get(name) for name in FILTERS),
        finer=any(asked.query.get(name) for name in FINER),
    )  # fmt: skip


def wanted(asked: Asked) -> ClaimQuery:
    """The query that the address asks for. UsageError for what is no status, day, number or order."""
    query = asked.query
    return ClaimQuery(
        words=query.get("words", "").strip(), source=query.get("source", "").strip() or None,
        publisher=query.get("publisher", "").strip() or None, since=day(query.get("since"), "since"),
        until=day(query.get("until"), "until"),
        status=cast("ClaimStatus | None", asked.one_of("status", STATUS)),
        least_origins=asked.number("origins", default=0, most=MOST) or None,
        least_documents=asked.number("documents", default=0, most=MOST) or None,
        sort=cast("Sort", asked.one_of("sort", SORTS) or "documents"), as_of=asked.as_of, limit=ROWS,
    )  # fmt: skip


def whole(query: ClaimQuery) -> ClaimQuery:
    """The same query without status, order and page."""
    return msgspec.structs.replace(query, status=None, sort="documents", skip=0, limit=0)


def _page(asked: Asked, query: ClaimQuery, total: int) -> tuple[Sequence[Claim], Place]:
    """The claims of one page, and which one it is."""
    here = place(asked, total, most=ROWS)
    query = msgspec.structs.replace(query, skip=here.start)

    def find() -> Sequence[Claim]:
        now = query.as_of is None
        return asked.ledger.claims_now(query) if now else asked.ledger.claims(query, weighed=False).claims

    return asked.kept(("claims", query), find), here


ROUTES = [page("/claims", claims)]
