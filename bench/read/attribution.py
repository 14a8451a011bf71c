"""How well attributions are found in news: PolNeAR dev, beside the peers in the same run."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench.corpora import corpus, fingerprint, json_lines, why_missing
from bench.read.peers import crf, dependency, local_model, patterns, textacy_quotations
from bench.read.peers.spacy_model import NotInstalled
from bench.read.scoring import KINDS, ROLES, AttributionScores, gold_relations
from bench.read.systems import NO_WEIGHTS, Finder, finders, networks
from bench.table import Outcome, Row, Skipped, Table

NAME = "attribution"
DEV, TRAIN = "polnear/dev.jsonl", "polnear/train.jsonl"
Documents = Sequence[dict[str, Any]]
Peer = tuple[str, Callable[[], Finder]]


def measure() -> list[Outcome]:
    """One row for each system; a peer that is not installed has a row that says so."""
    path = corpus(DEV)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(DEV))]
    documents = list(json_lines(path))
    notes = list(NOTES) if networks() else [NO_WEIGHTS, *NOTES]
    rows = [row(name, documents, find) for name, find in finders()]
    for name, make in peers(documents, notes):
        try:
            rows.append(row(name, documents, make()))
        except NotInstalled as error:
            rows.append(missing(name, str(error)))
    relations = sum(len(document["relations"]) for document in documents)
    data = f"PolNeAR dev: {len(documents)} US news articles, {relations:,} relations ({fingerprint([path])})."
    title = "Attribution: who says what, by which words"
    return [Table(name=NAME, title=title, data=data, rows=rows, notes=tuple(notes))]


NOTES = (
    "relation: source, cue and content each overlap with Jaccard of .5 or more; exact: the same words.",
    "One human annotator against another: relation .69, exact source .80, cue .72, content .69.",
    "Words a CPU-second: white-space words by process time, all threads, loading and training left out.",
)


def row(name: str, documents: Documents, find: Finder) -> Row:
    """The figures of one system."""
    found, seconds = timed(documents, find)
    scores = AttributionScores.empty()
    for document, relations in zip(documents, found, strict=True):
        scores.add(document["text"], gold_relations(document), relations)
    words = sum(len(document["text"].split()) for document in documents)
    relation = scores.relation
    return {
        "system": name,
        "relation F1": round(relation.f1, 4),
        "precision": round(relation.precision, 4),
        "recall": round(relation.recall, 4),
        **{f"exact {role}": round(scores.exact[role].f1, 4) for role in ROLES},
        **{kind: round(scores.kinds[kind].recall, 4) for kind in KINDS},
        "words/CPU-s": round(words / seconds) if seconds else None,
    }


def timed(documents: Documents, find: Finder) -> tuple[list[list[Any]], float]:
    """What the finder finds in each document, and its CPU-seconds; the first document is run once before."""
    if documents:
        find(documents[0]["text"])
    started = time.process_time()
    found = [find(document["text"]) for document in documents]
    return found, time.process_time() - started


def missing(name: str, lacks: str) -> Row:
    """The row of a peer that is not installed."""
    empty = {**dict.fromkeys(("relation F1", "precision", "recall")), **{f"exact {r}": None for r in ROLES},
             **dict.fromkeys(KINDS), "words/CPU-s": None}  # fmt: skip
    return {"system": f"{name} (not installed: {lacks})", **empty}


def peers(documents: Documents, notes: list[str]) -> Iterator[Peer]:
    """Every peer with what makes its finder; what is to be known of its run is added to `notes`."""
    yield patterns.NAME, lambda: patterns.find
    failures: set[str] = set()
    yield textacy_quotations.NAME, lambda: textacy_quotations.make(failures)
    if failures:
        lost = f"textacy gave up on {len(failures)} of {len(documents)} articles; they count as empty."
        notes.append(lost)
    yield dependency.NAME, dependency.make
    yield crf.NAME, lambda: trained_crf(notes)
    yield local_model.NAME, lambda: local_model.make(notes)


def trained_crf(notes: list[str]) -> Finder:
    """The CRF, trained on PolNeAR train; NotInstalled where it or the training part is not there."""
    path = corpus(TRAIN)
    if path is None:
        raise NotInstalled(TRAIN)
    trained = crf.make(json_lines(path))
    notes.append(f"The CRF was trained on PolNeAR train in {trained.cpu_seconds:.0f} CPU-seconds.")
    return trained.find
