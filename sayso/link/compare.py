"""Whether two propositions are one claim: typed figures, a small model that can be shown, guards, reasons."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import mul

import msgspec

from sayso.link.features import FEATURES, amounts_met, bare_of, compass_conflict, days_apart, features_of
from sayso.link.fillers import are_places, other_name
from sayso.link.likeness import reasons_of
from sayso.link.mark import Link, Mark, Relation
from sayso.link.nearness import NEAR
from sayso.link.other_words import other_words
from sayso.link.view import View, view_of
from sayso.weights import weights_file

P_KEPT = 0.5
P_POINTED = 0.97
P_OTHER_NAME = 0.85  # the most where one has another name in the same words: for a person to decide
P_OTHER_WORDS = 0.85  # the most where one has another act or doer in the same words: for a person to decide
P_OTHER_PLACE = 0.84  # the most where these are places: two in no claim, whatever else is like both
P_BARE = 0.45  # what a guard leaves: below every proposal
MOST = 0.999
UPDATE_DAYS = 2
HOPELESS_COSINE = 0.15


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A logistic regression over FEATURES: p = 1 / (1 + exp(-(bias + Σ weight · figure)))."""

    bias: float
    weights: dict[str, float]
    lexical_bias: float
    lexical: dict[str, float]


@cache
def load_model() -> Model:
    """The shipped weights; `lexical` serve where there are no vectors."""
    stored = json.loads(weights_file("link", "compare.json").read_text(encoding="utf-8"))
    return msgspec.convert(stored, Model)


@cache
def _weights(vectors: bool) -> tuple[float, tuple[float, ...]]:
    """The bias and the weight of each of FEATURES, with vectors or without."""
    model = load_model()
    bias, weights = (model.bias, model.weights) if vectors else (model.lexical_bias, model.lexical)
    return bias, tuple(weights.get(name, 0.0) for name in FEATURES)


def compare(a: Mark, b: Mark) -> Link | None:
    """The link of two propositions, the same whichever comes first; None where p is below .5.

    Relations: `same`; `opposite` (one denies what the other affirms); `update` (one matter, a later day and
    another amount); `part` (one covers only some of the other).
    """
    return compare_views(view_of(a), view_of(b))


def compare_all(marks: Mapping[str, Mark], pairs: Iterable[tuple[str, str]]) -> Iterator[Link]:
    """The links of p ≥ .5 among `pairs` of proposition ids, in their order; each mark is looked at once.

    Without reasons, which cost as much again and are shown of few: `reasons_between` gives them.
    """
    views: dict[str, View] = {}
    for a, b in pairs:
        for key in (a, b):
            if key not in views:
                views[key] = view_of(marks[key])
        link = weigh(views[a], views[b])
        if link is not None:
            yield link


def compare_views(a: View, b: View) -> Link | None:
    """`compare` for marks whose views are at hand."""
    link = weigh(a, b)
    return link and msgspec.structs.replace(link, why=reasons_between(a, b))


def reasons_between(a: View, b: View) -> tuple[str, ...]:
    """Why two propositions may be one claim, the strongest reason first; the same whichever comes first."""
    if b.mark.proposition < a.mark.proposition:
        a, b = b, a
    return reasons_of(a, b, pointed(a.mark, b.mark))


def weigh(a: View, b: View) -> Link | None:
    """`compare_views` without reasons."""
    if a.mark.proposition == b.mark.proposition:
        return None
    if b.mark.proposition < a.mark.proposition:
        a, b = b, a
    p = probability(a, b)
    if p < P_KEPT:
        return None
    return Link(a=a.mark.proposition, b=b.mark.proposition, p=round(p, 4), relation=relation_of(a, b))


def probability(a: View, b: View) -> float:
    """How likely two propositions are one claim, in [0, 1], guards included; symmetric."""
    if pointed(a.mark, b.mark):
        return P_POINTED
    if compass_conflict(a, b):
        return 0.0
    cosine = float(a.vector @ b.vector) if a.vector is not None and b.vector is not None else None
    bare = None if cosine is None else bare_of(a, b, cosine)
    alike = -1.0 if cosine is None or bare is None else max(cosine, bare)
    if alike < NEAR and (_hopeless(a, b) or (cosine is not None and alike < HOPELESS_COSINE)):
        return 0.0
    bias, weights = _weights(cosine is not None)
    figures = features_of(a, b, cosine if cosine is not None else 0.0, bare)
    score = bias + sum(map(mul, weights, figures))
    p = min(MOST, 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))))
    names = other_name(a, b) if p > P_OTHER_PLACE else None
    if names is None:
        return min(p, P_OTHER_WORDS) if p > P_OTHER_WORDS and other_words(a, b) else p
    return P_OTHER_PLACE if are_places(a, b, names) else min(p, P_OTHER_NAME)


def _hopeless(a: View, b: View) -> bool:
    """No word in common: no stem, no name."""
    return a.stems.keys().isdisjoint(b.stems) and a.names.keys().isdisjoint(b.names)


def pointed(a: Mark, b: Mark) -> bool:
    """Whether the words of one only point at the other, in one document."""
    return a.document == b.document and (a.target == b.proposition or b.target == a.proposition)


def relation_of(a: View, b: View) -> Relation:
    """How two propositions of one claim relate; symmetric."""
    if a.mark.partial != b.mark.partial:
        return "part"
    if a.mark.negated != b.mark.negated:
        return "opposite"
    return "update" if updates(a, b) else "same"


def updates(a: View, b: View) -> bool:
    """One matter with another amount or another day, said at least two days apart."""
    if a.asserted is None or b.asserted is None or abs(a.asserted - b.asserted) < UPDATE_DAYS:
        return False
    same, other = amounts_met(a.mark.amounts, b.mark.amounts)
    return other or (not same and bool(days_apart(a, b)))
