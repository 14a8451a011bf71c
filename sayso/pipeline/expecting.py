"""Follows promises: finds what was foretold in new documents, what it restates or moves, and what came of it.

What comes out depends on what is in the ledger and not on how it was added: each batch makes anew every
expectation that one of its propositions may bear on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.assess.promises.expectation_keys import keys_of
from sayso.assess.promises.expectations import (
    Matter,
    Standing,
    calls_off,
    gathered,
    revises,
    same_promise,
    standing_of,
)
from sayso.assess.promises.foretelling import Foretelling, foretelling_of
from sayso.assess.promises.outcomes import may_tell, outcome_of
from sayso.assess.promises.telling import Telling
from sayso.link.claims import components
from sayso.model import Document, Statement
from sayso.pipeline.telling import tellings_of
from sayso.reference.gazetteer import load_gazetteer
from sayso.store import ExpectationRow, TellingRow
from sayso.store.store import Store

STAGE = "expect"
KEY_CAP = 300  # tellings that share a key; what more of them share tells nothing
BATCH = 4096  # documents that are gone through in one transaction
LINK_FROM = 0.5  # as sure as what linking proposes to a person
Teller = tuple[Telling, bool]  # what may tell of an outcome, and whether linking proposes the two
Told = dict[str, tuple[TellingRow, ...]]
"""What documents foretell and tell, by their ids."""

_ENCODE = msgspec.msgpack.Encoder().encode
_TELLING = msgspec.msgpack.Decoder(Telling)
_FORETELLING = msgspec.msgpack.Decoder(Foretelling)


def expect_pending(store: Store, told: Told | None = None) -> int:
    """Goes through every document that is not gone through yet, batch by batch; how many there were.

    `told`: the rows of some documents, made when they were read; they are taken out of it.
    """
    waiting = store.pending(STAGE)
    for start in range(0, len(waiting), BATCH):
        expect_batch(store, waiting[start : start + BATCH], told)
    return len(waiting)


def expect_batch(store: Store, documents: Sequence[str], told: Told | None = None) -> None:
    """Finds what these documents foretell and tell, and makes the expectations anew that it may bear on."""
    with store.together():
        old = set(store.drop_tellings(documents))
        rows = [row for document in documents for row in _told_in(store, document, told)]
        keys = _telling_keys(store, rows)
        store.put_tellings(rows)
        touched = {row.proposition for row in rows if row.foretells}
        touched |= set(store.tellings_in(old))
        touched |= set(store.tellings_sharing(keys, foretelling=True))
        linked = _linked(store, {row.proposition for row in rows})
        touched |= {p for p, row in store.tellings(linked).items() if row.foretells}
        remake(store, touched, old)
        for document in documents:
            store.mark_done(document, STAGE)


def forget_tellings(store: Store, documents: Sequence[str]) -> None:
    """Drops what these documents foretold and told, and makes the expectations anew that rested on it.

    Also those that only a link joined with it: of a document that was unlinked, what is stale for it.
    """
    with store.together():
        keys = {key for id in documents for row in store.tellings_of(id) for key in row.keys}
        linked = _linked(store, store.propositions_in_marks(documents)).keys() | store.stale(documents)
        old = set(store.drop_tellings(documents))
        touched = set(store.tellings_in(old)) | set(store.tellings_sharing(keys, foretelling=True))
        touched |= {p for p, row in store.tellings(linked).items() if row.foretells}
        remake(store, touched, old)


def _told_in(store: Store, document: str, told: Told | None) -> tuple[TellingRow, ...]:
    ready = told.pop(document, None) if told else None
    return _rows(store, document) if ready is None else ready


def _rows(store: Store, document: str) -> tuple[TellingRow, ...]:
    kept = store.kept(document)
    return rows_of(kept.document, kept.day, store.statements(document)) if kept else ()


def rows_of(document: Document, day: str, statements: Sequence[Statement]) -> tuple[TellingRow, ...]:
    """What a document foretells, and tells of what may have been foretold; () for neither.

    Of the document alone. `day`: since when it is there (published, else captured).
    """
    found: list[TellingRow] = []
    for telling in tellings_of(document, day, statements, load_gazetteer(), wanted=_bears_on_promises):
        foretelling = foretelling_of(telling)
        found.append(
            TellingRow(
                proposition=telling.proposition, document=document.id, foretells=foretelling is not None,
                blob=_ENCODE(foretelling or telling), keys=keys_of(telling, foretelling),
            )
        )  # fmt: skip
    return tuple(found)


def _bears_on_promises(telling: Telling) -> bool:
    return foretelling_of(telling) is not None or may_tell(telling)


def _telling_keys(store: Store, rows: Sequence[TellingRow]) -> set[int]:
    """The keys of new rows that told something until now; those that pass the cap by them are among them."""
    keys = {key for row in rows for key in row.keys}
    sizes = store.telling_key_sizes(keys, KEY_CAP + 1)
    return {key for key in keys if sizes.get(key, 0) <= KEY_CAP}


def remake(store: Store, touched: Iterable[str], old: Iterable[str] = ()) -> None:
    """Makes the expectations of these foretellings, and of all that belong to them, anew."""
    around = _Around(store)
    around.widen(touched)
    made = [
        _with_outcomes(matter, around.told)
        for part in around.parts()
        for matter in gathered(around.known[p] for p in part)
    ]
    gone = {row.expectation for p, row in around.rows.items() if row.expectation and p in around.known}
    store.replace_expectations({*old, *gone}, [_stored(matter) for matter in made])


@dataclass(slots=True)
class _Around:
    """Foretellings with all that belong to them (none outside belongs to one inside), and for each the
    tellings that may say what came of it. `edges`: which belong together.
    """

    store: Store
    known: dict[str, Foretelling] = field(default_factory=dict)
    told: dict[str, list[Teller]] = field(default_factory=dict)
    rows: dict[str, TellingRow] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)
    _telling: dict[str, Telling] = field(default_factory=dict)
    _foretelling: dict[str, Foretelling] = field(default_factory=dict)

    def widen(self, touched: Iterable[str]) -> None:
        """Fetches these foretellings and, step by step, those that belong to them."""
        rim = set(touched)
        while rim:
            self._fetch(rim)
            rim = {p for p in rim if p in self.rows and self.rows[p].foretells}
            self.known.update({p: self._foretold(p) for p in rim})
            linked = _linked(self.store, rim)
            near = {p: {*_near(self.store, self.rows[p]), *linked.get(p, ())} - {p} for p in sorted(rim)}
            self._fetch({q for found in near.values() for q in found})
            rim = {q for p, found in near.items() for q in self._look(p, found, linked.get(p, set()))}

    def _fetch(self, propositions: set[str]) -> None:
        self.rows.update(self.store.tellings(propositions - self.rows.keys()))

    def _told(self, proposition: str) -> Telling:
        if proposition not in self._telling:
            self._telling[proposition] = _TELLING.decode(self.rows[proposition].blob)
        return self._telling[proposition]

    def _foretold(self, proposition: str) -> Foretelling:
        if proposition not in self._foretelling:
            self._foretelling[proposition] = _FORETELLING.decode(self.rows[proposition].blob)
        return self._foretelling[proposition]

    def _look(self, proposition: str, others: set[str], linked: set[str]) -> list[str]:
        """Sorts what is near a foretelling: what may tell its outcome, what belongs to it; the new ones."""
        there = [q for q in sorted(others) if q in self.rows]
        self.told[proposition] = [(self._told(q), q in linked) for q in there if not self.rows[q].foretells]
        one, found = self.known[proposition], []
        for q in (q for q in there if self.rows[q].foretells):
            other = self._foretold(q)
            if _belongs(one, other):
                self.edges.append((proposition, q))
                found += [q] if q not in self.known else []
        return found

    def parts(self) -> list[list[str]]:
        """The foretellings by what belongs together, each part in order."""
        return list(components(self.known, self.edges))


def _linked(store: Store, propositions: Iterable[str]) -> dict[str, set[str]]:
    """What linking holds to be one claim with each of these propositions, or proposes to a person."""
    found: dict[str, set[str]] = {}
    for link in store.links_of(propositions):
        if link.p >= LINK_FROM:
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
    return found


def _near(store: Store, row: TellingRow) -> list[str]:
    sizes = store.telling_key_sizes(row.keys, KEY_CAP + 1)
    kept = [key for key, size in sizes.items() if size <= KEY_CAP]
    return [p for p in store.tellings_sharing(kept) if p != row.proposition]


def _belongs(a: Foretelling, b: Foretelling) -> bool:
    return any(same_promise(x, y) or revises(x, y) or calls_off(x, y) for x, y in ((a, b), (b, a)))


def _with_outcomes(matter: Matter, told: dict[str, list[Teller]]) -> Matter:
    found = {
        (outcome.kind, outcome.statement, outcome.text): outcome
        for member in matter.members
        for telling, linked in told.get(member.telling.proposition, ())
        if (outcome := outcome_of(matter.founder, telling, linked=linked)) is not None
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
