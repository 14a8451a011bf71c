"""Claims as of a day: which of those that are stored were whole by then, and what later documents touch."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select

from sayso.model import ClaimStatus
from sayso.store.base import Base, chunks
from sayso.store.claims import conditions, members_asked
from sayso.store.rows import ClaimQuery, ClaimRow, Sort
from sayso.store.tables import CLAIM_MEMBERS, CLAIMS

_MEMBERS = (
    "SELECT m.proposition FROM claim_members m JOIN documents d ON d.id = m.document WHERE d.day {side} ?"
)
_LEANING = """
SELECT DISTINCT r.document FROM derivations r
JOIN documents o ON o.id = r.of JOIN documents d ON d.id = r.document
WHERE o.day > ? AND d.day <= ?
"""
_NEWEST = func.coalesce(CLAIMS.c.last_published, "").desc()
_OLDEST = func.coalesce(CLAIMS.c.first_published, "9999")
_DOCUMENTS = CLAIMS.c.documents.desc()
_ORDERS: dict[Sort, tuple[ColumnElement[Any], ...]] = {
    "documents": (_DOCUMENTS,), "origins": (CLAIMS.c.origins_low.desc(), _DOCUMENTS),
    "denials": (CLAIMS.c.against.desc(), _DOCUMENTS), "newest": (_NEWEST,), "oldest": (_OLDEST,),
}  # fmt: skip
_ROW = (
    CLAIMS.c.id, CLAIMS.c.status, CLAIMS.c.documents, CLAIMS.c.origins_low, CLAIMS.c.against,
    CLAIMS.c.first_published, CLAIMS.c.last_published,
)  # fmt: skip


class Days(Base):
    """Reads what the claims of an earlier day are made of; `day` is an ISO day, that of `Kept.day`."""

    def members_by(self, day: str) -> tuple[str, ...]:
        """The propositions in a claim whose documents were there by a day; () for none."""
        return tuple(row[0] for row in self._every(_MEMBERS.format(side="<="), (day,)))

    def members_after(self, day: str) -> tuple[str, ...]:
        """The propositions in a claim whose documents came later than a day; () for none."""
        return tuple(row[0] for row in self._every(_MEMBERS.format(side=">"), (day,)))

    def leaning_after(self, day: str) -> frozenset[str]:
        """The documents there by a day that have an edge to one that came later."""
        return frozenset(row[0] for row in self._every(_LEANING, (day, day)))

    def claims_whole(
        self, query: ClaimQuery, day: str, *, without: Collection[str] = (), limit: int | None = None
    ) -> tuple[ClaimRow, ...]:
        """The claims that fit, all of whose documents were there by a day, but for those `without`.

        In the order asked for, ties by id; at most `limit`, None for all; () for none.
        """
        found = select(*_ROW).where(*_whole(query, day, without)).order_by(*_ORDERS[query.sort], CLAIMS.c.id)
        return tuple(ClaimRow(*row) for row in self._rows(found.limit(limit)))

    def count_claims_whole(
        self, query: ClaimQuery, day: str, *, without: Collection[str] = ()
    ) -> dict[ClaimStatus, int]:
        """How many of the claims of `claims_whole` there are of each status; {} for none."""
        status = CLAIMS.c.status
        found = select(status, func.count()).where(*_whole(query, day, without)).group_by(status)
        return {row[0]: row[1] for row in self._rows(found)}

    def members_fitting(self, query: ClaimQuery, propositions: Iterable[str]) -> tuple[frozenset[str], ...]:
        """For each thing that the query asks of members (publisher, source, text), those of these
        propositions that fit it; () where it asks for none.
        """
        every = list(propositions)
        return tuple(
            frozenset(
                row[0]
                for piece in chunks(every)
                for row in self._rows(
                    select(CLAIM_MEMBERS.c.proposition).where(CLAIM_MEMBERS.c.proposition.in_(piece), asked)
                )
            )
            for asked in members_asked(query)
        )


def _whole(query: ClaimQuery, day: str, without: Collection[str]) -> list[ColumnElement[bool]]:
    found = [*conditions(query, None), CLAIMS.c.last_day <= day]
    if without:
        gone = func.json_each(json.dumps(sorted(without))).table_valued("value")
        found.append(CLAIMS.c.id.not_in(select(gone.c.value)))
    return found
