"""Hands judgements from one ledger to another of the same documents: exported with anchors, replayed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.errors import UsageError
from sayso.model import Anchor, Judgement, JudgementExport, Matter, Replayed
from sayso.pipeline.decided_values import unclear
from sayso.pipeline.decisions import in_order, missing
from sayso.pipeline.judged import things_there
from sayso.pipeline.judging import follow
from sayso.store.store import Store

MOST_BYTES = 256 << 20


def export_judgements(store: Store, *, what: Iterable[Matter] | None = None) -> JudgementExport:
    """All judgements with an anchor for each target that is there, in the order of their making."""
    found = in_order(store.judgements(what=what, standing=False))
    return JudgementExport(
        judgements=tuple(found), anchors=tuple(_anchors(store, [t for one in found for t in one.targets]))
    )


def _anchors(store: Store, targets: Iterable[str]) -> Iterator[Anchor]:
    every = list(dict.fromkeys(targets))
    saying = store.statements_saying(t for t in every if t.startswith("p:"))
    statements = store.statements_by_id([*saying.values(), *(t for t in every if t.startswith("s:"))])
    parts = {part.id: part for s in statements.values() for part in s.propositions}
    inside = {s.document for s in statements.values()}
    documents = store.documents_listed([*inside, *(t for t in every if t.startswith("d:"))])
    for target in every:
        statement = statements.get(saying.get(target, target))
        row = documents.get(statement.document if statement else target)
        if row is None:
            yield Anchor(target=target)
            continue
        where = parts.get(target) or (statement.content if statement else None)
        yield Anchor(
            target=target, document=row.id, text_sha256=row.text_sha256, publisher=row.publisher,
            published=row.published, spans=where.spans if where else (), text=where.text if where else "",
        )  # fmt: skip


def read_export(path: str | Path) -> JudgementExport:
    """The judgements in a file; UsageError where it cannot be read, or holds something else."""
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            raise UsageError(f"{path} is larger than {MOST_BYTES:,} bytes")
        return msgspec.json.decode(Path(path).read_bytes(), type=JudgementExport)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} holds no judgements as `sayso judge export` writes them: {error}"
        ) from error


def replay(store: Store, export: JudgementExport) -> tuple[Replayed, ...]:
    """Applies judgements that were made elsewhere; once more does nothing. One answer for each, in order.

    "applied": it is kept now as it was made, with its id, signature and moment. "known": it was there.
    "revoked": it stood here, and was revoked there. "unfit": what it is about is not in this ledger, or it is
    not what it says it is; it is left out. All in one transaction.
    """
    anchors = {anchor.target: anchor for anchor in export.anchors}
    with store.together():
        found = [_replayed(store, one, anchors) for one in in_order(export.judgements)]
        follow(store, [one for one, done in found if done.did in {"applied", "revoked"}])
    return tuple(done for _, done in found)


def _replayed(store: Store, one: Judgement, anchors: dict[str, Anchor]) -> tuple[Judgement, Replayed]:
    known = store.judgement(one.id)
    if known is not None:
        if one.revoked is None or known.revoked is not None:
            return one, Replayed(id=one.id, did="known")
        store.revoke(one.id, by=one.revoked.by, why=one.revoked.why)
        return one, Replayed(id=one.id, did="revoked", why=one.revoked.why)
    if one.revoked is not None:
        return one, Replayed(id=one.id, did="known", why="it was revoked, and never was here")
    unknown = unclear(one)
    if unknown:
        return one, Replayed(id=one.id, did="unfit", why=unknown)
    there, _, _ = things_there(store, one.targets)
    lacking = missing(one, there)
    if lacking:
        return one, Replayed(id=one.id, did="unfit", why=_why(store, lacking[0], anchors.get(lacking[0])))
    try:
        store.keep_judgement(one)
    except UsageError as error:
        return one, Replayed(id=one.id, did="unfit", why=str(error))
    return one, Replayed(id=one.id, did="applied")


def _why(store: Store, target: str, anchor: Anchor | None) -> str:
    """Why a target does not fit: its document is not here, or is read otherwise. It is moved nowhere."""
    if anchor is None or anchor.document is None:
        return f"{target} is not in this ledger"
    whose = f"{anchor.publisher or 'publisher unknown'}, {anchor.published or 'no date'}"
    if not store.documents_listed([anchor.document]):
        return f"the document is not in this ledger ({whose})"
    return f"the document is here ({whose}), and is read otherwise: “{anchor.text}” is no statement of it"
