"""Pairs from made worlds, whose claims are known: propositions of two documents, of one claim or of two."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from bench.ledger.gold import GoldLedger
from bench.read.scoring import Tokenized, jaccard
from bench.worlds import make_world
from sayso.link.encoder import Encoder
from sayso.link.features import features_of
from sayso.link.keys import keys_of
from sayso.link.mark import Mark
from sayso.link.view import View, view_of
from sayso.model import Document, Span
from sayso.pipeline import make_reader
from training.link.seen import seen

KINDS = ("benign", "woozle", "uncredited", "relay", "translation", "correction", "lookalike", "flood-hidden")
SEEDS = (106, 107)  # no seed that a bench measures on, or that the encoder was taught on
STORIES = 4
NEAR = 0.5
NEAR_MEANING = 0.15
Row = tuple[list[float], bool, float]


def world_pairs(encoder: Encoder) -> list[Row]:
    """All pairs of one claim, and those of two that share a key or are near in meaning, across documents."""
    rows: list[Row] = []
    for kind in KINDS:
        for seed in SEEDS:
            rows += _pairs(list(_named(kind, seed, encoder)))
    return rows


def _pairs(named: list[tuple[str, View, frozenset[int]]]) -> list[Row]:
    sizes: dict[str, int] = defaultdict(int)
    for claim, _, _ in named:
        sizes[claim] += 1
    rows: list[Row] = []
    for (one, a, left), (two, b, right) in combinations(named, 2):
        near = float(a.vector @ b.vector) if a.vector is not None and b.vector is not None else 0.0
        confusable = one == two or near > NEAR_MEANING or not left.isdisjoint(right)
        if a.mark.document == b.mark.document or not confusable:
            continue
        weight = 2.0 / max(1, sizes[one] - 1) ** 0.5 if one == two else 1.0
        rows.append((features_of(a, b, near), one == two, weight))
    return rows


def _named(kind: str, seed: int, encoder: Encoder) -> Iterator[tuple[str, View, frozenset[int]]]:
    """The claim, the view and the keys of each proposition that the truth of a world knows."""
    for claim, mark in named_marks(kind, seed, encoder):
        yield claim, view_of(mark), frozenset(keys_of(mark))


def named_marks(kind: str, seed: int, encoder: Encoder | None = None) -> Iterator[tuple[str, Mark]]:
    """The claim and the mark of each proposition that the truth of a world knows and that does not point."""
    world, reader = make_world(kind, seed, STORIES), make_reader()
    with tempfile.TemporaryDirectory() as folder:
        world.write(Path(folder))
        for name, document, marks in seen(Path(folder), reader, encoder):
            for mark, spans in marks:
                claim = _claim(world.truth, name, document, spans)
                if claim and mark.target is None:
                    yield claim, mark


def _claim(truth: GoldLedger, name: str, document: Document, spans: tuple[Span, ...]) -> str | None:
    """The claim that holds most of the words of a proposition; None where none holds half of them."""
    words = Tokenized(document.text)
    own = words.tokens(spans)
    best: tuple[float, str] = (0.0, "")
    for claim in truth.claims:
        for member in claim.members:
            if member.document == name:
                theirs = words.tokens(tuple(Span(start, end) for start, end in member.spans))
                best = max(best, (jaccard(own, theirs), claim.name))
    return best[1] if best[0] >= NEAR else None
