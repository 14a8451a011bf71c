"""Runs the whole pipeline over named texts into a ledger of its own, and places what it finds."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.ledger.edges import EdgeScores, score_edges
from bench.ledger.gold import GoldLedger
from bench.ledger.matching import Place
from bench.ledger.scores import LedgerScores, score
from sayso.errors import Problem
from sayso.model import Claim, Derivation, Document, Member
from sayso.pipeline.ledger import Ledger
from sayso.pipeline.querying import ClaimQuery

MOMENT = datetime(2040, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the pipeline made of some files: claims, edges, documents by the gold's name."""

    claims: tuple[Claim, ...]
    derivations: tuple[Derivation, ...]
    documents: dict[str, Document]
    spans: dict[str, Place]

    def place(self, member: Member) -> Place | None:
        """Where a member stands, by the gold's name of its document."""
        return self.spans.get(member.proposition) or self.spans.get(member.id)

    def text(self, name: str) -> str:
        """The text of the document with that name."""
        return self.documents[name].text

    def name(self, id: str) -> str | None:
        """The name of a document's id."""
        return next((name for name, document in self.documents.items() if document.id == id), None)


@contextmanager
def ledger_of(paths: list[str], *, rules: bool = False) -> Iterator[Ledger]:
    """A ledger in a temporary folder that holds these files; raises where one cannot be read."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder, "bench.db"), clock=lambda: MOMENT) as made,
    ):
        for one in made.add(*paths, workers=1, rules=rules):
            if isinstance(one, Problem):
                raise RuntimeError(str(one))
        yield made


def digits(input: str) -> str:
    """The number that a file's name begins with: "0007" of "0007-pact.md"."""
    return Path(input).stem[:4]


def run_pipeline(paths: list[str], named: Callable[[str], str] = digits, *, rules: bool = False) -> Run:
    """Claims, edges and documents of these files; `named` makes of a file's path the gold's name."""
    with ledger_of(paths, rules=rules) as ledger:
        return run_of(ledger, named)


def run_of(ledger: Ledger, named: Callable[[str], str] = digits) -> Run:
    """Claims, edges and documents of a ledger that stands."""
    claims = ledger.claims(ClaimQuery(limit=0)).claims
    edges = {edge.id: edge for claim in claims for edge in ledger.derivations(claim)}
    documents: dict[str, Document] = {}
    spans: dict[str, Place] = {}
    for row in ledger.documents():
        name = named(row.input)
        documents[name] = ledger.document(row.id)
        for statement in ledger.statements(row.id):
            spans[statement.id] = (name, statement.content.spans)
            for part in statement.propositions:
                spans[part.id] = (name, part.spans)
    return Run(claims=claims, derivations=tuple(edges.values()), documents=documents, spans=spans)


def scores_of(run: Run, gold: GoldLedger) -> tuple[LedgerScores, EdgeScores]:
    """How a run compares with gold."""
    found = score(gold, run.claims, run.place, run.text)
    return found, score_edges(gold.derivations, run.derivations, run.name)
