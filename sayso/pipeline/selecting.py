"""What of a ledger is wanted: some claims, some documents, what a source said, a subject; else all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from sayso.errors import UsageError
from sayso.model import Claim
from sayso.pipeline.claim_view import one_claim
from sayso.pipeline.listing import source_page
from sayso.pipeline.meaning import whole_id
from sayso.pipeline.querying import ClaimQuery, find_claims
from sayso.pipeline.valuing import with_support
from sayso.reference.gazetteer import load_gazetteer
from sayso.store import ClaimQuery as StoreQuery
from sayso.store.store import Store

BATCH = 200  # claims that are looked at together
DEPTH = 12  # statements around one, at most


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What of a ledger is wanted; without anything, all of it. What is given is joined, never cut.

    `claims` and `documents` are ids or beginnings of ids, `source` the name of a named source, `subject`
    words that a statement of a claim must hold, all of them. `as_of`: as known on that day, an ISO date.
    """

    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    source: str | None = None
    subject: str = ""
    as_of: str | None = None

    @property
    def whole(self) -> bool:
        """Whether all of the ledger is wanted."""
        return not (self.claims or self.documents or self.source or self.subject)

    def words(self) -> str:
        """What is wanted, in words: "the whole ledger", "the claims on “rye harvest”"."""
        parts = [f"claim {id}" for id in self.claims] + [f"document {id}" for id in self.documents]
        parts += [f"what {self.source} said"] if self.source else []
        parts += [f"the claims on “{self.subject}”"] if self.subject else []
        return ", ".join(parts) or "the whole ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a selection comes to. None stands for all; `entire`: documents all of whose statements are in."""

    claims: tuple[Claim, ...] | None = None
    statements: frozenset[str] | None = None
    entire: frozenset[str] = frozenset()


def chosen(store: Store, selection: Selection) -> Chosen:
    """The claims and statements that are meant. Raises UsageError for what is not there."""
    if selection.whole:
        return Chosen()
    as_of = selection.as_of
    claims = [one_claim(store, id, as_of) for id in selection.claims]
    if selection.subject:
        query = ClaimQuery(words=selection.subject, as_of=as_of, limit=0)
        claims += find_claims(store, query, lambda day: day or store.last_published()).claims
    statements = {member.id for claim in claims for member in claim.statements}
    entire = frozenset(_document(store, id, as_of) for id in selection.documents)
    said = _said(store, selection.source, as_of) if selection.source else set()
    claims += _around(store, {*said, *(s.id for d in entire for s in store.statements(d))}, as_of)
    unique = tuple({claim.id: claim for claim in claims}.values())
    return Chosen(claims=unique, statements=_with_outer(store, statements | said), entire=entire)


def batches(store: Store, wanted: Chosen, as_of: str | None) -> Iterator[Sequence[Claim]]:
    """The claims that are wanted, not weighed, some at a time, always in the same order."""
    if wanted.claims is not None or as_of is not None:
        every: Sequence[Claim] = wanted.claims or ()
        if wanted.claims is None:
            every = find_claims(store, ClaimQuery(as_of=as_of, limit=0), lambda day: day).claims
        for start in range(0, len(every), BATCH):
            yield every[start : start + BATCH]
        return
    day, after = store.last_published(), None
    while found := store.claims(StoreQuery(sort="documents"), after=after, limit=BATCH):
        after = found[-1].id
        yield [with_support(msgspec.structs.replace(claim, as_of=day)) for claim in found]


def _document(store: Store, id: str, as_of: str | None) -> str:
    found = whole_id(store, id)
    if store.kept(found, as_of) is None:
        raise UsageError(f"no document {id!r} in {store.path}" + (f" by {as_of}" if as_of else ""))
    return found


def _said(store: Store, source: str, as_of: str | None) -> set[str]:
    return {one.id for one in source_page(store, load_gazetteer(), source, as_of).statements}


def _around(store: Store, statements: Iterable[str], as_of: str | None) -> list[Claim]:
    """The claims that hold propositions of these statements, as known on a day; in order of their ids."""
    held = store.statements_by_id(statements, as_of)
    propositions = [part.id for one in held.values() for part in one.propositions]
    ids = sorted(set(store.claims_of(propositions).values()))
    found = []
    for id in ids:
        try:
            found.append(one_claim(store, id, as_of))
        except UsageError:  # nobody had made it by then
            continue
    return found


def _with_outer(store: Store, statements: Iterable[str]) -> frozenset[str]:
    """The statements with those around them, so that no chain is cut."""
    found = set(statements)
    edge = set(found)
    for _ in range(DEPTH):
        held = store.statements_by_id(edge)
        edge = {one.within for one in held.values() if one.within} - found
        if not edge:
            break
        found |= edge
    return frozenset(found)
