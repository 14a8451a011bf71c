"""Beta distributions: what shares are likely after so many right and so many wrong."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

import msgspec

MEANS = tuple(n / 50 for n in range(1, 50))
STRENGTHS = (2.0, 4.0, 7.0, 10.0, 16.0, 30.0, 60.0)
STEPS = 2000
LOW, HIGH = 0.10, 0.90


class Beta(msgspec.Struct, frozen=True, kw_only=True):
    """Beta(`alpha`, `beta`), both above 0: as if so many had been right and wrong before any was seen."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """The expected share, in (0, 1)."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def strength(self) -> float:
        """How many it stands for."""
        return self.alpha + self.beta

    def after(self, right: float, wrong: float) -> Beta:
        """The posterior after `right` and `wrong` more."""
        return Beta(alpha=self.alpha + right, beta=self.beta + wrong)

    @property
    def band(self) -> tuple[float, float]:
        """Its 80 % interval: the tenth and the ninetieth percentile."""
        return _band(self.alpha, self.beta)


@lru_cache(maxsize=4096)
def _band(alpha: float, beta: float) -> tuple[float, float]:
    import numpy as np

    at = (np.arange(STEPS) + 0.5) / STEPS
    logs = (alpha - 1) * np.log(at) + (beta - 1) * np.log1p(-at)
    mass = np.cumsum(np.exp(logs - logs.max()))
    low, high = (float(at[np.searchsorted(mass, share * mass[-1])]) for share in (LOW, HIGH))
    return round(low, 4), round(high, 4)


def pooled(prior: Beta, counts: Iterable[tuple[float, float]]) -> Beta:
    """What a kind of source is like, from the right and wrong of each of its sources (empirical Bayes).

    The posterior mean of share and strength over a grid, under the Beta-Binomial likelihood of the counts;
    the share's own prior is `prior`, the strength's is lognormal around the prior's. `prior` for no counts.
    """
    seen = sorted((right, wrong) for right, wrong in counts if right + wrong > 0)
    if not seen:
        return prior
    weighed = [
        (_log_posterior(prior, mean, strength, seen), mean, strength)
        for mean in MEANS
        for strength in STRENGTHS
    ]
    most = max(weight for weight, _, _ in weighed)
    shares = [(math.exp(weight - most), mean, strength) for weight, mean, strength in weighed]
    total = math.fsum(share for share, _, _ in shares)
    mean = math.fsum(share * mean for share, mean, _ in shares) / total
    strength = math.exp(math.fsum(share * math.log(strength) for share, _, strength in shares) / total)
    return Beta(alpha=mean * strength, beta=(1 - mean) * strength)


def _log_posterior(prior: Beta, mean: float, strength: float, seen: list[tuple[float, float]]) -> float:
    a, b = mean * strength, (1 - mean) * strength
    before = (prior.alpha - 1) * math.log(mean) + (prior.beta - 1) * math.log(1 - mean)
    before -= 0.5 * (math.log(strength / prior.strength) / math.log(2)) ** 2
    return before + math.fsum(_log_beta(a + r, b + w) - _log_beta(a, b) for r, w in seen)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
