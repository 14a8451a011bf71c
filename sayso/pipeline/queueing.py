"""What waits for a person to decide, one by one: links that are proposed, readings not sure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sayso.model import Claim, Member, Statement, gist_of_claim
from sayso.store.store import Store

UNSURE = 0.7  # confidence below which a reading is looked at
BATCH = 100  # that are fetched at once: more than can be set aside
MOST_COUNTED = 200


class Proposed(NamedTuple):
    """A statement that may say what a claim says, beside the member that it was compared with (`own`).

    `key` names the place in the queue, `short` the pair.
    """

    claim: Claim
    own: Member
    other: Member
    key: str
    short: str


class Doubtful(NamedTuple):
    """A reading that the reader is not sure of. `key` names the place in the queue, `short` the statement."""

    statement: Statement
    key: str
    short: str


def next_proposed(store: Store, after: str, aside: Collection[str]) -> Proposed | None:
    """The first link behind `after` ("" for the first of all) that is not set aside; None for none.

    Those of the claims with most documents come first.
    """
    return next((one for one in _proposed(store, after) if one.short not in aside), None)


def _proposed(store: Store, after: str) -> Iterator[Proposed]:
    documents, _, rest = after.partition("~")
    claim_id, _, proposition = rest.partition("~")
    valid = documents.isdecimal() and len(documents) < 18 and claim_id.startswith("c:")
    found = (
        store.claims_proposing(BATCH, documents=int(documents), id=claim_id) if valid
        else store.claims_proposing(BATCH)
    )  # fmt: skip
    for claim in found:
        inside = {member.proposition: member for member in claim.statements}
        number = len({member.document for member in claim.statements})
        every = list(claim.proposals)
        done = [n for n, one in enumerate(every) if claim.id == claim_id and one.proposition == proposition]
        for other in every[done[0] + 1 if done else 0 :]:
            own = inside.get(other.compared or "", gist_of_claim(claim))
            short = f"{own.proposition[2:10]}{other.proposition[2:10]}"
            key = f"{number}~{claim.id}~{other.proposition}"
            yield Proposed(claim=claim, own=own, other=other, key=key, short=short)


def next_doubtful(store: Store, after: str, aside: Collection[str]) -> Doubtful | None:
    """The first reading behind `after` ("" for the first of all) that is not set aside; None for none.

    The latest added come first.
    """
    before = {"before": int(after)} if after.isdecimal() and len(after) < 18 else {}
    for number, statement in store.statements_unsure(UNSURE, BATCH, **before):
        if statement.id[2:18] not in aside:
            return Doubtful(statement=statement, key=str(number), short=statement.id[2:18])
    return None
