"""What the rows of each table of a ledger are made of: fetched in order, as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sayso.pipeline.promises import ExpectationQuery
from sayso.pipeline.querying import ClaimQuery
from sayso.show.tables import MemberIn, StatementIn, Table, table_of

if TYPE_CHECKING:
    from sayso.pipeline.ledger import Ledger


def table(ledger: Ledger, name: str, as_of: str | None = None) -> Table:
    """The table of that name, as the ledger was known on a day; UsageError for another name."""
    return table_of(name, _ROWS[name](ledger, as_of) if name in _ROWS else ())


def _statements(ledger: Ledger, as_of: str | None) -> Iterator[StatementIn]:
    for row in ledger.documents(as_of=as_of):
        for statement in ledger.statements(row.id):
            yield StatementIn(statement=statement, document=row)


def _members(ledger: Ledger, as_of: str | None) -> Iterator[MemberIn]:
    claims = ledger.claims(_all_claims(as_of), weighed=False).claims
    documents = dict.fromkeys(member.document for claim in claims for member in claim.statements)
    words = {p.id: p.text for d in documents for s in ledger.statements(d) for p in s.propositions}
    for claim in claims:
        for member in claim.statements:
            yield MemberIn(claim=claim, member=member, text=words.get(member.proposition, ""))


def _all_claims(as_of: str | None) -> ClaimQuery:
    return ClaimQuery(sort="oldest", limit=0, as_of=as_of)


def _judgements(ledger: Ledger, as_of: str | None) -> Iterable[Any]:
    return ledger.judgements(as_of=as_of)


_ROWS: Mapping[str, Callable[[Ledger, str | None], Iterable[Any]]] = {
    "documents": lambda ledger, as_of: ledger.documents(as_of=as_of),
    "statements": _statements,
    "claims": lambda ledger, as_of: ledger.claims(_all_claims(as_of)).claims,
    "members": _members,
    "sources": lambda ledger, as_of: ledger.sources(as_of=as_of),
    "expectations": lambda ledger, as_of: (
        ledger.expectations(ExpectationQuery(limit=0, as_of=as_of)).expectations
    ),
    "timeline": lambda ledger, as_of: ledger.timeline(as_of=as_of, due=False),
    "judgements": _judgements,
}
