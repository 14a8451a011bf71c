"""What CI measures, on parts small enough for minutes: figures by reader, and which of them are held."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.assess import expectations
from bench.assess.gates import public_figures, world_figures
from bench.check import drafts
from bench.corpora import corpus, fingerprint, json_lines, why_missing
from bench.ledger import claim_pages
from bench.ledger import whole as whole_way
from bench.ledger.pages import FAULTS
from bench.read import attribution, chains, gold, seed
from bench.read.gold_scores import FIELDS, figures
from bench.read.systems import readers, whole
from bench.table import Cell, Table
from tests.gold_documents import gold_paths, load_gold
from tests.gold_expectations import CORPORA
from tests.gold_ledger import document_paths

Figures = Mapping[str, Mapping[str, Cell]]
PART_OF_CHAINS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Figures by reader and name, and the fingerprint of the texts; `why` tells why there are none."""

    figures: Figures = field(default_factory=dict)
    texts: str = ""
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A measurement with the names of the figures that must not fall, and of those that must not rise.

    `margin`: how far below (above) the measured figure a floor (ceiling) is pinned.
    """

    name: str
    measure: Callable[[], Measured]
    floors: Sequence[str]
    ceilings: Sequence[str] = ()
    margin: float = 0.01


def gold_figures() -> Measured:
    """All own gold documents; needs no other data."""
    documents = [load_gold(path) for path in gold_paths()]
    found = {
        name: figures(name, gold.summed(gold.by_document(documents, gold.reading_by(reader)).values()))
        for name, reader in readers().items()
    }
    return Measured(figures=found, texts=fingerprint(gold_paths()))


def attribution_figures() -> Measured:
    """Every second article of PolNeAR dev, without peers."""
    path = corpus(attribution.DEV)
    if path is None:
        return Measured(why=why_missing(attribution.DEV))
    documents = list(json_lines(path))[::2]
    found = {name: attribution.row(name, documents, whole(reader)) for name, reader in readers().items()}
    return Measured(figures=found, texts=fingerprint([path]))


def chain_figures() -> Measured:
    """The first hundred odd documents of MPQA."""
    path = corpus(chains.FILE)
    if path is None:
        return Measured(why=why_missing(chains.FILE))
    documents = list(json_lines(path))[1::2][:PART_OF_CHAINS]
    found = {name: chains.row(name, documents, reader) for name, reader in readers().items()}
    return Measured(figures=found, texts=fingerprint([path]))


def seed_figures() -> Measured:
    """The properties of the first article as 1 (holds) and 0."""
    outcome = seed.measure()[0]
    if not isinstance(outcome, Table):
        return Measured(why=outcome.why)
    held = {
        str(row["reader"]): {name: int(row[name] == "yes") for name in seed.PROPERTIES}
        for row in outcome.rows
    }
    return Measured(figures=held, texts=outcome.data)


def ledger_figures() -> Measured:
    """The whole way on our own corpus; needs no other data."""
    paths = list(document_paths().values())
    return Measured(figures={whole_way.OWN: whole_way.own_row()}, texts=fingerprint(paths))


def page_figures() -> Measured:
    """The claim pages of our own corpus, all of them; needs no other data."""
    paths = list(document_paths().values())
    return Measured(figures={whole_way.OWN: claim_pages.own_figures()}, texts=fingerprint(paths))


def expectation_figures() -> Measured:
    """Promises in our own corpora; needs no other data."""
    rows = {str(row["texts"]): row for row in expectations.rows()}
    return Measured(
        figures=rows, texts=fingerprint([p for f in CORPORA.values() for p in sorted(f.glob("*.md"))])
    )


def weighing_figures() -> Measured:
    """Drawn worlds; needs no data."""
    return Measured(figures=world_figures())


def truth_figures() -> Measured:
    """Books, flights, populations and rumours, without peers."""
    found, why = public_figures()
    return Measured(figures=found, why=why)


def draft_figures() -> Measured:
    """Our drafts with planted faults; needs no other data."""
    every = drafts.outcomes()
    paths = sorted(drafts.DRAFTS.iterdir())
    return Measured(figures={p: drafts.row(p, every) for p in drafts.PARTS}, texts=fingerprint(paths))


GATES = (
    Gate(
        name=gold.NAME, measure=gold_figures,
        floors=("found", "found, source right", *FIELDS, "resolved", "hearsay found", "times F1"),
        ceilings=("hearsay to a wrong source", "spurious"),
    ),
    Gate(
        name=attribution.NAME, measure=attribution_figures,
        floors=("relation F1", "exact source", "exact cue", "exact content", "indirect"),
    ),
    Gate(
        name=chains.NAME, measure=chain_figures,
        floors=("all cue", "all source", "all chain", "deep source", "deep chain"), ceilings=("spurious",),
    ),
    Gate(name=seed.NAME, measure=seed_figures, floors=tuple(seed.PROPERTIES), margin=0.0),
    Gate(
        name=whole_way.NAME, measure=ledger_figures,
        floors=("same claim", "P", "R", "all", "stance", "edges R", "edges P"),
        ceilings=("origins off by", "invented", "missed"), margin=0.02,
    ),
    Gate(
        name=claim_pages.NAME, measure=page_figures, floors=(), ceilings=("wrong", *FAULTS), margin=0.02,
    ),
    Gate(
        name=expectations.NAME, measure=expectation_figures, floors=("found", "window", "status"),
        ceilings=("false",), margin=0.02,
    ),
    Gate(
        name="weighing-worlds", measure=weighing_figures, floors=("gain",),
        ceilings=("ECE", "seen", "hidden", "forged as first-hand"),
    ),
    Gate(
        name="truth", measure=truth_figures, floors=("accuracy",), ceilings=("Brier", "ECE", "error at 1 %"),
    ),
    Gate(
        name=drafts.NAME, measure=draft_figures, floors=("found", "misquote", "number"),
        ceilings=("false alarms per clean draft", "beside"), margin=0.03,
    ),
)  # fmt: skip
