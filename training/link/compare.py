"""Fits the comparison of two propositions: `SAYSO_DATA=… python -m training.link.compare`, some minutes.

On texts that the encoder never saw: what it was taught lies further apart than what it will meet.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.link.encoder import SentenceEncoder
from sayso.link.features import FEATURES
from training.link.fit import fit
from training.link.pairs import Pairs, Row, article_pairs, body_pairs
from training.link.story import stories
from training.link.told import FITTED, pairs_told, told
from training.link.worlds import world_pairs

OUT = Path(__file__).resolve().parents[2] / "sayso" / "weights" / "link" / "compare.json"
L2 = 2.0
KIND_WEIGHT = {"articles": 1000.0, "bodies": 3000.0, "worlds": 1500.0, "stories": 12000.0}
WITHOUT_TOPIC = ("bodies",)  # texts that nothing stands around: `topic_unknown` is their prior
NATURAL = "stories"  # the kind whose pairs are as often of one claim as in a ledger: it gives the prior
NEVER_BELOW = {
    "cosine", "cosine_high", "jaccard", "containment", "shared", "name_jaccard", "name_containment",
    "name_shared", "rarest", "shared_many", "cosine_shared", "amount_same", "topic", "topic_shared",
    "bare", "bare_high",
}  # fmt: skip
NEVER_ABOVE = {"cosine_low", "name_conflict", "polity_other", "topic_far", "bare_low", "days_apart"}
VECTOR = {
    "cosine", "cosine_high", "cosine_low", "cosine_shared", "topic", "topic_far", "topic_shared", "bare",
    "bare_high", "bare_low",
}  # fmt: skip
# Only stories have days, and documents beside each other; said_apart would tell stories apart, not matters.
OF_STORIES = ("days_apart", "days_met", "said_apart", "same_document", "name_around", "polity_same")
BY_HAND = {"said_apart": -2.0, "polity_same": 0.0, "amount_other": 0.0}


def main() -> None:
    """Writes the weights, with vectors and without."""
    encoder = SentenceEncoder(threads=1)
    kinds = {
        "articles": article_pairs(encoder),
        "bodies": body_pairs(encoder),
        "worlds": world_pairs(encoder),
        "stories": list(pairs_told(list(told(stories(FITTED), encoder)))),
    }
    pairs = together(kinds)
    made = {
        "bias": 0.0, "weights": {}, "lexical_bias": 0.0, "lexical": {},
    }  # fmt: skip
    made["bias"], made["weights"] = fitted(pairs, set())
    made["lexical_bias"], made["lexical"] = fitted(pairs, VECTOR)
    OUT.write_text(json.dumps(made, indent=1) + "\n")
    print({name: (len(rows), sum(row[1] for row in rows)) for name, rows in kinds.items()})
    print(json.dumps(made, indent=1))


def together(kinds: dict[str, list[Row]]) -> Pairs:
    """All pairs, each kind with its own whole weight."""
    figures: list[Sequence[float]] = []
    same: list[bool] = []
    weight: list[float] = []
    kind: list[str] = []
    for name, rows in kinds.items():
        whole = sum(row[2] for row in rows)
        for row in rows:
            figures.append(row[0])
            same.append(row[1])
            weight.append(row[2] * KIND_WEIGHT[name] / whole)
            kind.append(name)
    return Pairs(np.array(figures), np.array(same, dtype=float), np.array(weight), np.array(kind))


def fitted(pairs: Pairs, without: set[str]) -> tuple[float, dict[str, float]]:
    """Bias and weights by name; those in `without` are 0 and left out.

    Each kind of pairs has a prior of its own while fitting; the bias is that of NATURAL.
    """
    fixed = [0.0 if name in without else BY_HAND.get(name) for name in FEATURES]
    figures = pairs.figures.copy()
    for name in OF_STORIES:
        figures[pairs.kind != NATURAL, FEATURES.index(name)] = 0.0
    others = [name for name in KIND_WEIGHT if name != NATURAL and name not in WITHOUT_TOPIC]
    figures = np.hstack([figures, *((pairs.kind == name)[:, None].astype(float) for name in others)])
    signs = [1 if name in NEVER_BELOW else -1 if name in NEVER_ABOVE else 0 for name in FEATURES]
    bias, weights = fit(
        figures,
        pairs.same,
        pairs.weight,
        [*signs, *(0 for _ in others)],
        [*fixed, *(None for _ in others)],
        L2,
    )
    kept = {name: round(value, 3) for name, value in zip(FEATURES, weights, strict=False) if value}
    return round(bias, 3), kept


if __name__ == "__main__":
    main()
