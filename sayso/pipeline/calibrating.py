"""Whether what is said here held: how likely resolved claims would have been called, and which held."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.assess.calibration import Bin, bins, brier
from sayso.errors import UsageError
from sayso.model import Claim
from sayso.pipeline.claim_view import one_claim
from sayso.pipeline.records import records_without, resolved_claims
from sayso.pipeline.weighing import weigh
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

FEWEST = 5  # resolved claims: with fewer there is nothing to compare
MOST_FOLDS = 20  # times that the records are learnt anew


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """One resolved claim: what would be said of it (in [0, 1]) without its outcome, and whether it held."""

    claim: str
    gist: str
    probability: float
    held: bool


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """The resolved claims, the least likely first, in bins of a tenth, the lowest first; both () for none.

    `brier` is the mean squared error: 0 is perfect, .25 what always saying one half gets; None for none.
    """

    forecasts: tuple[Forecast, ...] = ()
    bins: tuple[Bin, ...] = ()
    brier: float | None = None

    @property
    def enough(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.forecasts) >= FEWEST


def calibration_of(store: Store, gazetteer: Gazetteer, as_of: str | None = None) -> Calibration:
    """How often what would be said of the resolved claims held.

    Each is weighed by records of its sources that were learnt without it (cross-validation, Stone 1974; in at
    most twenty parts): nothing that its outcome taught is in what is said of it. Documents are those that are
    there now, or were on the day `as_of`.
    """
    found = sorted(_forecasts(store, gazetteer, as_of), key=lambda one: (one.probability, one.claim))
    if not found:
        return Calibration()
    said, held = [one.probability for one in found], [one.held for one in found]
    return Calibration(forecasts=tuple(found), bins=bins(said, held), brier=brier(said, held))


def _forecasts(store: Store, gazetteer: Gazetteer, as_of: str | None) -> Iterator[Forecast]:
    resolved = resolved_claims(store, as_of)
    known = [(id, claim) for id in sorted(resolved) if (claim := _known(store, id, as_of)) is not None]
    folds = [known[at::MOST_FOLDS] for at in range(min(MOST_FOLDS, len(known)))]
    left_out = [{id for id, _ in fold} for fold in folds]
    learnt = records_without(store, gazetteer, resolved, left_out, as_of) if folds else ()
    for fold, records in zip(folds, learnt, strict=True):
        weighed = weigh(store, [claim for _, claim in fold], as_of=as_of, records=records)
        for (id, _), claim in zip(fold, weighed, strict=True):
            if claim.assessment is not None:
                p = claim.assessment.probability
                yield Forecast(claim=id, gist=claim.gist, probability=p, held=resolved[id])


def _known(store: Store, id: str, as_of: str | None) -> Claim | None:
    """The claim as it was known then; None where nothing of it was."""
    try:
        return one_claim(store, id, as_of)
    except UsageError:
        return None
