"""Tells what changed between two days: denials, origins, statuses, what fell due, records, corrections.

Only claims with a document published between the two days can have changed: only those are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.model import Claim, Expectation, Member, News, PromisorRecord
from sayso.model.news import NewsKind
from sayso.pipeline.claiming import claims_on
from sayso.pipeline.promises import expectations_on, records_of
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

ORDER: dict[NewsKind, int] = {
    "correction": 0, "denial": 1, "origin": 2, "status": 3, "outcome": 4, "due": 5, "record": 6,
}  # fmt: skip
DECIDED = frozenset({"kept", "partly", "broken", "revised", "denied"})
TALLIES = ("kept", "partly", "revised", "broken", "overdue", "denied")


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """The documents that became known behind the day `since`, up to and with `until`, and their days."""

    since: str
    until: str
    documents: Mapping[str, str]


def changes_between(store: Store, gazetteer: Gazetteer, since: str, until: str) -> tuple[News, ...]:
    """What the ledger knows on `until` that it did not know on `since`, by kind, then by day."""
    period = Period(since=since, until=until, documents=store.documents_between(since, until))
    found = [
        *_corrections(store, period),
        *_claims(store, period),
        *_expectations(store, gazetteer, period),
    ]
    return tuple(sorted(found, key=lambda n: (ORDER[n.kind], n.day or "", n.about, n.claim or "")))


def _corrections(store: Store, period: Period) -> Iterator[News]:
    edges = [e for e in store.derivations_of(period.documents, period.until) if e.kind == "corrects"]
    titles = store.documents_listed({id for e in edges for id in (e.document, e.of) if id})
    for edge in edges:
        if edge.document in period.documents:
            about = titles.get(edge.of or "") or titles.get(edge.document)
            yield News(
                kind="correction", about=(about.title or about.input) if about else edge.outlet,
                text=f"{edge.outlet or 'The publisher'} corrected or withdrew it. {' '.join(edge.evidence)}",
                day=period.documents[edge.document],
                documents=tuple(id for id in (edge.document, edge.of) if id),
            )  # fmt: skip


def _claims(store: Store, period: Period) -> Iterator[News]:
    stored = store.claims_by_id(store.claims_in(period.documents))
    members = [m.proposition for claim in stored.values() for m in claim.statements]
    if not members:
        return
    later = _on(store, members, stored, period.until)
    before = claims_on(store, members, period.since)
    home = {m.proposition: claim for claim in before for m in claim.statements}
    for claim in later:
        if any(m.document in period.documents for m in claim.statements):
            yield from _claim(_earlier(claim, home), claim, period)


def _on(store: Store, members: Iterable[str], stored: Mapping[str, Claim], until: str) -> tuple[Claim, ...]:
    """The claims as known on the later day: as they are stored, where nothing was published behind it."""
    if store.documents_between(until, "9999-12-31"):
        return claims_on(store, members, until)
    return tuple(stored[id] for id in sorted(stored))


def _earlier(claim: Claim, home: Mapping[str, Claim]) -> Claim | None:
    """What the claim was on the earlier day: the one that shares most propositions with it; None for none."""
    found: dict[str, int] = {}
    claims: dict[str, Claim] = {}
    for member in claim.statements:
        old = home.get(member.proposition)
        if old is not None:
            found[old.id] = found.get(old.id, 0) + 1
            claims[old.id] = old
    return claims[max(sorted(found), key=lambda id: found[id])] if found else None


def _claim(before: Claim | None, after: Claim, period: Period) -> Iterator[News]:
    new = [m for m in after.statements if m.document in period.documents]
    denials = [m for m in new if m.stance == "denies"]
    if denials and (before is not None or after.status == "contested"):
        who = ", ".join(dict.fromkeys(m.publisher or "an unknown publisher" for m in denials))
        yield _news("denial", f"It is denied, in {who}.", after, denials, before)
    if before is None:
        return
    if after.origins.low > before.origins.low:
        support = [m for m in new if m.stance != "denies"]
        text = (
            f"At least {after.origins.low} independent origins say it now; there were {before.origins.low}."
        )
        yield _news("origin", text, after, support or new, before)
    if after.status != before.status:
        yield _news("status", f"It was {before.status} and is {after.status} now.", after, new, before)


def _news(kind: NewsKind, text: str, after: Claim, members: Iterable[Member], before: Claim | None) -> News:
    rows = list(members)
    return News(
        kind=kind, text=text, about=after.gist, claim=after.id, before=before.status if before else None,
        after=after.status, day=max((m.published or "" for m in rows), default="") or None,
        statements=tuple(dict.fromkeys(m.id for m in rows)),
        documents=tuple(dict.fromkeys(m.document for m in rows)),
    )  # fmt: skip


def _expectations(store: Store, gazetteer: Gazetteer, period: Period) -> Iterator[News]:
    after = expectations_on(store, period.until)
    before = {one.id: one for one in expectations_on(store, period.since)}
    for one in after:
        found = _expectation(before.get(one.id), one, period)
        if found:
            yield found
    old = {record.promisor: record for record in records_of(before.values(), gazetteer)}
    for record in records_of(after, gazetteer):
        yield from _record(old.get(record.promisor), record)


def _expectation(before: Expectation | None, after: Expectation, period: Period) -> News | None:
    """What became of it since: an outcome, or its window ended without one; None where nothing did."""
    status = before.status if before else None
    new = [outcome for outcome in after.outcomes if outcome.day > period.since]
    if after.status in DECIDED and after.status != status:
        kind, text = "outcome", f"It was {status or 'not told of yet'} and is {after.status} now."
    elif after.status == "overdue" and status != "overdue":
        kind, text = "due", f"It fell due on {after.due_to}, and no document tells what came of it."
    else:
        return None
    return News(
        kind="outcome" if kind == "outcome" else "due", text=text, about=after.gist, expectation=after.id,
        source=None if after.anonymous else after.promisor or None, before=status, after=after.status,
        day=max((outcome.day for outcome in new), default=after.due_to if kind == "due" else None),
        statements=tuple(dict.fromkeys(o.statement for o in new if o.statement)) or (after.statement,),
    )  # fmt: skip


def _record(before: PromisorRecord | None, after: PromisorRecord) -> Iterator[News]:
    moved = [(name, getattr(before, name) if before else 0, getattr(after, name)) for name in TALLIES]
    moved = [(name, old, new) for name, old, new in moved if old != new]
    if moved:
        yield News(
            kind="record", text="; ".join(f"{name}: {old} → {new}" for name, old, new in moved) + ".",
            about=f"What {after.promisor} promised and foresaw", source=after.promisor,
            before=", ".join(f"{name} {old}" for name, old, _ in moved),
            after=", ".join(f"{name} {new}" for name, _, new in moved),
        )  # fmt: skip
