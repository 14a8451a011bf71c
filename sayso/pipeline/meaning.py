"""What an id that a person gives means: a claim, a statement, a proposition, a document, a named source."""

from __future__ import annotations

import shlex

from sayso.errors import UsageError
from sayso.model import Claim, SourceRow, claim_id, gist_of_claim
from sayso.store.store import Store

SHORTEST_ID = 4  # characters behind the colon of an id that is given by its beginning


def claim_meant(store: Store, id: str) -> Claim:
    """The claim with an id or that a statement or proposition of that id is in; a beginning of an id will do.

    An id that a claim had before it was merged, or before an earlier report was added, means the claim that
    its founder is in now. Raises UsageError where there is none, or more than one.
    """
    id = whole_id(store, id)
    found = store.claims_of([id, *store.propositions_in(id)])
    if found:
        return store.claims_by_id(found.values())[next(iter(sorted(found.values())))]
    if len(id.partition(":")[2] or id) < SHORTEST_ID:
        raise UsageError(f"{id!r} is too short for an id; see `sayso claims`")
    whole = id if id.startswith("c:") else f"c:{id}"
    begins = store.claims_beginning(whole) or _once(store, whole)
    if not begins:
        raise _no_claim(store, id)
    if len(begins) > 1:
        raise UsageError(f"{id!r} begins several ids: {', '.join(begins[:5])}")
    return store.claims_by_id(begins)[begins[0]]


def _no_claim(store: Store, id: str) -> UsageError:
    """Why nothing is found for an id: there is no such thing, or it claims nothing."""
    said = "statement" if id.startswith("s:") else "proposition" if id.startswith("p:") else "claim"
    if id in store.ids_beginning(id):
        return UsageError(f"{said} {id!r} is in no claim: its words say nothing that others could say too")
    if ":" not in id:
        words = f"`sayso claims {shlex.quote(id)}`"
        return UsageError(f"no claim {id!r} in {store.path}; claims with this word: {words}")
    return UsageError(f"no {said} {id!r} in {store.path}; see `sayso claims` and `sayso claim ID`")


def whole_id(store: Store, id: str) -> str:
    """The id of a proposition, statement or document that is given by its beginning; any other as it is.

    Raises UsageError where several begin so.
    """
    if id[:2] not in {"p:", "s:", "d:"} or len(id) < len("p:") + SHORTEST_ID:
        return id
    begins = store.ids_beginning(id)
    if len(begins) > 1 and id not in begins:
        raise UsageError(f"{id!r} begins several ids: {', '.join(begins[:5])}")
    return begins[0] if len(begins) == 1 else id


def _once(store: Store, beginning: str) -> tuple[str, ...]:
    """The claims in which founders of claims are now whose ids began so."""
    founders = [p for p in store.propositions_in_claims() if claim_id(p).startswith(beginning)]
    return tuple(sorted(set(store.claims_of(founders).values())))


def proposition_meant(store: Store, id: str, claim: Claim | None = None) -> str:
    """The proposition that an id means: of a claim the one that gives the gist, of a statement its only one,
    or its only one in `claim`.

    Raises UsageError where there is none, or where a statement has several: then one of them must be named.
    """
    if store.claims_of([id]):
        return id
    inside = store.propositions_in(id)
    if claim is not None:
        here = {member.proposition for member in claim.statements}
        inside = tuple(p for p in inside if p in here) or inside
    if len(inside) > 1:
        said = ", ".join(f"{p} (“{words}”)" for p, words in store.words_of(inside).items())
        raise UsageError(f"{id} says several things; name one of them: {said}")
    if inside:
        return inside[0]
    return gist_of(claim_meant(store, id))


def gist_of(claim: Claim) -> str:
    """The proposition whose printed words stand at the head of a claim."""
    return gist_of_claim(claim).proposition


def evidence_meant(store: Store, id: str) -> str:
    """The statement or document with an id. Raises UsageError where there is none."""
    if id in store.statements_by_id([id]) or id in store.documents_listed([id]):
        return id
    raise UsageError(f"no statement or document {id!r} in {store.path}; see `sayso claim ID`")


def source_meant(store: Store, name: str) -> str:
    """The named source that goes by a name, as it is commonest printed; an outlet that only publishes, too.

    Raises UsageError for anonymous ones, which are nobody across documents, and for names nobody has.
    """
    from sayso.pipeline.listing import key_of_source, sources_of
    from sayso.reference.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    rows: list[SourceRow] = sources_of(store, gazetteer)
    wanted = key_of_source(name, gazetteer)
    for row in rows:
        if name in (row.id, *row.names) or key_of_source(row.name, gazetteer) == wanted:
            return row.name
    if any(key_of_source(p, gazetteer) == wanted for p in store.publishers()):
        return name
    raise UsageError(
        f"no named source {name!r} in {store.path}; see `sayso sources`. "
        "Anonymous sources are nobody across documents, and nothing is decided of them"
    )
