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
    weighed: dict[str, list[float]] = {source: [0.0, 0.0] for source in kinds}
    counted: dict[str, list[int]] = {source: [0, 0] for source in kinds}
    for (source, claim), report in stands(given).items():
        if claim in resolved:
            wrong = report.supports is not resolved[claim]
            weighed[source][wrong] += report.weight
            counted[source][wrong] += 1
    pools = {kind: _pool(kind, kinds, weighed, priors) for kind in set(kinds.values())}
    return {
        source: _record(source, kind, (counted[source][0], counted[source][1]), weighed[source], pools[kind])
        for source, kind in kinds.items()
    }


def _pool(
    kind: str, kinds: Mapping[str, str], weighed: Mapping[str, list[float]], priors: Mapping[str, Beta]
) -> Beta:
    counts = [(right, wrong) for source, (right, wrong) in weighed.items() if kinds[source] == kind]
    return pooled(priors.get(kind, UNKNOWN), counts)


def _record(source: str, kind: str, counted: tuple[int, int], weighed: list[float], pool: Beta) -> Record:
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
