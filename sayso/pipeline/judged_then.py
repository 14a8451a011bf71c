"""The judgements as they were on a day: those made by then, on what was there, none taken back later."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sayso.model import Judgement
from sayso.pipeline.decisions import in_order
from sayso.store.store import Store


def judgements_on(store: Store, as_of: str | None = None) -> list[Judgement]:
    """All judgements in the order of their making, revoked ones too; with `as_of` (an ISO day) as they were.

    Left out then is what was decided later, or on documents that were not there yet; what was taken back
    later stands.
    """
    every = in_order(store.judgements(standing=False))
    if as_of is None:
        return every
    made = [_then(one, as_of) for one in every if one.at[:10] <= as_of]
    later = _not_there_yet(store, {target for one in made for target in one.targets}, as_of)
    return [one for one in made if later.isdisjoint(one.targets)]


def _then(judgement: Judgement, as_of: str) -> Judgement:
    taken = judgement.revoked
    return replace(judgement, revoked=None) if taken is not None and taken.at[:10] > as_of else judgement


def _not_there_yet(store: Store, targets: Iterable[str], as_of: str) -> set[str]:
    """Those of the targets whose documents the ledger has, but had not on that day."""
    of = documents_of(store, targets)
    there = store.documents_listed(set(of.values()))
    then = store.documents_listed(there, as_of)
    return {target for target, document in of.items() if document in there and document not in then}


def documents_of(store: Store, targets: Iterable[str]) -> dict[str, str]:
    """The document of each proposition, statement and document among the targets, in whatever reading."""
    found: dict[str, str] = {}
    for target in targets:
        document = target if target.startswith("d:") else document_of(store, target)
        if document is not None:
            found[target] = document
    return found


def document_of(store: Store, id: str) -> str | None:
    """The document of a proposition or statement, in whatever reading; None for what is nowhere."""
    if not id.startswith(("p:", "s:")):
        return None
    statement = store.statement_of(id) if id.startswith("p:") else id
    rows = store.readings_holding(statement) if statement else ()
    return rows[-1].document if rows else None
