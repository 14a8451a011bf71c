"""Source records: how often each named source was right on claims that are resolved.

Beta-Binomial within its kind, pooled where small (empirical Bayes). What a claim came out as is a person's
judgement or an outcome in the ledger, never what the machine makes of it. What is open teaches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.assess.beta import Beta, pooled
from sayso.assess.report import Report, kinds_of, stands
from sayso.model import Record

FEWEST = 5
UNKNOWN = Beta(alpha=6.0, beta=4.0)
Counts = tuple[float, float]
NO_PRIORS: Mapping[str, Beta] = {}


def learn(
    reports: Iterable[Report], resolved: Mapping[str, bool], priors: Mapping[str, Beta] = NO_PRIORS
) -> dict[str, Record]:
    """The record of every named source, by its key, sorted; {} for no reports.

    `resolved`: whether a claim held, for those that are resolved. `priors` by kind: before anything is
    resolved (Beta(6, 4) for a kind that has none). A source of fewer than five resolved claims gets what its
    kind has (`prior`), its own count beside it. A copy counts nothing, nor does who says and denies a claim.
    """
    given = list(reports)
    kinds = kinds_of(given)
    counted: dict[str, list[int]] = {source: [0, 0] for source in kinds}
    for (source, claim), report in stands(given).items():
        if claim in resolved:
            counted[source][report.supports is not resolved[claim]] += 1
    weighed = counts_of(given, resolved)
    pools = pools_of(kinds, weighed, priors)
    return {
        source: _record(source, kind, (counted[source][0], counted[source][1]), weighed[source], pools[kind])
        for source, kind in kinds.items()
    }


def counts_of(reports: Iterable[Report], resolved: Mapping[str, bool]) -> dict[str, Counts]:
    """By named source the weight of its reports on resolved claims that were right, and that were wrong."""
    given = list(reports)
    found = {source: [0.0, 0.0] for source in kinds_of(given)}
    for (source, claim), report in stands(given).items():
        if claim in resolved:
            found[source][report.supports is not resolved[claim]] += report.weight
    return {source: (right, wrong) for source, (right, wrong) in found.items()}


def pools_of(
    kinds: Mapping[str, str],
    counts: Mapping[str, tuple[float, float]],
    priors: Mapping[str, Beta] = NO_PRIORS,
) -> dict[str, Beta]:
    """By kind what its sources are like, from the counts of all of them; its prior where none is resolved."""
    return {
        kind: pooled(
            priors.get(kind, UNKNOWN), [count for source, count in counts.items() if kinds[source] == kind]
        )
        for kind in sorted(set(kinds.values()))
    }


def _record(source: str, kind: str, counted: tuple[int, int], weighed: Counts, pool: Beta) -> Record:
    right, wrong = counted
    few = right + wrong < FEWEST
    own = pool if few else pool.after(weighed[0], weighed[1])
    return Record(
        source=source,
        kind=kind,
        right=right,
        wrong=wrong,
        accuracy=round(own.mean, 4),
        band=own.band,
        prior=few,
    )
