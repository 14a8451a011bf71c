"""Finds claims: filters and sorts in the store; of an earlier day, made anew of what was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal

import msgspec

from sayso.model import Claim, ClaimStatus
from sayso.pipeline.claiming import claims_on
from sayso.pipeline.valuing import with_support
from sayso.store import ClaimQuery as StoreQuery
from sayso.store.store import Store

Sort = Literal["documents", "origins", "denials", "newest", "oldest"]


class ClaimQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted; what is None or "" asks for nothing. `limit` 0: all of them;
    `skip`: how many of the first are left out.

    `source` and `publisher` are names or parts of names; `words` a search in the statements. `as_of`: as
    known on that day, an ISO date. Origins are those of support, counted cautiously. `after`: the id of the
    last claim of the page before.
    """

    words: str = ""
    status: ClaimStatus | None = None
    source: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    least_origins: int | None = None
    least_documents: int | None = None
    sort: Sort = "documents"
    limit: int = 20
    skip: int = 0
    as_of: str | None = None
    after: str | None = None


class ClaimPage(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one page, and how many fit in all."""

    claims: tuple[Claim, ...]
    total: int


def find_claims(store: Store, query: ClaimQuery, last_day: Callable[[str | None], str | None]) -> ClaimPage:
    """The claims that fit, in the order asked for, ties by id."""
    if query.as_of is not None:
        return _earlier(store, query)
    found = claims_now(store, query, last_day(None))
    return ClaimPage(claims=found, total=store.count_claims(_stored(query)))


def claims_now(store: Store, query: ClaimQuery, day: str | None) -> tuple[Claim, ...]:
    """The claims of one page as they are now, uncounted; `day` is that as of which they are said to be."""
    found = store.claims(_stored(query), after=query.after, limit=query.limit or None, offset=query.skip)
    return tuple(with_support(msgspec.structs.replace(claim, as_of=day)) for claim in found)


def count_by_status(store: Store, query: ClaimQuery) -> dict[ClaimStatus, int]:
    """How many claims of each status fit the rest of what is asked; {} for none."""
    if query.as_of is None:
        return store.count_claims_by_status(_stored(query))
    every = _earlier(store, msgspec.structs.replace(query, status=None, limit=0, skip=0)).claims
    return dict(Counter(claim.status for claim in every))


def _stored(query: ClaimQuery) -> StoreQuery:
    return StoreQuery(
        status=query.status, source=query.source, publisher=query.publisher, text=query.words or None,
        since=query.since, until=query.until, min_origins=query.least_origins,
        min_documents=query.least_documents, sort=query.sort,
    )  # fmt: skip


def _earlier(store: Store, query: ClaimQuery) -> ClaimPage:
    """Claims as known on a day. Filters that look at members are asked of the claims as they are now."""
    asked = StoreQuery(source=query.source, publisher=query.publisher, text=query.words or None)
    there = store.claims(asked, as_of=query.as_of)
    members = [m.proposition for claim in there for m in claim.statements]
    made = claims_on(store, members, query.as_of or "")
    fitting = sorted((claim for claim in made if _fits(claim, query)), key=_order(query.sort))
    after = next((n for n, claim in enumerate(fitting, start=1) if claim.id == query.after), 0)
    start = after + query.skip
    page = fitting[start : start + query.limit if query.limit else None]
    return ClaimPage(
        claims=tuple(with_support(msgspec.structs.replace(claim, as_of=query.as_of)) for claim in page),
        total=len(fitting),
    )


def _fits(claim: Claim, query: ClaimQuery) -> bool:
    days = [m.published for m in claim.statements if m.published]
    return (
        (query.status is None or claim.status == query.status)
        and (query.least_origins is None or claim.origins.low >= query.least_origins)
        and (query.least_documents is None or _documents(claim) >= query.least_documents)
        and (query.since is None or max(days, default="") >= query.since)
        and (query.until is None or min(days, default="9999") <= query.until)
    )


def _documents(claim: Claim) -> int:
    return len({member.document for member in claim.statements})


def _order(sort: Sort) -> Callable[[Claim], tuple[object, ...]]:
    def newest(claim: Claim) -> str:
        return max((m.published or "" for m in claim.statements), default="")

    orders: dict[Sort, Callable[[Claim], tuple[object, ...]]] = {
        "documents": lambda c: (-_documents(c), c.id),
        "origins": lambda c: (-c.origins.low, -_documents(c), c.id),
        "denials": lambda c: (-c.origins_against.count, -_documents(c), c.id),
        "newest": lambda c: (tuple(-ord(char) for char in newest(c)), c.id),
        "oldest": lambda c: (min((m.published or "9999" for m in c.statements), default=""), c.id),
    }
    return orders[sort]
