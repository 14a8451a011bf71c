"""Pairs of texts of one claim, each with a group: two pairs of one group are never taken as two claims.

Emergent, the training side of the split by claim: headlines of one claim. FNC-1, the training side of the
split by body: a headline and the sentence of a related article that is nearest to it, without the bodies of
which a headline stands on the measured side of Emergent (the two corpora come from one collection). Made
worlds: propositions of one claim in two documents. Texts that must stay put: sentences of PolNeAR.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from bench.corpora import corpus, json_lines
from bench.link.corpora import emergent, held_out
from sayso.lang.loading import abbreviations
from sayso.text.sentences import sentences
from training.link.worlds import KINDS, named_marks

MOST_OF_CLAIM = 14  # pairs
MOST_OF_WORLD_CLAIM = 6
BODIES = 3_000
SENTENCES = 12
STAY = 4_000
WORLD_SEEDS = (101, 102, 103)
Score = Callable[[str, Sequence[str]], list[float]]


class Pair(NamedTuple):
    """Two texts of one group."""

    one: str
    two: str
    group: str


def headline_pairs(random_: random.Random) -> Iterator[Pair]:
    """Two headlines of one claim, at most MOST_OF_CLAIM a claim."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for row in emergent(measured=False) or ():
        by_claim[row.claim_id].append(row.text)
        if row.claim not in by_claim[row.claim_id]:
            by_claim[row.claim_id].append(row.claim)
    for claim, texts in sorted(by_claim.items()):
        every = list(combinations(sorted(set(texts)), 2))
        for one, two in random_.sample(every, min(len(every), MOST_OF_CLAIM)):
            yield Pair(one, two, f"claim {claim}")


def body_pairs(score: Score, random_: random.Random) -> Iterator[Pair]:
    """A headline and the nearest sentence of an article about it; `score` tells how near sentences are."""
    stances, bodies = corpus("fnc1/train_stances.jsonl"), corpus("fnc1/train_bodies.jsonl")
    if not stances or not bodies:
        return
    measured = {row.text.strip().lower() for row in emergent(measured=True) or ()}
    related = [row for row in json_lines(stances) if row["stance"] != "unrelated"]
    barred = {str(row["body_id"]) for row in related if row["headline"].strip().lower() in measured}
    texts = {str(row["body_id"]): row["text"] for row in json_lines(bodies)}
    fit = [r for r in related if not held_out(str(r["body_id"])) and str(r["body_id"]) not in barred]
    fit = [row for row in fit if row["headline"].strip().lower() not in measured]
    for row in random_.sample(fit, min(len(fit), BODIES)):
        found = list(_sentences(texts[str(row["body_id"])]))
        if found:
            near = score(row["headline"], found)
            best = max(range(len(found)), key=near.__getitem__)
            yield Pair(row["headline"], found[best], f"body {row['body_id']}")


def world_pairs(random_: random.Random) -> Iterator[Pair]:
    """Propositions of one claim of a made world, in two documents."""
    for kind in KINDS:
        for seed in WORLD_SEEDS:
            by_claim: dict[str, list[tuple[str, str]]] = defaultdict(list)
            for claim, mark in named_marks(kind, seed):
                by_claim[claim].append((mark.document, mark.text))
            for claim, texts in sorted(by_claim.items()):
                every = [(a, b) for (d, a), (e, b) in combinations(texts, 2) if d != e and a != b]
                for one, two in random_.sample(every, min(len(every), MOST_OF_WORLD_CLAIM)):
                    yield Pair(one, two, f"{kind} {seed} {claim}")


def staying(random_: random.Random) -> list[str]:
    """Sentences of news that are to keep the meaning that they had."""
    path = corpus("polnear/train.jsonl")
    every: Iterable[str] = (
        (sentence for row in islice(json_lines(path), 400) for sentence in _sentences(row["text"]))
        if path
        else ()
    )
    found = sorted(set(every))
    return random_.sample(found, min(len(found), STAY))


def _sentences(body: str) -> Iterator[str]:
    found = (body[span.start : span.end].strip() for span in sentences(body[:5000], abbreviations("en")))
    yield from islice((one[:400] for one in found if len(one.split()) > 4), SENTENCES)
