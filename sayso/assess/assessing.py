"""Weighs cases: the sum of the lines, where it is held, its band, each origin left out, the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.assess.band import bands, drawn_of
from sayso.assess.case import Case
from sayso.assess.telling import clip_line, lines_of, prior_line
from sayso.assess.terms import Records, Term, both_sides, bounds, counted, settled, terms_of
from sayso.assess.weights import decibans, probability, weights
from sayso.assess.words import (
    admiralty_of,
    admiralty_sentence,
    basis_of,
    confidence_of,
    confidence_sentence,
    likelihood_of,
    likelihood_sentence,
)
from sayso.model import Assessment, EvidenceLine, Record, WithoutOrigin

DIGITS = 6
SEED = 0
NO_RECORDS: Mapping[str, Record] = {}


class Sum(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What terms add up to: decibans of each, of all with the prior, and where that is held."""

    counts: Sequence[float]
    total: float
    held: float
    low: float
    high: float

    @property
    def p(self) -> float:
        """The probability."""
        return round(min(self.high, max(self.low, probability(self.held))), DIGITS)


def assess(case: Case, records: Records = NO_RECORDS, *, seed: int = SEED) -> Assessment:
    """What the evidence of one claim amounts to; pure: the same case, records and seed give the same.

    `records`: the records of those who answer for origins, by key or name; nobody else has one. A claim that
    nobody takes up is at its class's prior. Cycles of citation count as what has no recorded lineage; who
    says it and denies it counts for neither; of only denials, the prior and the denials are left.
    """
    return next(assess_all([case], records, seed=seed))


def assess_all(
    cases: Sequence[Case], records: Records = NO_RECORDS, *, seed: int = SEED
) -> Iterator[Assessment]:
    """The assessments of many claims, in their order; each is what `assess` says of it alone."""
    terms = [terms_of(case, records) for case in cases]
    sums = [summed(case, each) for case, each in zip(cases, terms, strict=True)]
    bases = [weights().classes[case.kind] for case in cases]
    drawn = [drawn_of(each, made.counts) for each, made in zip(terms, sums, strict=True)]
    for case, each, made, (low, high) in zip(cases, terms, sums, bands(bases, drawn, seed), strict=True):
        yield _assessment(case, each, made, _held(made, low, high))


def summed(case: Case, terms: Sequence[Term]) -> Sum:
    """What the terms add up to beside each other."""
    counts = settled(terms)
    total = round(weights().classes[case.kind] + sum(counts), 2)
    low, high = bounds(counted(terms))
    held = min(round(decibans(high), 2), max(round(decibans(low), 2), total))
    return Sum(counts=counts, total=total, held=held, low=low, high=high)


def _held(made: Sum, low: float, high: float) -> tuple[float, float]:
    """The band as probabilities, within the bounds, around the probability."""
    ends = (min(made.high, max(made.low, probability(end))) for end in (low, high))
    below, above = (round(end, 3) for end in ends)
    return (min(below, made.p), max(above, made.p))


def _assessment(case: Case, terms: Sequence[Term], made: Sum, band: tuple[float, float]) -> Assessment:
    sides = counted(terms)
    basis, p = basis_of(sides), made.p
    confidence, word = confidence_of(basis), likelihood_of(p)
    code = admiralty_of(sides, {id(t): count for t, count in zip(terms, made.counts, strict=True)})
    return Assessment(
        probability=p, band=band, confidence=confidence, likelihood=word, admiralty=code,
        lines=tuple(_lines(case, terms, made)), without=tuple(_without(case, terms)),
        single_origin=len(sides[0]) == 1,
        said=(likelihood_sentence(word), confidence_sentence(confidence, basis), admiralty_sentence(code)),
    )  # fmt: skip


def _lines(case: Case, terms: Sequence[Term], made: Sum) -> Iterator[EvidenceLine]:
    yield prior_line(case.kind)
    both = both_sides(terms)
    names = {(t.key, t.supports): t.name for t in reversed(terms) if t.key and t.key in both} if both else {}
    for term, counts in zip(terms, made.counts, strict=True):
        yield from lines_of(term, counts, opposite=names.get((term.key, not term.supports)))
    if made.held != made.total:
        yield clip_line(round(made.held - made.total, 2))


def _without(case: Case, terms: Sequence[Term]) -> Iterator[WithoutOrigin]:
    """Each origin left out, exactly: what would be said had it not been there."""
    for at, term in enumerate(terms):
        p = summed(case, [*terms[:at], *terms[at + 1 :]]).p
        yield WithoutOrigin(
            origin=term.name, probability=p, likelihood=likelihood_of(p),
            stance="supports" if term.supports else "denies",
        )  # fmt: skip
