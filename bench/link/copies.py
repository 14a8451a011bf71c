"""`python -m bench.link.copies`: copies in one year of one agency; how fast, and how much of them is found.

Every pair of a sample is compared by exact Jaccard of its runs of five words; what candidates by bands find
of the pairs over a threshold is the recall.
"""

import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.corpora import corpus, why_missing
from bench.table import Outcome, Row, Skipped, Table, plain
from sayso.link.copies import copied
from sayso.link.sketches import Sketch, bands_of, shingled, sketch_of, word_hashes, words_of
from sayso.model import Document, Span, make_document

NAME = "copies"
STORIES = "kcna/kcna_2011_stories.jsonl.gz"
SAMPLE = 500
BUCKET_CAP = 200
THRESHOLDS = (0.1, 0.2, 0.3, 0.5, 0.7)
RUN = 20  # stories side by side that are taken together


def measure() -> list[Outcome]:
    """Sketches and candidates a second on all stories; recall of bands against brute force on a sample."""
    path = corpus(STORIES)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(STORIES))]
    documents = list({document.id: document for document in stories(path)}.values())
    return [speed(documents), recall(sample(documents))]


def stories(path: Path) -> Iterator[Document]:
    """The stories that have a text, in the order of the file; one printed twice comes twice."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(json.loads(line) for line in lines):
            if row["story"]:
                yield make_document(
                    row["story"], input=str(number), publisher="KCNA", published=row["date"], language="en"
                )


def sample(documents: Sequence[Document]) -> list[Document]:
    """Runs of neighbours in the order of their words: texts that begin alike are in the sample together."""
    documents = sorted(documents, key=lambda document: document.text)
    step = max(1, len(documents) // (SAMPLE // RUN))
    return [one for start in range(0, len(documents), step) for one in documents[start : start + RUN]][
        :SAMPLE
    ]


def speed(documents: Sequence[Document]) -> Table:
    """What sketching, finding candidates and deciding cost, one core."""
    started = time.perf_counter()
    sketches = [sketch_of(document, ()) for document in documents]
    sketched = time.perf_counter()
    pairs, dropped = candidates(sketches)
    found = time.perf_counter()
    copies = sum(copied(sketches[a], sketches[b]) is not None for a, b in pairs)
    decided = time.perf_counter()
    row: Row = {
        "stories": len(sketches), "sketches/s": round(len(sketches) / (sketched - started)),
        "candidates": len(pairs), "candidates/s": round(len(pairs) / (found - sketched)),
        "decided/s": round(len(pairs) / (decided - found)), "copies": copies, "buckets dropped": dropped,
    }  # fmt: skip
    return Table(name=NAME, title="Copies: speed on one core", data=STORIES, rows=[row],
                 notes=(f"Buckets of more than {BUCKET_CAP} documents are dropped.",))  # fmt: skip


def candidates(sketches: Sequence[Sketch]) -> tuple[set[tuple[int, int]], int]:
    """The pairs that share a band, and how many bands were too common to be used."""
    buckets: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for band in bands_of(sketch):
            buckets[band].append(number)
    kept = [bucket for bucket in buckets.values() if 1 < len(bucket) <= BUCKET_CAP]
    dropped = sum(len(bucket) > BUCKET_CAP for bucket in buckets.values())
    return {pair for bucket in kept for pair in combinations(bucket, 2)}, dropped


def recall(documents: Sequence[Document]) -> Table:
    """Of the pairs over each threshold, how many are candidates, and how many are decided to be copies."""
    texts = [exact(document.text) for document in documents]
    sketches = [sketch_of(document, ()) for document in documents]
    near, _ = candidates(sketches)
    rows: list[Row] = []
    likeness = {(a, b): jaccard(texts[a], texts[b]) for a, b in combinations(range(len(texts)), 2)}
    for threshold in THRESHOLDS:
        pairs = [pair for pair, value in likeness.items() if value >= threshold]
        copies = sum(copied(sketches[a], sketches[b]) is not None for a, b in pairs if (a, b) in near)
        rows.append({
            "Jaccard at least": threshold, "pairs": len(pairs),
            "candidates": sum(pair in near for pair in pairs) / len(pairs) if pairs else None,
            "copies": copies / len(pairs) if pairs else None,
        })  # fmt: skip
    apart = [pair for pair, value in likeness.items() if value == 0 and pair in near]
    data = f"{len(documents)} stories of {STORIES}, all {len(likeness):,} pairs by exact Jaccard."
    return Table(name=f"{NAME} recall", title="Copies: what bands find", data=data, rows=rows,
                 notes=(f"{len(apart)} candidates have no run of five words in common.",))  # fmt: skip


def exact(text: str) -> frozenset[int]:
    """The runs of five words of a text, hashed."""
    spans = words_of(text, [Span(0, len(text))])
    return frozenset(shingled(word_hashes(text, spans)).tolist())


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared by joint, in [0, 1]; 0 for two empty ones."""
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


if __name__ == "__main__":
    for outcome in measure():
        sys.stdout.write((plain(outcome) if isinstance(outcome, Table) else outcome.why) + "\n\n")
