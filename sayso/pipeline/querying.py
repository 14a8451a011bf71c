"""Finds claims: filters and sorts in the store; of an earlier day with what differed on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from sayso.model import Claim, ClaimStatus
from sayso.pipeline.earlier import Day, Differing, differing
from sayso.pipeline.valuing import with_support
from sayso.store import ClaimQuery as StoreQuery
from sayso.store import ClaimRow
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
        return _earlier(store, query, query.as_of)
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
    other = differing(store, query.as_of)
    found = Counter(store.count_claims_whole(_stored(query), query.as_of, without=other.gone))
    asked = msgspec.structs.replace(query, status=None)
    found.update(row.status for row in _rows(store, other, asked))
    return dict(found)


def _stored(query: ClaimQuery) -> StoreQuery:
    return StoreQuery(
        status=query.status, source=query.source, publisher=query.publisher, text=query.words or None,
        since=query.since, until=query.until, min_origins=query.least_origins,
        min_documents=query.least_documents, sort=query.sort,
    )  # fmt: skip


def _earlier(store: Store, query: ClaimQuery, as_of: str) -> ClaimPage:
    """Claims as known on a day: those stored that hold on it, and those that differed."""
    other, asked = differing(store, as_of), _stored(query)
    made = _rows(store, other, query)
    end = query.skip + query.limit if query.limit and not query.after else None
    whole = store.claims_whole(asked, as_of, without=other.gone, limit=end)
    rows = sorted((*whole, *made), key=_order(query.sort))
    after = next((n for n, row in enumerate(rows, start=1) if row.id == query.after), 0)
    start = after + query.skip
    page = rows[start : start + query.limit if query.limit else None]
    total = sum(store.count_claims_whole(asked, as_of, without=other.gone).values()) + len(made)
    claims = _shown(store, other, [row.id for row in page], as_of)
    return ClaimPage(
        claims=tuple(with_support(msgspec.structs.replace(claim, as_of=as_of)) for claim in claims),
        total=total,
    )


def _shown(store: Store, other: Differing, ids: Sequence[str], as_of: str) -> list[Claim]:
    """The claims with these ids as they were on the day, in that order."""
    made = {claim.id: claim for claim in other.made}
    stored = store.claims_by_id(id for id in ids if id not in made)
    seen = Day(store=store, as_of=as_of).seen(stored.values(), [made[id] for id in ids if id in made])
    found = {claim.id: claim for claim in seen}
    return [found[id] for id in ids]


def _rows(store: Store, other: Differing, query: ClaimQuery) -> list[ClaimRow]:
    """Those of the claims that differed which fit; what is asked of members, one that was there must fit."""
    members = [m.proposition for claim in other.made for m in claim.statements]
    asked = store.members_fitting(_stored(query), members) if members else ()
    return [
        row
        for claim in other.made
        if all(any(m.proposition in one for m in claim.statements) for one in asked)
        and _fits(row := _row(claim), query)
    ]


def _fits(row: ClaimRow, query: ClaimQuery) -> bool:
    return (
        (query.status is None or row.status == query.status)
        and (query.least_origins is None or row.origins >= query.least_origins)
        and (query.least_documents is None or row.documents >= query.least_documents)
        and (query.since is None or (row.last or "") >= query.since)
        and (query.until is None or (row.first or "9999") <= query.until)
    )


def _row(claim: Claim) -> ClaimRow:
    days = sorted(m.published for m in claim.statements if m.published)
    return ClaimRow(
        claim.id, claim.status, len({member.document for member in claim.statements}), claim.origins.low,
        claim.origins_against.count, days[0] if days else None, days[-1] if days else None,
    )  # fmt: skip


def _order(sort: Sort) -> Callable[[ClaimRow], tuple[object, ...]]:
    orders: dict[Sort, Callable[[ClaimRow], tuple[object, ...]]] = {
        "documents": lambda r: (-r.documents, r.id),
        "origins": lambda r: (-r.origins, -r.documents, r.id),
        "denials": lambda r: (-r.against, -r.documents, r.id),
        "newest": lambda r: (tuple(-ord(char) for char in r.last or ""), r.id),
        "oldest": lambda r: (r.first or "9999", r.id),
    }
    return orders[sort]
