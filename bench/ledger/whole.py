"""From raw text to claims and origins, over our own corpus and made worlds, beside counting outlets.

Same claim: B³ over the mentions that stand with another one in gold or system (Bagga & Baldwin 1998).
Stance and scope: of the members in the claim where they are looked for. Origins: mean distance of the count
to the gold's interval; invented and missed: shares of claims counted above and below it.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from bench.ledger.edges import EdgeScores
from bench.ledger.gold import GoldLedger
from bench.ledger.oracle import outlets_counted, place_in
from bench.ledger.running import run_pipeline, scores_of
from bench.ledger.scores import LedgerScores, score
from bench.table import Outcome, Row, Table
from bench.worlds import make_world
from tests.gold_ledger import body, document_paths, gold

Text = Callable[[str], str]
NAME = "ledger"
SEED = 11
STORIES = 4
KINDS = (
    "benign", "woozle", "uncredited", "relay", "translation", "owner", "correction", "lookalike",
    "flood-seen", "flood-hidden", "flood-forged",
)  # fmt: skip
OWN = "own corpus"
OUTLETS = "counting outlets, claims given"
NOTES = (
    "same claim: B³ F; P and R: its precision and recall; all: with mentions that stand alone on both sides.",
    "counting outlets: as many origins as outlets, with the gold's own claims: the usual corroboration.",
    "flood-forged has no right answer on its face: it shows what a liar can gain.",
)


def measure() -> list[Outcome]:
    """A row for our own corpus and each kind of world, and for counting outlets in each."""
    rows = [own_row(), outlets_row(OWN, gold(), own_publishers(), body)]
    for kind in KINDS:
        rows += world_rows(kind)
    data = f"{len(document_paths())} own reports; {len(KINDS)} kinds of worlds, {STORIES} stories each."
    return [Table(name=NAME, title="From text to claims and origins", data=data, rows=rows, notes=NOTES)]


def own_row() -> Row:
    """The whole pipeline on our own corpus."""
    run = run_pipeline([str(path) for path in document_paths().values()])
    return figures(OWN, *scores_of(run, gold()))


def world_rows(kind: str) -> list[Row]:
    """The whole pipeline, and counting outlets, on one kind of world."""
    world = make_world(kind, seed=SEED, size=STORIES)
    texts: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        world.write(Path(folder))
        paths = sorted(Path(folder).rglob("*.md"))
        run = run_pipeline([str(path) for path in paths], named=lambda input: Path(input).stem)
        publishers = {path.stem: _front(path).get("publisher", "") for path in paths}
        texts = {name: document.text for name, document in run.documents.items()}
    found = figures(kind, *scores_of(run, world.truth))
    return [found, outlets_row(kind, world.truth, publishers, texts.__getitem__)]


def outlets_row(
    name: str, truth: GoldLedger, publishers: Mapping[str, str], text: Callable[[str], str]
) -> Row:
    """What counting outlets makes of the gold's own claims."""
    found = score(truth, outlets_counted(truth, publishers), place_in(truth), text)
    empty = figures(f"{name}, {OUTLETS}", found, None)
    return {**empty, **dict.fromkeys(("same claim", "P", "R", "all", "stance", "confused"))}


def own_publishers() -> dict[str, str]:
    """Who published each of our own reports."""
    return {name: _front(path).get("publisher", "") for name, path in document_paths().items()}


def _front(path: Path) -> dict[str, str]:
    return {k: str(v) for k, v in yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]).items()}


def figures(name: str, found: LedgerScores, edges: EdgeScores | None) -> Row:
    """One row."""
    return {
        "texts": name,
        "same claim": found.same.f1,
        "P": found.same.precision,
        "R": found.same.recall,
        "all": found.everything.f1,
        "stance": found.stance,
        "confused": f"{found.confused} of {found.apart}",
        "origins off by": found.origins.error,
        "invented": found.origins.invented,
        "missed": found.origins.missed,
        "edges R": edges.seen.recall if edges else None,
        "edges P": edges.seen.precision if edges else None,
    }
