"""The values that the statements of one claim give: one event with different numbers is one claim."""

from __future__ import annotations

from sayso.link.claims import Cluster
from sayso.link.features import amounts_met
from sayso.link.mark import Amount
from sayso.link.stance import stance_of
from sayso.model import ClaimValue, Quantity

GIVING = frozenset({"supports", "updates"})


def values_of(cluster: Cluster) -> tuple[ClaimValue, ...]:
    """The values of a claim by slot ("killed", "dose"), then amount; () where no member gives a number.

    Equal intervals of one slot are one value with all its statements, each once, in the cluster's order.
    Who denies, or leaves open whether it is so, gives no value ("denied that 40 had died").
    """
    found: dict[tuple[str, float, float], tuple[Amount, dict[str, None]]] = {}
    for joined in cluster.members:
        points = joined.mark.target is not None and not joined.mark.counts
        if points or stance_of(joined.mark, cluster.gist)[0] not in GIVING:
            continue
        for amount in joined.mark.amounts:
            if amount.slot:
                low = amount.low if amount.low is not None else float("-inf")
                high = amount.high if amount.high is not None else float("inf")
                _, statements = found.setdefault((amount.slot, low, high), (amount, {}))
                statements[joined.mark.statement] = None
    return tuple(
        ClaimValue(
            slot=_label(slot, amount),
            value=Quantity(low=amount.low, high=amount.high, unit=amount.unit),
            statements=tuple(ids),
        )
        for (slot, _, _), (amount, ids) in sorted(found.items(), key=lambda row: row[0])
    )


def with_another_value(cluster: Cluster) -> frozenset[str]:
    """The statements that give another amount than the gist for the same thing ("nine dead", "34 dead").

    They are about the matter, and do not confirm what the gist says of it; () where the gist gives none.
    """
    gist = cluster.gist.amounts
    every = {joined.mark.statement: amounts_met(gist, joined.mark.amounts) for joined in cluster.members}
    return frozenset(statement for statement, (_, other) in every.items() if other)


def _label(slot: str, amount: Amount) -> str:
    """What is counted, as a word: a class ("killed"), or the printed unit where the slot is only its stem."""
    unit = amount.unit.lower()
    return unit if unit.startswith(slot) else slot
