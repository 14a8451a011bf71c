"""Fits the comparison of two propositions: `SAYSO_DATA=… python -m training.link.compare`, some minutes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.link.encoder import SentenceEncoder
from sayso.link.features import FEATURES
from training.link.fit import fit
from training.link.pairs import Pairs, Row, article_pairs, body_pairs, headline_pairs
from training.link.worlds import world_pairs

OUT = Path(__file__).resolve().parents[2] / "sayso" / "weights" / "link" / "compare.json"
L2 = 2.0
PRIOR = 1.5  # log-odds: the hard pairs of two claims here are oftener than those that share a key in a ledger
KIND_WEIGHT = {"headlines": 4000.0, "articles": 3000.0, "bodies": 1500.0, "worlds": 4000.0}
NEVER_BELOW = {
    "cosine", "cosine_high", "jaccard", "containment", "shared", "name_jaccard", "name_containment",
    "name_shared", "rarest", "shared_many", "cosine_shared", "amount_same", "topic", "topic_shared",
    "bare", "bare_high",
}  # fmt: skip
NEVER_ABOVE = {"cosine_low", "name_conflict", "polity_other", "topic_far", "bare_low"}
VECTOR = {
    "cosine", "cosine_high", "cosine_low", "cosine_shared", "topic", "topic_far", "topic_shared", "bare",
    "bare_high", "bare_low",
}  # fmt: skip
# No corpus here has days, or an article against itself as it should be: set by hand, and said so on the card.
BY_HAND = {
    "days_apart": -3.0, "days_met": 0.5, "said_apart": -1.5, "same_document": -0.3, "name_around": 0.3,
    "polity_same": 0.0,
}  # fmt: skip
MOST = {"amount_same": 1.0, "amount_other": 0.0}


def main() -> None:
    """Writes the weights, with vectors and without."""
    encoder = SentenceEncoder(threads=1)
    kinds = {
        "headlines": headline_pairs(encoder),
        "articles": article_pairs(encoder),
        "bodies": body_pairs(encoder),
        "worlds": world_pairs(encoder),
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
    for name, rows in kinds.items():
        whole = sum(row[2] for row in rows)
        for row in rows:
            figures.append(row[0])
            same.append(row[1])
            weight.append(row[2] * KIND_WEIGHT[name] / whole)
    return Pairs(np.array(figures), np.array(same, dtype=float), np.array(weight))


def fitted(pairs: Pairs, without: set[str]) -> tuple[float, dict[str, float]]:
    """Bias and weights by name; those in `without` are 0 and left out."""
    fixed = [0.0 if name in without else {**BY_HAND, **MOST}.get(name) for name in FEATURES]
    figures = pairs.figures.copy()
    for name in BY_HAND:  # what is set by hand is no evidence for the others
        figures[:, FEATURES.index(name)] = 0.0
    signs = [1 if name in NEVER_BELOW else -1 if name in NEVER_ABOVE else 0 for name in FEATURES]
    bias, weights = fit(figures, pairs.same, pairs.weight, signs, fixed, L2)
    kept = {name: round(value, 3) for name, value in zip(FEATURES, weights, strict=True) if value}
    return round(bias + PRIOR, 3), kept


if __name__ == "__main__":
    main()
