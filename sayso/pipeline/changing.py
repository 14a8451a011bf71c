"""Tells what changed between two days: denials, origins, statuses, what fell due, records, corrections.

Only claims with a document published between the two days, or on which a person decided something in that
time, can have changed: only those are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.model import Claim, Expectation, ExpectationStatus, Member, News, PromisorRecord
from sayso.model.news import NewsKind
from sayso.pipeline.decided_values import clear
from sayso.pipeline.decided_words import CLAIM_OUTCOMES, OUTCOME_WORDS
from sayso.pipeline.decisions import KNOWN_FROM_THE_DAY, standing_for
from sayso.pipeline.earlier import claims_on
from sayso.pipeline.promises import expectations_on, records_of
from sayso.pipeline.records import records_by_key, resolved_claims
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

ORDER: dict[NewsKind, int] = {
    "correction": 0, "denial": 1, "origin": 2, "status": 3, "outcome": 4, "due": 5, "record": 6,
    "document": 7,
}  # fmt: skip
DECIDED = frozenset({"kept", "partly", "broken", "revised", "denied"})
JUDGED = ("right", "wrong")
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
        *correction_news(store, period),
        *_claims(store, period),
        *_expectations(store, gazetteer, period),
        *_source_records(store, gazetteer, period),
    ]
    return in_order(found)


def in_order(news: Iterable[News]) -> tuple[News, ...]:
    """By kind, the most urgent first, then by day."""
    return tuple(sorted(news, key=lambda n: (ORDER[n.kind], n.day or "", n.about, n.claim or "")))


def correction_news(store: Store, period: Period) -> Iterator[News]:
    """The reports that documents of the period correct or withdraw."""
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
    decided = _decided_on(store, period)
    stored = store.claims_by_id({*store.claims_in(period.documents), *store.claims_of(decided).values()})
    members = [m.proposition for claim in stored.values() for m in claim.statements]
    if not members:
        return
    later = _on(store, members, stored, period.until)
    before = claims_on(store, members, period.since)
    home = {m.proposition: claim for claim in before for m in claim.statements}
    for claim in later:
        if any(m.document in period.documents or m.proposition in decided for m in claim.statements):
            yield from claim_news(earlier_of(claim, home), claim, period)


def _on(store: Store, members: Iterable[str], stored: Mapping[str, Claim], until: str) -> tuple[Claim, ...]:
    """The claims as known on the later day: as they are stored, where nothing came to be known behind it."""
    later = any(one.at[:10] > until for one in store.judgements(what=KNOWN_FROM_THE_DAY))
    if later or store.documents_between(until, "9999-12-31"):
        return claims_on(store, members, until)
    return tuple(stored[id] for id in sorted(stored))


def _decided_on(store: Store, period: Period) -> set[str]:
    """The propositions on which a person came to know something in that time."""
    made = [
        one for one in clear(store.judgements(what=KNOWN_FROM_THE_DAY))
        if period.since < one.at[:10] <= period.until
    ]  # fmt: skip
    present = standing_for(store, {target for one in made for target in one.targets})
    return {now for ids in present.values() for now in ids}


def earlier_of(claim: Claim, home: Mapping[str, Claim]) -> Claim | None:
    """What the claim was on the earlier day: the one that shares most propositions with it; None for none."""
    found: dict[str, int] = {}
    claims: dict[str, Claim] = {}
    for member in claim.statements:
        old = home.get(member.proposition)
        if old is not None:
            found[old.id] = found.get(old.id, 0) + 1
            claims[old.id] = old
    return claims[max(sorted(found), key=lambda id: found[id])] if found else None


def claim_news(before: Claim | None, after: Claim, period: Period) -> Iterator[News]:
    """What documents of the period changed about a claim; `before` is what it was without them."""
    new = [m for m in after.statements if m.document in period.documents]
    denials = [m for m in new if m.stance == "denies"]
    if denials and (before is not None or after.status == "contested"):
        who = ", ".join(dict.fromkeys(m.publisher or "an unknown publisher" for m in denials))
        yield _news("denial", f"It is denied, in {who}.", after, denials, before)
    if before is None:
        return
    yield from _verdicts(before, after, period)
    if after.origins.low > before.origins.low:
        support = [m for m in new if m.stance != "denies"]
        text = (
            f"At least {after.origins.low} independent origins say it now; there were {before.origins.low}."
        )
        yield _news("origin", text, after, support or new, before)
    if after.status != before.status:
        yield _news("status", f"It was {before.status} and is {after.status} now.", after, new, before)


def _verdicts(before: Claim, after: Claim, period: Period) -> Iterator[News]:
    """Whether it holds, where somebody decided so in that time."""
    old = {verdict.judgement for verdict in before.verdicts}
    new = [v for v in after.verdicts if v.state == "counts" and v.judgement not in old]
    for one in new:
        if one.what == "outcome" and one.value in CLAIM_OUTCOMES:
            text = f"{one.by} decided that {OUTCOME_WORDS[one.value]}: {one.why}"
            found = _news("outcome", text, after, (), before)
            yield msgspec.structs.replace(found, before=None, after=one.value, day=one.at[:10])


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
        found = expectation_news(before.get(one.id), one, period)
        if found:
            yield found
    old = {record.promisor: record for record in records_of(before.values(), gazetteer)}
    for record in records_of(after, gazetteer):
        yield from record_news(old.get(record.promisor), record)


def expectation_news(before: Expectation | None, after: Expectation, period: Period) -> News | None:
    """What became of it since: an outcome, or its window ended without one; None where nothing did."""
    status = before.status if before else None
    new = [outcome for outcome in after.outcomes if outcome.day > period.since]
    if after.status in DECIDED and after.status != status:
        kind, text = "outcome", f"It was {_told(status)} and is {_told(after.status)} now."
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


def _source_records(store: Store, gazetteer: Gazetteer, period: Period) -> Iterator[News]:
    """The named sources of whose resolved claims more, or fewer, were right or wrong on the later day."""
    if not resolved_claims(store, period.until):
        return
    old = records_by_key(store, gazetteer, period.since)
    for key, after in records_by_key(store, gazetteer, period.until).items():
        before = old.get(key)
        was = (before.right, before.wrong) if before else (0, 0)
        now = (after.right, after.wrong)
        if was != now:
            moved = [f"{name}: {a} → {b}" for name, a, b in zip(JUDGED, was, now, strict=True) if a != b]
            yield News(
                kind="record", text=f"{'; '.join(moved)}.", about=f"What {after.source} says",
                source=after.source, before="right {}, wrong {}".format(*was),
                after="right {}, wrong {}".format(*now),
            )  # fmt: skip


def record_news(before: PromisorRecord | None, after: PromisorRecord) -> Iterator[News]:
    """How a promisor's record moved; nothing where it did not."""
    moved = [(name, getattr(before, name) if before else 0, getattr(after, name)) for name in TALLIES]
    moved = [(name, old, new) for name, old, new in moved if old != new]
    if moved:
        yield News(
            kind="record", text="; ".join(f"{name}: {old} → {new}" for name, old, new in moved) + ".",
            about=f"What {after.promisor} promised and foresaw", source=after.promisor,
            before=", ".join(f"{name} {old}" for name, old, _ in moved),
            after=", ".join(f"{name} {new}" for name, _, new in moved),
        )  # fmt: skip


def _told(status: ExpectationStatus | None) -> str:
    """How a promise stands, as a part of a sentence."""
    if status is None:
        return "not told of yet"
    return "kept in part or late" if status == "partly" else status
