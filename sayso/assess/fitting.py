"""Weights of lines of evidence from resolved claims: logistic regression around what was set by judgement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEPS = 50
CLOSE = 1e-9


def fitted(
    lines: Sequence[Sequence[float]], outcomes: Sequence[bool], expected: Sequence[float],
    spread: Sequence[float], counts: Sequence[float] = (),
) -> tuple[float, ...]:  # fmt: skip
    """The weight of each kind of line (natural log-odds a unit), given claims that came out.

    `lines`: a row a resolved claim, a column a kind of line. `expected`: the weights that hold before any
    claim is resolved, `spread` > 0 how far they may be off (standard deviation): the maximum a posteriori of
    a logistic regression with that normal prior, by Newton's way. `counts`: how much each claim counts, where
    not all count 1 (older ones may count less). `expected` itself for no claims.
    """
    import numpy as np

    mean, precision = np.asarray(expected, dtype=float), 1 / np.square(np.asarray(spread, dtype=float))
    if not len(outcomes):
        return tuple(map(float, mean))
    x, y = np.asarray(lines, dtype=float), np.asarray(outcomes, dtype=float)
    n = np.asarray(counts, dtype=float) if len(counts) else np.ones(len(y))
    weights = mean.copy()
    loss = _loss(x, y, n, weights, mean, precision)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -50, 50)))
        slope = x.T @ (n * (p - y)) + precision * (weights - mean)
        bend = (x * (n * p * (1 - p))[:, None]).T @ x + np.diag(precision)
        step = np.linalg.solve(bend, slope)
        size = 1.0
        while (tried := _loss(x, y, n, weights - size * step, mean, precision)) > loss and size > CLOSE:
            size /= 2
        weights, gained, loss = weights - size * step, loss - tried, tried
        if gained < CLOSE:
            break
    return tuple(map(float, weights))


def _loss(
    x: NDArray[np.float64], y: NDArray[np.float64], n: NDArray[np.float64], weights: NDArray[np.float64],
    mean: NDArray[np.float64], precision: NDArray[np.float64],
) -> float:  # fmt: skip
    """The negative log posterior."""
    import numpy as np

    odds = x @ weights
    return float(n @ (np.logaddexp(0, odds) - y * odds) + 0.5 * precision @ np.square(weights - mean))
