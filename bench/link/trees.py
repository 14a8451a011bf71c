"""Boosted trees as JSON: what is learnt in training/stance and can be read with the eye."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes in parallel lists: which figure, its threshold (not above: left), left, right, a leaf's value.

    A leaf has -1 for its figure.
    """

    figure: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


class Forest(msgspec.Struct, frozen=True, kw_only=True):
    """Trees by class and round: a class's score is its bias and the values of the leaves that are reached."""

    classes: tuple[str, ...]
    features: tuple[str, ...]
    bias: tuple[float, ...]
    rounds: tuple[tuple[Tree, ...], ...]


def load_forest(path: Path) -> Forest:
    """The forest in a JSON file."""
    return msgspec.convert(json.loads(path.read_text(encoding="utf-8")), Forest)


def decided(forest: Forest, figures: NDArray[np.float64]) -> list[str]:
    """The class of each row, the first of those with the highest score."""
    import numpy as np

    scores = np.tile(np.array(forest.bias), (len(figures), 1))
    for trees in forest.rounds:
        for at, tree in enumerate(trees):
            scores[:, at] += _reached(tree, figures)
    return [forest.classes[at] for at in scores.argmax(axis=1).tolist()]


def _reached(tree: Tree, figures: NDArray[np.float64]) -> NDArray[np.float64]:
    """The value of the leaf that each row comes to."""
    import numpy as np

    figure, threshold, left, right, value = (
        np.array(column) for column in (tree.figure, tree.threshold, tree.left, tree.right, tree.value)
    )
    rows, at = np.arange(len(figures)), np.zeros(len(figures), dtype=int)
    while True:
        inner = figure[at] >= 0
        if not inner.any():
            return np.asarray(value[at], dtype=np.float64)
        lower = figures[rows, np.maximum(figure[at], 0)] <= threshold[at]
        at = np.where(inner, np.where(lower, left[at], right[at]), at)


def splits(forest: Forest) -> Sequence[tuple[str, int]]:
    """How often each figure is asked, the most asked first."""
    counts = dict.fromkeys(forest.features, 0)
    for trees in forest.rounds:
        for tree in trees:
            for at in tree.figure:
                if at >= 0:
                    counts[forest.features[at]] += 1
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
