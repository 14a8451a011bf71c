"""Follows promises: finds what was foretold in new documents, what it restates or moves, and what came of it.

What comes out depends on what is in the ledger and not on how it was added: each batch makes anew every
expectation that one of its propositions may bear on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.assess.expectation_keys import keys_of
from sayso.assess.expectations import (
    Matter,
    Standing,
    calls_off,
    gathered,
    revises,
    same_promise,
    standing_of,
)
from sayso.assess.foretelling import Foretelling, foretelling_of
from sayso.assess.outcomes import may_tell, outcome_of
from sayso.assess.telling import Telling
from sayso.pipeline.telling import tellings_of
from sayso.reference.gazetteer import load_gazetteer
from sayso.store import ExpectationRow, TellingRow
from sayso.store.store import Store

STAGE = "expect"
KEY_CAP = 300  # tellings that share a key; what more of them share tells nothing
BATCH, MOST, GROWTH = 64, 2048, 4
LINK_FROM = 0.5

_ENCODE = msgspec.msgpack.Encoder().encode
_TELLING = msgspec.msgpack.Decoder(Telling)
_FORETELLING = msgspec.msgpack.Decoder(Foretelling)


def expect_pending(store: Store) -> int:
    """Goes through every document that is not gone through yet, batch by batch; how many there were."""
    waiting = store.pending(STAGE)
    done = 0
    while done < len(waiting):
        size = min(MOST, max(BATCH, (store.count_documents() - len(waiting) + done) // GROWTH))
        expect_batch(store, waiting[done : done + size])
        done += size
    return len(waiting)


def expect_batch(store: Store, documents: Sequence[str]) -> None:
    """Finds what these documents foretell and tell, and makes the expectations anew that it may bear on."""
    with store.together():
        old = set(store.drop_tellings(documents))
        rows = [row for document in documents for row in _rows(store, document)]
        keys = _telling_keys(store, rows)
        store.put_tellings(rows)
        touched = {row.proposition for row in rows if row.foretells}
        touched |= set(store.tellings_in(old))
        touched |= set(store.tellings_sharing(keys, foretelling=True))
        remake(store, touched, old)
        for document in documents:
            store.mark_done(document, STAGE)


def forget_tellings(store: Store, documents: Sequence[str]) -> None:
    """Drops what these documents foretold and told, and makes the expectations anew that rested on it."""
    with store.together():
        keys = {key for id in documents for row in store.tellings_of(id) for key in row.keys}
        old = set(store.drop_tellings(documents))
        touched = set(store.tellings_in(old)) | set(store.tellings_sharing(keys, foretelling=True))
        remake(store, touched, old)


def _rows(store: Store, document: str) -> list[TellingRow]:
    kept = store.kept(document)
    if kept is None:
        return []
    found: list[TellingRow] = []
    for telling in tellings_of(kept.document, kept.day, store.statements(document), load_gazetteer()):
        foretelling = foretelling_of(telling)
        if foretelling is not None or may_tell(telling):
            found.append(
                TellingRow(
                    proposition=telling.proposition, document=document, foretells=foretelling is not None,
                    blob=_ENCODE(foretelling or telling), keys=keys_of(telling, foretelling),
                )
            )  # fmt: skip
    return found


def _telling_keys(store: Store, rows: Sequence[TellingRow]) -> set[int]:
    """The keys of new rows that told something until now; those that pass the cap by them are among them."""
    keys = {key for row in rows for key in row.keys}
    sizes = store.telling_key_sizes(keys, KEY_CAP + 1)
    return {key for key in keys if sizes.get(key, 0) <= KEY_CAP}


def remake(store: Store, touched: Iterable[str], old: Iterable[str] = ()) -> None:
    """Makes the expectations of these foretellings, and of all that belong to them, anew."""
    known, told = _surroundings(store, touched)
    matters = gathered(known.values())
    made = [_with_outcomes(matter, told) for matter in matters]
    gone = {row.expectation for row in store.tellings(known).values() if row.expectation}
    store.replace_expectations({*old, *gone}, [_stored(matter) for matter in made])


def _surroundings(
    store: Store, touched: Iterable[str]
) -> tuple[dict[str, Foretelling], dict[str, list[Telling]]]:
    """The foretellings that belong to these (closed: none outside belongs to one inside), and for each the
    tellings that may say what came of it.
    """
    known: dict[str, Foretelling] = {}
    told: dict[str, list[Telling]] = {}
    rows: dict[str, TellingRow] = {}
    rim = set(touched)
    while rim:
        rows.update(store.tellings(rim - rows.keys()))
        known.update({p: _FORETELLING.decode(rows[p].blob) for p in rim if p in rows})
        near = {p: _near(store, rows[p]) for p in rim if p in rows}
        rows.update(store.tellings({q for found in near.values() for q in found} - rows.keys()))
        wider: set[str] = set()
        for proposition, others in near.items():
            told[proposition] = [
                _TELLING.decode(rows[q].blob) for q in others if q in rows and not rows[q].foretells
            ]
            for other in (q for q in others if q in rows and rows[q].foretells and q not in known):
                if _belongs(known[proposition], _FORETELLING.decode(rows[other].blob)):
                    wider.add(other)
        rim = wider
    return known, told


def _near(store: Store, row: TellingRow) -> list[str]:
    sizes = store.telling_key_sizes(row.keys, KEY_CAP + 1)
    kept = [key for key, size in sizes.items() if size <= KEY_CAP]
    return [p for p in store.tellings_sharing(kept) if p != row.proposition]


def _belongs(a: Foretelling, b: Foretelling) -> bool:
    return any(same_promise(x, y) or revises(x, y) or calls_off(x, y) for x, y in ((a, b), (b, a)))


def _with_outcomes(matter: Matter, told: dict[str, list[Telling]]) -> Matter:
    found = {
        (outcome.kind, outcome.statement, outcome.text): outcome
        for member in matter.members
        for telling in told.get(member.telling.proposition, ())
        if (outcome := outcome_of(matter.founder, telling)) is not None
    }
    return msgspec.structs.replace(matter, outcomes=(*matter.outcomes, *found.values()))


def _stored(matter: Matter) -> ExpectationRow:
    standing: Standing = standing_of(matter)
    return ExpectationRow(
        id=standing.id, first_day=standing.day, due_from=standing.first, due_to=standing.last,
        promisor="" if standing.anonymous else standing.promisor, gist=standing.told[0].text,
        blob=_ENCODE(standing),
        propositions=tuple(member.telling.proposition for member in matter.members),
    )  # fmt: skip
