"""A logistic regression whose weights keep the signs that they must have: small, and it can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def fit(
    figures: Floats,
    same: Floats,
    weight: Floats,
    signs: Sequence[int],
    fixed: Sequence[float | None],
    l2: float,
) -> tuple[float, list[float]]:
    """Bias and weights by L-BFGS-B. `signs`: 1 never below 0, -1 never above, 0 free; `fixed` stay as given.

    `figures` is (n, k), `same` and `weight` (n,); `l2` counts as so many weighted examples.
    """
    import numpy as np
    from scipy.optimize import minimize

    def loss(values: Floats) -> tuple[float, Floats]:
        score = values[0] + figures @ values[1:]
        p = 1 / (1 + np.exp(-score))
        missed = np.logaddexp(0, score) - same * score
        slope = (p - same) * weight
        gradient = np.concatenate([[slope.sum()], figures.T @ slope + l2 * values[1:]])
        return float((missed * weight).sum() + l2 * (values[1:] ** 2).sum() / 2), gradient

    limits: list[tuple[float | None, float | None]] = [(None, None)]
    for sign, held in zip(signs, fixed, strict=True):
        if held is not None:
            limits.append((held, held))
        else:
            limits.append((0.0 if sign > 0 else None, 0.0 if sign < 0 else None))
    start = np.array([-4.0, *(held or 0.0 for held in fixed)])
    found = minimize(loss, start, jac=True, bounds=limits, method="L-BFGS-B", options={"maxiter": 2000})
    return float(found.x[0]), [float(value) for value in found.x[1:]]
