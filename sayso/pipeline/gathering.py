"""Gathers what an export is made of: documents, statements, claims weighed as they are shown, judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

import msgspec

from sayso.errors import Problem
from sayso.model import Claim, Derivation, Expectation, Judged, Statement, subject_id
from sayso.model.judgement import ReadingMatter
from sayso.pipeline.claim_view import edges_of
from sayso.pipeline.judged import judgement_rows
from sayso.pipeline.listing import key_of_source
from sayso.pipeline.promises import expectations_on, with_chance
from sayso.pipeline.selecting import Chosen, Selection, batches, chosen
from sayso.pipeline.weighing import known_records, weigh
from sayso.reference.gazetteer import load_gazetteer
from sayso.show.claim_words import standing
from sayso.show.exports.coarsening import (
    Coarse,
    coarse_claim,
    coarse_edge,
    coarse_expectation,
    coarse_gist,
    coarse_statements,
    coarse_text,
    hidden_spans,
)
from sayso.show.exports.material import Material, Page, Place
from sayso.show.exports.sentences import ANONYMOUS
from sayso.store.store import Store

READING_MATTERS = frozenset(get_args(ReadingMatter))
PAGES = 100  # documents that are fetched at once
Tell = Callable[[Problem], None]


def gather(
    store: Store, selection: Selection, *, program: str, today: str | None = None, coarse: bool = False,
    tell: Tell | None = None,
) -> Material:  # fmt: skip
    """What is exported of a selection. `today`: the day on which due windows are looked at, where the
    selection has none. `tell` is told of originals that are lost. Raises UsageError for what is not there.
    """
    wanted = chosen(store, selection)
    gathering = Gathering(store=store, selection=selection, wanted=wanted, coarse=coarse, tell=tell)
    gathering.learn()
    head = store.head()
    day = selection.as_of or today or store.last_published() or ""
    gazetteer = load_gazetteer()
    return Material(
        program=program, as_of=day, scope=selection.words(), head=head.hash if head else "",
        events=head.seq if head else 0, coarse=coarse, documents=gathering.documents, pages=gathering.pages,
        claims=gathering.claims, members=gathering.members,
        edges=gathering.edges, expectations=gathering.expectations(day),
        judgements=gathering.judgements(), places=gathering.places, original=gathering.original,
        entity=lambda name: subject_id(key_of_source(name, gazetteer)),
    )  # fmt: skip


@dataclass(kw_only=True)
class Gathering:
    """One selection of one ledger; what is needed twice is fetched once."""

    store: Store
    selection: Selection
    wanted: Chosen
    coarse: bool
    tell: Tell | None = None
    taken: Coarse = field(default_factory=Coarse)

    @cached_property
    def places(self) -> dict[str, tuple[Place, ...]]:
        """Every place of a statement in the claims that are wanted."""
        found: dict[str, list[Place]] = {}
        for batch in batches(self.store, self.wanted, self.selection.as_of):
            for claim in batch:
                gist = coarse_gist(claim, self.taken) if self.coarse else claim.gist
                for member in claim.statements:
                    place = Place(
                        claim=claim.id, proposition=member.proposition, stance=member.stance,
                        scope=member.scope, status=claim.status, means=standing(claim), gist=gist,
                    )  # fmt: skip
                    found.setdefault(member.id, []).append(place)
        return {id: tuple(places) for id, places in found.items()}

    @cached_property
    def documents(self) -> tuple[Page, ...]:
        """The documents that are wanted, by day of publication, without texts and statements."""
        return tuple(
            msgspec.structs.replace(page, document=msgspec.structs.replace(page.document, text=""))
            for page in self._kept(self._ids)
        )

    def _title(self, page: Page) -> Page:
        """The page; in a coarse export its title without a description."""
        title = page.document.title
        if not self.coarse or title is None:
            return page
        plain = self.taken.texts.replace(title, ANONYMOUS)
        return msgspec.structs.replace(page, document=msgspec.structs.replace(page.document, title=plain))

    def pages(self) -> Iterator[Page]:
        """The documents with their texts and those of their statements that are wanted."""
        for page in self._kept(self._ids):
            every = self.store.statements(page.document.id, as_of=self.selection.as_of)
            text = page.document.text
            if self.coarse:
                hidden = hidden_spans(text, every, self.taken)
                text, every = coarse_text(text, hidden), coarse_statements(page.document, every, hidden)
            yield msgspec.structs.replace(
                page, document=msgspec.structs.replace(page.document, text=text),
                statements=tuple(one for one in every if self._wants(one)),
            )  # fmt: skip

    def claims(self) -> Iterator[Claim]:
        """The claims that are wanted, weighed."""
        as_of = self.selection.as_of
        records = known_records(self.store, as_of)
        for batch in batches(self.store, self.wanted, as_of):
            for claim in weigh(self.store, batch, as_of=as_of, records=records):
                yield coarse_claim(claim, self.taken) if self.coarse else claim

    def members(self) -> Iterator[Claim]:
        """The claims that are wanted, not weighed: that costs as much as all the rest."""
        for batch in batches(self.store, self.wanted, self.selection.as_of):
            for claim in batch:
                yield coarse_claim(claim, self.taken) if self.coarse else claim

    def edges(self) -> tuple[Derivation, ...]:
        """Who had the claims that are wanted from whom, as far as is known, each edge once."""
        return self._edges

    @cached_property
    def _edges(self) -> tuple[Derivation, ...]:
        every = (claim for batch in batches(self.store, self.wanted, self.selection.as_of) for claim in batch)
        found = {edge.id: edge for claim in every for edge in edges_of(self.store, claim)}
        return tuple(coarse_edge(e, self.taken) if self.coarse else e for e in found.values())

    def expectations(self, day: str) -> tuple[Expectation, ...]:
        """What was foretold in the statements that are wanted, as it stands on a day."""
        every = (with_chance(one) for one in expectations_on(self.store, day)) if day else ()
        found = (one for one in every if self._foretells(one))
        return tuple(coarse_expectation(one, self.taken) if self.coarse else one for one in found)

    def judgements(self) -> tuple[Judged, ...]:
        """What people decided of what is wanted, by the day; of readings nothing in a coarse export."""
        rows = (row for row in judgement_rows(self.store) if self._concerns(row))
        return tuple(self._then(row) for row in rows if self._shown(row))

    def original(self, document: str) -> bytes | None:
        """A document's bytes; None where none were kept, or they are lost, which is told."""
        try:
            return self.store.original(document)
        except FileNotFoundError:
            if self.tell is not None:
                self.tell(Problem(where=document, what="its original is lost", hint="see `sayso verify`"))
            return None

    @cached_property
    def _ids(self) -> list[str]:
        as_of = self.selection.as_of
        rows = self.store.documents(as_of=as_of)
        if self.wanted.statements is None:
            return [row.id for row in rows]
        held = self.store.statements_by_id(self.wanted.statements, as_of)
        inside = {one.document for one in held.values()} | self.wanted.entire
        return [row.id for row in rows if row.id in inside]

    def _kept(self, ids: Sequence[str]) -> Iterator[Page]:
        """The documents with these ids, in that order, some fetched at a time; those not there fall out."""
        for start in range(0, len(ids), PAGES):
            some = ids[start : start + PAGES]
            every = self.store.kept_by_id(some, self.selection.as_of)
            for kept in (every[id] for id in some if id in every):
                page = Page(
                    document=kept.document, captured=kept.captured, media_type=kept.media_type,
                    original_sha256=kept.original_sha256,
                )  # fmt: skip
                yield self._title(page)

    def _wants(self, statement: Statement) -> bool:
        wanted = self.wanted.statements
        return wanted is None or statement.id in wanted or statement.document in self.wanted.entire

    def _foretells(self, one: Expectation) -> bool:
        wanted = self.wanted.statements
        if wanted is None:
            return True
        told = [*one.told]
        return any(each.statement in wanted or each.document in self.wanted.entire for each in told)

    def _concerns(self, row: Judged) -> bool:
        wanted = self.wanted
        if wanted.statements is None or wanted.claims is None:
            return True
        claims = {claim.id for claim in wanted.claims}
        return bool(claims.intersection(row.claims) or wanted.statements.intersection(row.judgement.targets))

    def _shown(self, row: Judged) -> bool:
        as_of = self.selection.as_of
        made = as_of is None or row.judgement.at[:10] <= as_of
        return made and not (self.coarse and row.judgement.what in READING_MATTERS)

    def _then(self, row: Judged) -> Judged:
        """The row as it was on the day: what was taken back later stood; coarse ones quote no words."""
        as_of, taken = self.selection.as_of, row.judgement.revoked
        about = () if self.coarse else row.about
        if as_of is not None and taken is not None and taken.at[:10] > as_of:
            judgement = msgspec.structs.replace(row.judgement, revoked=None)
            return msgspec.structs.replace(row, judgement=judgement, standing="stands", note="", about=about)
        return msgspec.structs.replace(row, about=about)

    def learn(self) -> None:
        """For a coarse export: what is to be taken out of claims, from all documents that there are."""
        if not self.coarse:
            return
        ids = [row.id for row in self.store.documents(as_of=self.selection.as_of)]
        for id in ids:
            self.taken.collect(self.store.statements(id))
        for id in ids:
            document, every = self.store.document(id), self.store.statements(id)
            hidden = hidden_spans(document.text, every, self.taken) if document else ()
            if document and hidden:
                self.taken.learn(every, coarse_statements(document, every, hidden))
