"""Makes judgements on claims and takes them back; the claims that they touch follow at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sayso.errors import UsageError
from sayso.model import Judgement, Matter
from sayso.pipeline.asking import asked
from sayso.pipeline.claiming import rebuild, retell
from sayso.pipeline.correcting import follow as follow_readings
from sayso.pipeline.decisions import CLAIM_MATTERS, LINKING, standing_for
from sayso.store.store import Store

SHORTEST = 4  # characters behind "j:" of an id that is given by its beginning


def judge(
    store: Store, what: str, targets: Sequence[str], value: Mapping[str, Any], *, by: str, why: str
) -> Judgement:
    """Decides one thing, signed; everything downstream follows. See `asked` for targets and values.

    Raises UsageError for what does not fit, and then nothing is done.
    """
    if not by.strip() or not why.strip():
        raise UsageError("a judgement is signed: say by whom, and why")
    meant, kept = asked(store, what, targets, value)
    with store.together():
        made = store.judge(cast("Matter", what), meant, kept, by=by.strip(), why=why.strip())
        if made.revoked is not None:
            raise UsageError(f"{made.id} says just this and was revoked in this very second; try again")
        follow(store, [made])
    return made


def revoke(store: Store, id: str, *, by: str, why: str) -> Judgement:
    """Takes a judgement back, by its id or the beginning of it; what it did is undone at once."""
    with store.together():
        taken = store.revoke(judgement_meant(store, id).id, by=by, why=why)
        follow(store, [taken])
    return taken


def follow(store: Store, judgements: Iterable[Judgement]) -> None:
    """Lets the ledger follow judgements that were made, replayed or revoked: readings first, then claims."""
    every = list(judgements)
    follow_readings(store, every)
    touched = {one.id: _touched(store, one) for one in every if one.what in CLAIM_MATTERS}
    found = {proposition for some in touched.values() for proposition in some}
    if any(touched.get(one.id) for one in every if one.what in LINKING):
        rebuild(store, found)
    elif found:
        retell(store, found)


def _touched(store: Store, judgement: Judgement) -> set[str]:
    """The propositions whose claims a judgement may change, those that it names among them."""
    if judgement.what == "kind":
        return set(store.propositions_naming(_spellings(store, judgement.targets)))
    present = standing_for(store, judgement.targets)
    named = {target for targets in present.values() for target in targets}
    documents = [target for target in named if target.startswith("d:")]
    found = {p for rows in store.marks_in(documents).values() for p in rows}
    found |= {p for target in named if target.startswith("s:") for p in store.propositions_in(target)}
    return found | {target for target in named if target.startswith("p:")}


def _spellings(store: Store, names: Iterable[str]) -> list[str]:
    from sayso.pipeline.listing import sources_of
    from sayso.reference.gazetteer import load_gazetteer

    wanted = list(names)
    rows = sources_of(store, load_gazetteer())
    return [*wanted, *(name for row in rows if set(wanted) & set(row.names) for name in row.names)]


def judgement_meant(store: Store, id: str) -> Judgement:
    """The judgement with an id, or with that beginning. UsageError where there is none, or several."""
    whole = id if id.startswith("j:") else f"j:{id}"
    found = store.judgement(whole)
    if found is not None:
        return found
    begins = [one for one in store.judgements(standing=False) if one.id.startswith(whole)]
    if not begins or len(whole) < len("j:") + SHORTEST:
        raise UsageError(f"no judgement {id!r} in {store.path}; see `sayso judge list`")
    if len(begins) > 1:
        raise UsageError(f"{id!r} begins several ids: {', '.join(one.id for one in begins[:5])}")
    return begins[0]
