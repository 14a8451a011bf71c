"""The corpora of linking, each split by what must not be on both sides: claims, bodies."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bench.corpora import corpus, json_lines

HELD_OUT_TENTHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One headline of Emergent: its claim, and how the annotators read its stance."""

    claim_id: str
    claim: str
    text: str
    stance: str


def held_out(key: str) -> bool:
    """Whether what belongs to `key` is for measuring and never for training: three tenths, by hash."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 10 < HELD_OUT_TENTHS


def emergent(*, measured: bool) -> Sequence[Headline] | None:
    """The headlines of the one side of the split by claim; None where the corpus is not there."""
    path = corpus("emergent/train.jsonl")
    if path is None:
        return None
    rows = [
        Headline(claim_id=row["claim_id"], claim=row["claim"], text=row["headline"], stance=row["stance"])
        for row in json_lines(path)
    ]
    return [row for row in rows if held_out(row.claim_id) == measured]
