"""Learns how a body stands to a headline: `SAYSO_DATA=… python -m training.stance`, a quarter of an hour.

From the development bodies of FNC-1 only (seven tenths, by hash of the body's id). scikit-learn's gradient
boosting (Friedman 2001, by histograms), written out as JSON. The rarer stances are given more weight
afterwards (LEAN): chosen, like the size of the forest, on a third of the development bodies.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.corpora import corpus
from bench.link.fnc1_figures import FEATURES, figures
from bench.link.fnc1_texts import BODIES, STANCES, Body, Pair, bodies_seen, headlines_seen, pairs_of, texts_of
from sayso.link.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OUT = Path(__file__).parent / "trees.json"
CLASSES = ("unrelated", "discuss", "agree", "disagree")
LEAN = {"agree": 1.3, "disagree": 2.0}
SETTING = {
    "max_iter": 80, "max_leaf_nodes": 8, "learning_rate": 0.12, "l2_regularization": 5.0,
    "min_samples_leaf": 40, "random_state": 7, "early_stopping": False,
}  # fmt: skip


def main() -> None:
    """Writes the trees, and beside them what they were made of."""
    pairs = pairs_of(measured=False)
    if not pairs:
        raise SystemExit(f"the folder that SAYSO_DATA names has no {STANCES}")
    write(pairs, rows_of(pairs, headlines_seen(pairs), bodies_seen(texts_of(pairs))))


def rows_of(
    pairs: Sequence[Pair], heads: Mapping[str, View], bodies: Mapping[str, Body]
) -> NDArray[np.float64]:
    """The figures of pairs, one row each."""
    return figures((heads[pair.headline] for pair in pairs), (bodies[pair.body] for pair in pairs))


def write(pairs: Sequence[Pair], rows: NDArray[np.float64]) -> None:
    """Fits, and writes trees.json and made.json."""
    answers = [CLASSES.index(pair.relation) for pair in pairs]
    boosting = import_module("sklearn.ensemble").HistGradientBoostingClassifier
    model = boosting(**SETTING).fit(rows, answers)
    OUT.write_text(json.dumps(as_json(model), separators=(",", ":")) + "\n", encoding="utf-8")
    made = {
        "recipe": {"setting": SETTING, "lean": LEAN},
        "material": {name: digest(corpus(name)) for name in (BODIES, STANCES)},
        "pairs": len(pairs),
        "tools": {name: version(name) for name in ("numpy", "scikit-learn")},
        "files": {OUT.name: digest(OUT)},
    }
    OUT.with_name("made.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def as_json(model: Any) -> dict[str, Any]:
    """The fitted model as bench.link.trees reads it."""
    bias = [
        round(float(base) + math.log(LEAN.get(name, 1.0)), 5)
        for name, base in zip(CLASSES, model._baseline_prediction.ravel(), strict=True)
    ]
    rounds = [[_tree(tree.nodes) for tree in trees] for trees in model._predictors]
    return {"classes": CLASSES, "features": FEATURES, "bias": bias, "rounds": rounds}


def _tree(nodes: Any) -> dict[str, list[float]]:
    """Parallel lists of a tree's nodes; what a leaf does not have is 0."""
    leaf = [bool(one) for one in nodes["is_leaf"]]

    def kept(name: str, digits: int, *, of_leaves: bool) -> list[float]:
        values = zip(leaf, nodes[name].tolist(), strict=True)
        return [float(f"{value:.{digits}g}") if end == of_leaves else 0.0 for end, value in values]

    return {
        "figure": [-1 if end else int(at) for end, at in zip(leaf, nodes["feature_idx"], strict=True)],
        "threshold": kept("num_threshold", 6, of_leaves=False),
        "left": nodes["left"].tolist(),
        "right": nodes["right"].tolist(),
        "value": kept("value", 4, of_leaves=True),
    }


def digest(path: Path | None) -> str:
    """The SHA-256 of a file; "" for none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""


if __name__ == "__main__":
    main()
