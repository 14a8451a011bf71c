"""What each line of evidence weighs: the numbers of weights.yaml, each with its reason there."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from sayso.model import Record, SourceKind

_TO_DECIBANS = 10.0 / math.log(10.0)
Z_80 = 1.2815515655446004  # a normal lies within so many standard deviations in 80 of 100 cases


class Prior(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of source before anything is resolved: Beta(`alpha`, `beta`), and how it is called."""

    alpha: float
    beta: float
    called: str


class Hedge(msgspec.Struct, frozen=True, kw_only=True):
    """What a certainty takes off, in decibans (never more than there is), and how it is called."""

    decibans: float
    called: str


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """What denials weigh, in decibans: of a party (each, and all), of an observer, of one who was there."""

    interested: float
    interested_most: float
    independent: float
    first_hand: float
    part_share: float


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Standard deviations in decibans of what is drawn for the band, and how sure independence is at most."""

    class_decibans: float
    interested_decibans: float
    independent_decibans: float
    hand_decibans: float
    own_origin: float


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """All of them. Decibans unless the name says otherwise; what lowers is negative."""

    classes: dict[str, float]
    kinds: dict[SourceKind, Prior]
    hedges: dict[str, Hedge]
    anonymity: float
    first_hand: dict[str, float]
    specific: float
    specific_most: float
    depth: float
    unread: float
    depth_most: float
    lineage_share: float
    denial: Denial
    hand: dict[str, float]
    spread: Spread
    bounds_usual: tuple[float, float]
    bounds_widest: tuple[float, float]
    fewest_resolved: int


@cache
def load(name: str) -> Any:
    """A YAML file of this room; treat it as frozen, it is shared."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files("sayso.assess") / name).read_text(encoding="utf-8"), Loader=loader)


@cache
def weights() -> Weights:
    """The weights of weights.yaml, read once."""
    data = load("weights.yaml")
    denial = data["denial"]
    return Weights(
        classes={name: row["decibans"] for name, row in data["classes"].items()},
        kinds={kind: msgspec.convert(row, Prior) for kind, row in data["kinds"].items()},
        hedges={name: msgspec.convert(row, Hedge) for name, row in data["hedges"].items()},
        anonymity=data["anonymity"]["decibans"],
        first_hand={"": 0.0, **{name: row["decibans"] for name, row in data["first_hand"].items()}},
        specific=data["specific"]["decibans"],
        specific_most=data["specific"]["most_decibans"],
        depth=data["depth"]["decibans"],
        unread=data["depth"]["unread_decibans"],
        depth_most=data["depth"]["most_decibans"],
        lineage_share=data["lineage"]["share"],
        denial=Denial(
            interested=denial["interested"]["decibans"],
            interested_most=denial["interested"]["most_decibans"],
            independent=denial["independent"]["decibans"],
            first_hand=denial["first_hand"]["decibans"],
            part_share=denial["part"]["share"],
        ),
        hand={name: row["decibans"] for name, row in data["hand"].items()},
        spread=msgspec.convert({k: v for k, v in data["spread"].items() if k != "why"}, Spread),
        bounds_usual=tuple(data["bounds"]["usual"]),
        bounds_widest=tuple(data["bounds"]["widest"]),
        fewest_resolved=data["fewest_resolved"],
    )


def decibans(p: float) -> float:
    """The log-odds of a probability in (0, 1), in decibans.

    >>> round(decibans(0.6), 2)
    1.76
    """
    return 10.0 * math.log10(p / (1.0 - p))


def probability(log_odds_decibans: float) -> float:
    """The probability of log-odds in decibans; what is beyond ±300 is as good as 0 or 1.

    >>> round(probability(1.76), 2)
    0.6
    """
    return 1.0 / (1.0 + math.pow(10.0, -max(-300.0, min(300.0, log_odds_decibans)) / 10.0))


class Worth(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a source's word is worth: decibans, their standard deviation, and the record behind it, if any."""

    decibans: float
    spread: float
    record: Record | None = None


@cache
def worth_of_kind(kind: SourceKind) -> Worth:
    """What the word of a source is worth of which only the kind is known."""
    prior = weights().kinds[kind]
    nats = math.sqrt(_trigamma(prior.alpha) + _trigamma(prior.beta))
    mean = prior.alpha / (prior.alpha + prior.beta)
    return Worth(decibans=decibans(mean), spread=nats * _TO_DECIBANS)


def worth_of_record(record: Record) -> Worth:
    """What the word of a source with a record is worth; the spread is read off its band of 80 %."""
    low, high = (decibans(min(0.999, max(0.001, end))) for end in record.band)
    accuracy = min(0.999, max(0.001, record.accuracy))
    return Worth(decibans=decibans(accuracy), spread=max(0.0, high - low) / (2 * Z_80), record=record)


def _trigamma(x: float) -> float:
    """The second derivative of log gamma, from x = 1 on to three digits (Abramowitz & Stegun 6.4.12)."""
    return 1 / x + 1 / (2 * x**2) + 1 / (6 * x**3) - 1 / (30 * x**5)
