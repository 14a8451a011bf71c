"""Claims: replaced as linking goes on, found by what is asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text

from sayso.model import Claim, ClaimStatus
from sayso.store.base import Base, chunks
from sayso.store.query import match_of, terms_of
from sayso.store.rows import ClaimQuery
from sayso.store.tables import CLAIM_MEMBERS, CLAIMS, DOCUMENTS, SHOWN, STATEMENTS

_JSON = msgspec.json.Encoder()
_CLAIM = msgspec.json.Decoder(Claim)
_PUT_CLAIM = "INSERT INTO claims VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_PUT_MEMBER = "INSERT INTO claim_members VALUES (?,?,?,?,?,?,?)"
_ORDERS = {
    "newest": (CLAIMS.c.last_day, True),
    "oldest": (CLAIMS.c.first_day, False),
    "origins": (CLAIMS.c.origins_low, True),
    "documents": (CLAIMS.c.documents, True),
    "denials": (CLAIMS.c.against, True),
}
_IS_SHOWN = and_(SHOWN.c.document == STATEMENTS.c.document, SHOWN.c.reading == STATEMENTS.c.reading)
NO_QUERY = ClaimQuery()


class Claims(Base):
    """Puts and finds claims: those of the whole ledger. What was known on a day is made by linking."""

    def replace_claims(self, old: Iterable[str], new: Iterable[Claim]) -> None:
        """Drops the claims with the ids `old` and puts `new` in their place, in one transaction.

        Every claim has at least one statement, in a document of the ledger; raises KeyError otherwise.
        """
        claims = list(new)
        days = self._days(member.document for claim in claims for member in claim.statements)
        gone = [(id,) for id in dict.fromkeys([*old, *(claim.id for claim in claims)])]
        with self.together():
            self._put("DELETE FROM claim_members WHERE claim = ?", gone)
            self._put("DELETE FROM claims WHERE id = ?", gone)
            self._put(_PUT_CLAIM, [_row(claim, days) for claim in claims])
            self._put(
                _PUT_MEMBER,
                [
                    (claim.id, m.proposition, m.id, m.document, m.stance, m.scope, m.p)
                    for claim in claims
                    for m in claim.statements
                ],
            )

    def replace_proposals(self, claims: Iterable[Claim]) -> None:
        """Puts what may belong to claims that are there in the place of what did; nothing else of them.

        Proposals stand in no row but the claim's own, and are counted nowhere.
        """
        with self.together():
            rows = [(_JSON.encode(claim).decode(), claim.id) for claim in claims]
            self._put("UPDATE claims SET json = ? WHERE id = ?", rows)

    def claims(
        self,
        query: ClaimQuery = NO_QUERY,
        *,
        as_of: str | None = None,
        after: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Claim, ...]:
        """The claims that fit, in the order asked for, ties by id; () where none does.

        `after` is the id of the last claim of the page before; `offset` leaves out so many. `as_of` leaves
        out claims that nobody had made by that day; those that are left say what the whole ledger says.
        """
        column, falling = _ORDERS[query.sort]
        found = select(CLAIMS.c.json).where(*conditions(query, as_of, limit)).limit(limit)
        if offset:
            found = found.offset(offset)
        if after is not None:
            found = found.where(_behind(column, falling, after))
        ends = (column.desc(), CLAIMS.c.id.desc()) if falling else (column, CLAIMS.c.id)
        return tuple(_CLAIM.decode(row[0]) for row in self._rows(found.order_by(*ends)))

    def count_claims(self, query: ClaimQuery = NO_QUERY) -> int:
        """How many claims fit."""
        found = self._rows(select(func.count()).select_from(CLAIMS).where(*conditions(query, None)))
        return int(found[0][0])

    def count_claims_by_status(self, query: ClaimQuery = NO_QUERY) -> dict[ClaimStatus, int]:
        """How many claims of each status fit what is asked for besides a status; {} for none."""
        status, asked = CLAIMS.c.status, msgspec.structs.replace(query, status=None)
        found = select(status, func.count()).where(*conditions(asked, None)).group_by(status)
        return {row[0]: row[1] for row in self._rows(found)}

    def claims_beginning(self, beginning: str, limit: int = 20) -> tuple[str, ...]:
        """The ids of claims that begin so, in order, at most `limit`."""
        query = select(CLAIMS.c.id).where(CLAIMS.c.id.startswith(beginning, autoescape=True))
        return tuple(row[0] for row in self._rows(query.order_by(CLAIMS.c.id).limit(limit)))

    def propositions_in(self, statement: str) -> tuple[str, ...]:
        """The propositions of a statement that are in a claim, in order; () for an unknown one."""
        query = select(CLAIM_MEMBERS.c.proposition).where(CLAIM_MEMBERS.c.statement == statement)
        return tuple(row[0] for row in self._rows(query.order_by(CLAIM_MEMBERS.c.proposition)))

    def claim(self, id: str, as_of: str | None = None) -> Claim | None:
        """The claim with this id; None where there is none, or nobody had made it by that day."""
        query = select(CLAIMS.c.json).where(CLAIMS.c.id == id)
        if as_of is not None:
            query = query.where(CLAIMS.c.first_day <= as_of)
        rows = self._rows(query)
        return _CLAIM.decode(rows[0][0]) if rows else None

    def claims_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The claim's id for each proposition that is in one."""
        found: dict[str, str] = {}
        for piece in chunks(propositions):
            query = select(CLAIM_MEMBERS.c.proposition, CLAIM_MEMBERS.c.claim)
            rows = self._rows(query.where(CLAIM_MEMBERS.c.proposition.in_(piece)))
            found.update((row[0], row[1]) for row in rows)
        return found

    def claims_in(self, documents: Iterable[str]) -> tuple[str, ...]:
        """The ids of the claims that have a statement in one of these documents, in order; () for none."""
        found: set[str] = set()
        for piece in chunks(documents):
            query = select(CLAIM_MEMBERS.c.claim).where(CLAIM_MEMBERS.c.document.in_(piece)).distinct()
            found.update(row[0] for row in self._rows(query))
        return tuple(sorted(found))

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """The claims with these ids; those that are not there are left out."""
        found: dict[str, Claim] = {}
        for piece in chunks(ids):
            for row in self._rows(select(CLAIMS.c.id, CLAIMS.c.json).where(CLAIMS.c.id.in_(piece))):
                found[row[0]] = _CLAIM.decode(row[1])
        return found

    def _days(self, documents: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for piece in chunks(documents):
            rows = self._rows(select(DOCUMENTS.c.id, DOCUMENTS.c.day).where(DOCUMENTS.c.id.in_(piece)))
            found.update((row[0], row[1]) for row in rows)
        return found


def _row(claim: Claim, days: Mapping[str, str]) -> tuple[object, ...]:
    there = sorted(days[member.document] for member in claim.statements)
    published = sorted(member.published for member in claim.statements if member.published)
    founder = min(claim.statements, key=lambda m: (m.published or "9999-99-99", m.proposition)).proposition
    for_it, against = claim.origins, claim.origins_against
    documents = len({member.document for member in claim.statements})
    first, last = (published[0], published[-1]) if published else (None, None)
    return (
        claim.id, claim.gist, claim.status, founder, first, last, there[0], there[-1], documents,
        for_it.low, for_it.count, for_it.high, against.count, _JSON.encode(claim).decode(),
    )  # fmt: skip


def _behind(column: ColumnElement[Any], falling: bool, after: str) -> ColumnElement[bool]:
    there = CLAIMS.alias("there")
    last = select(there.c[column.key or ""]).where(there.c.id == after).scalar_subquery()
    if falling:
        return or_(column < last, and_(column == last, CLAIMS.c.id < after))
    return or_(column > last, and_(column == last, CLAIMS.c.id > after))


def conditions(query: ClaimQuery, as_of: str | None, limit: int | None = None) -> list[ColumnElement[bool]]:
    """What the claims table is asked: the query, and (`as_of`) that somebody had made the claim by a day.

    `limit`: how many are wanted, where it is few: then they are walked in their order.
    """
    c, found = CLAIMS.c, []
    members = [c.id.in_(select(CLAIM_MEMBERS.c.claim).where(asked)) for asked in members_asked(query)]
    if query.status is not None:
        # What is asked of members leaves few claims: they are looked up by id, not all of a status walked.
        # So are the first few by documents or origins: in that order, and not all of a status sorted.
        walked = bool(members) or (limit is not None and query.sort in ("documents", "origins"))
        found.append((func.coalesce(c.status, "") if walked else c.status) == query.status)
    if query.min_origins is not None:
        found.append(c.origins_low >= query.min_origins)
    if query.max_origins is not None:
        found.append(c.origins_low <= query.max_origins)
    if query.min_documents is not None:
        found.append(c.documents >= query.min_documents)
    if query.since is not None:
        found.append(c.last_published >= query.since)
    if query.until is not None:
        found.append(c.first_published <= query.until)
    if as_of is not None:
        found.append(c.first_day <= as_of)
    return [*found, *members]


def members_asked(query: ClaimQuery) -> list[ColumnElement[bool]]:
    """Each thing that is asked of a claim's members, as a condition on one of them; [] for nothing."""
    member = CLAIM_MEMBERS.c
    found: list[ColumnElement[bool]] = []
    if query.publisher is not None:
        here = DOCUMENTS.c.publisher.icontains(query.publisher, autoescape=True)
        found.append(member.document.in_(select(DOCUMENTS.c.id).where(here)))
    if query.source is not None:
        named = STATEMENTS.c.source_name.icontains(query.source, autoescape=True)
        said = select(STATEMENTS.c.id).where(STATEMENTS.c.anonymous == 0, named).join(SHOWN, _IS_SHOWN)
        found.append(member.statement.in_(said))
    if query.text is not None:
        found.append(member.statement.in_(_saying(query.text)))
    return found


def _saying(words: str) -> Select[Any]:
    terms = terms_of(words)
    if not terms:
        return select(STATEMENTS.c.id).where(STATEMENTS.c.number < 0)
    match = text(
        "statements.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :words)"
    )
    return select(STATEMENTS.c.id).where(match.bindparams(words=match_of(terms)))
