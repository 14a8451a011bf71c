"""Records of named sources: what claims that people resolved say of who said or denied them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from sayso.assess.records import learn
from sayso.assess.report import Report, settled
from sayso.model import Claim, Record, SourceRow, Statement
from sayso.pipeline.decided_values import clear
from sayso.pipeline.decisions import standing_for
from sayso.pipeline.listing import key_of_source, sources_of
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

OUTCOMES = {"holds": True, "fails": False}
SIDES = {"supports", "denies"}
COPIED = {"copies", "translates"}


def resolved_claims(store: Store, as_of: str | None = None) -> dict[str, bool]:
    """By claim whether it holds, from the outcomes that people set and nobody revoked; {} for none.

    Claims on which outcomes disagree are left out, and so is every other value. An outcome is on the words
    that it was set on: where a merge put more into the claim since, or its words became others, it resolves
    nothing. `as_of`: those set by the end of that day.
    """
    judged = [
        one for one in clear(store.judgements(what=["outcome"]))
        if one.value["outcome"] in OUTCOMES and (as_of is None or one.at[:10] <= as_of)
    ]  # fmt: skip
    present = standing_for(store, {target for one in judged for target in one.targets})
    claims = store.claims_of({now for ids in present.values() for now in ids})
    elsewhere = _elsewhere(store.claims_by_id(set(claims.values())).values())
    return settled(
        (claims[now], OUTCOMES[one.value["outcome"]])
        for one in judged if one.id not in elsewhere
        for target in one.targets for now in present[target] if now in claims
    )  # fmt: skip


def _elsewhere(claims: Iterable[Claim]) -> set[str]:
    """The judgements on these claims that are not about the claim as it is now."""
    return {
        verdict.judgement
        for claim in claims for verdict in claim.verdicts
        if verdict.state in {"before-merge", "other-words"}
    }  # fmt: skip


def records_by_key(store: Store, gazetteer: Gazetteer, as_of: str | None = None) -> dict[str, Record]:
    """The record of every named source of the ledger, by its key (`key_of_source`); {} for none.

    Whoever has fewer than five resolved claims has the prior of its kind. Anonymous sources have none, and
    nobody has one for what stands in a copy of another's text.
    """
    (found,) = _learnt(store, gazetteer, resolved_claims(store, as_of), [()], as_of)
    return found


def records_without(
    store: Store, gazetteer: Gazetteer, resolved: Mapping[str, bool], left_out: Iterable[Collection[str]],
    as_of: str | None = None,
) -> Iterator[dict[str, Record]]:  # fmt: skip
    """The records by key and printed name, once for each set of claims: learnt without these.

    For asking what would have been said of a claim by somebody who does not know how it came out.
    """
    names = {row.name: row.names for row in sources_of(store, gazetteer, as_of)}
    for by_key in _learnt(store, gazetteer, resolved, left_out, as_of):
        found = dict(by_key)
        for record in by_key.values():
            found.update(dict.fromkeys(names.get(record.source, ()), record))
        yield found


def _learnt(
    store: Store, gazetteer: Gazetteer, resolved: Mapping[str, bool], left_out: Iterable[Collection[str]],
    as_of: str | None,
) -> Iterator[dict[str, Record]]:  # fmt: skip
    rows = sources_of(store, gazetteer, as_of)
    names = {key_of_source(row.name, gazetteer): row for row in rows}
    said = [Report(source=key, kind=row.kind, claim="") for key, row in names.items()]
    told = reports_on(store, gazetteer, store.claims_by_id(resolved).values(), as_of)
    kept = [msgspec.structs.replace(one, kind=names[one.source].kind) for one in told if one.source in names]
    for out in left_out:
        known = {claim: holds for claim, holds in resolved.items() if claim not in out}
        found = learn([*said, *kept], known)
        yield {key: msgspec.structs.replace(one, source=names[key].name) for key, one in found.items()}


def records_of(store: Store, gazetteer: Gazetteer, as_of: str | None = None) -> dict[str, Record]:
    """The same records by key and by every printed name of their source."""
    by_key = records_by_key(store, gazetteer, as_of)
    found = dict(by_key)
    for row in sources_of(store, gazetteer, as_of):
        record = by_key.get(key_of_source(row.name, gazetteer))
        if record is not None:
            found.update(dict.fromkeys(row.names, record))
    return found


def reports_on(
    store: Store, gazetteer: Gazetteer, claims: Iterable[Claim], as_of: str | None = None
) -> list[Report]:
    """Who of the named sources says or denies these claims; what an outlet prints of another weighs 0."""
    given = sorted(claims, key=lambda claim: claim.id)
    statements = store.statements_by_id({m.id for claim in given for m in claim.statements}, as_of)
    copied = {
        edge.document
        for edge in store.derivations_of({m.document for claim in given for m in claim.statements}, as_of)
        if edge.kind in COPIED
    }
    return [
        Report(
            source=key_of_source(name, gazetteer), kind=statement.source.kind, claim=claim.id,
            stance="denies" if member.stance == "denies" else "supports",
            weight=float(statement.source.kind != "author" or statement.document not in copied),
        )
        for claim in given for member in claim.statements
        if member.stance in SIDES and (statement := statements.get(member.id)) and (name := named(statement))
    ]  # fmt: skip


def named(statement: Statement) -> str:
    """The name of a statement's source; "" where it is anonymous or nobody."""
    source = statement.source
    return "" if source.anonymous or source.kind == "unspecified" else source.name or ""


def with_records(
    store: Store, gazetteer: Gazetteer, rows: Iterable[SourceRow], as_of: str | None = None
) -> list[SourceRow]:
    """The rows of sources, each with its record."""
    records: Mapping[str, Record] = records_by_key(store, gazetteer, as_of)
    return [
        msgspec.structs.replace(row, record=records.get(key_of_source(row.name, gazetteer))) for row in rows
    ]
