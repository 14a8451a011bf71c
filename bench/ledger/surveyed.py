"""Runs the whole way over our own corpus and made worlds once, and keeps what several benches look at."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from bench.ledger.given import STAGES, all_read, claims_given, members_found
from bench.ledger.gold import GoldLedger, GoldMember
from bench.ledger.pages import Judge, Page, SourceRight
from bench.ledger.read_sources import nobody, own_sources
from bench.ledger.running import Run, digits, ledger_of, run_of
from bench.ledger.scores import OriginScores, score
from bench.ledger.whole import KINDS, OWN
from bench.worlds import make_world
from sayso.model import Statement
from sayso.pipeline.ledger import Ledger
from tests.gold_ledger import document_paths, gold

SEED, STORIES = 29, 3  # worlds that nothing was made on


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong where all up to a stage is given: origins, and the pages."""

    name: str
    origins: OriginScores
    pages: tuple[Page, ...]


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """One set of texts: its stages, raw text first; for each link its p and whether it is of one claim."""

    texts: str
    stages: tuple[Stage, ...]
    links: tuple[tuple[float, bool], ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages from raw text."""
        return self.stages[0].pages


@cache
def surveys(kinds: tuple[str, ...] = KINDS) -> tuple[Survey, ...]:
    """Our own corpus and a world of each kind; minutes."""
    return (own_survey(), *(world_survey(kind) for kind in kinds))


@cache
def own_survey() -> Survey:
    """Our own corpus; needs no other data."""
    paths = [str(path) for path in document_paths().values()]
    return _surveyed(OWN, paths, gold(), digits, own=True)


def world_survey(kind: str) -> Survey:
    """A world of one kind, of a seed that nothing was made on."""
    world = make_world(kind, seed=SEED, size=STORIES)
    with tempfile.TemporaryDirectory() as folder:
        world.write(Path(folder))
        paths = sorted(str(path) for path in Path(folder).rglob("*.md"))
        return _surveyed(kind, paths, world.truth, lambda input: Path(input).stem, own=False)


def _surveyed(
    name: str, paths: list[str], truth: GoldLedger, named: Callable[[str], str], *, own: bool
) -> Survey:
    with ledger_of(paths) as held:
        run = run_of(held, named)
        right = own_sources(_statements(held, run)) if own else nobody
        found = members_found(truth, run.claims, run.place, run.text)
        stages = tuple(_stages(name, held, run, truth, found, right))
        return Survey(texts=name, stages=stages, links=tuple(_links(held, truth, found)))


def _statements(held: Ledger, run: Run) -> dict[str, tuple[Statement, ...]]:
    return {name: held.statements(document.id) for name, document in run.documents.items()}


def _stages(
    name: str, held: Ledger, run: Run, truth: GoldLedger, found: dict[str, tuple[str, GoldMember]],
    right: SourceRight,
) -> Iterator[Stage]:  # fmt: skip
    names = {short: document.id for short, document in run.documents.items()}
    claims = run.claims
    for stage in STAGES:
        if stage != STAGES[0]:
            claims = claims_given(held._store, found, truth, names, stage=stage)
        judge = Judge(name, truth, claims, run.place, run.text, right)
        scores = score(truth, claims, run.place, run.text)
        yield Stage(name=stage, origins=scores.origins, pages=tuple(judge.pages()))
    read = all_read(truth, found)
    judge = Judge(name, read, claims, run.place, run.text, lambda member: None)
    yield Stage(
        name="and all read",
        origins=score(read, claims, run.place, run.text).origins,
        pages=tuple(judge.pages()),
    )


def _links(
    held: Ledger, truth: GoldLedger, found: dict[str, tuple[str, GoldMember]]
) -> Iterator[tuple[float, bool]]:
    """Each link between two documents whose ends a person has put somewhere."""
    documents = held._store.documents_of(found)
    for link in held._store.links_of(found):
        if link.a in found and link.b in found and documents[link.a] != documents[link.b]:
            yield link.p, found[link.a][0] == found[link.b][0]
