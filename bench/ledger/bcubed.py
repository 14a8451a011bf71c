"""B³: how well one partition of mentions agrees with another (Bagga & Baldwin 1998)."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

M = TypeVar("M", bound=Hashable)
K = TypeVar("K", bound=Hashable)
C = TypeVar("C", bound=Hashable)


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Precision and recall in [0, 1] over `mentions` mentions; 0 where there are none."""

    precision: float = 0.0
    recall: float = 0.0
    mentions: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[M, K], system: Mapping[M, C]) -> Agreement:
    """Agreement of two partitions, each given as mention to cluster, over the mentions of both.

    A mention's precision is the share of its system cluster that is in its gold cluster, its recall
    the share of its gold cluster that is in its system cluster; both are averaged over mentions.
    """
    mentions = [mention for mention in gold if mention in system]
    if not mentions:
        return Agreement()
    golds = Counter(gold[mention] for mention in mentions)
    systems = Counter(system[mention] for mention in mentions)
    both = Counter((gold[mention], system[mention]) for mention in mentions)
    shared = [(both[gold[m], system[m]], golds[gold[m]], systems[system[m]]) for m in mentions]
    return Agreement(
        precision=sum(common / found for common, _, found in shared) / len(mentions),
        recall=sum(common / wanted for common, wanted, _ in shared) / len(mentions),
        mentions=len(mentions),
    )
