"""Assessment: what the machine makes of a claim, line by line (ICD 203, Admiralty). Never "true"."""

from typing import Literal

import msgspec

Likelihood = Literal[
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
    "almost certain",
]  # fmt: skip
Confidence = Literal["low", "moderate", "high"]
LineKind = Literal[
    "prior", "origin", "hedge", "depth", "first-hand", "specific", "anonymity", "lineage", "denial", "part",
    "clip", "hand",
]  # fmt: skip


class EvidenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the sum: a sentence, its weight in decibans (10·log10 of a likelihood ratio), and the
    statement that it rests on (None for what rests on none, as the prior does).
    """

    text: str
    decibans: float
    statement: str | None = None
    kind: LineKind = "origin"


class WithoutOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """What the probability would be without one origin group, and the word for that; `origin` is that
    group's name, `stance` its side.
    """

    origin: str
    probability: float
    likelihood: Likelihood = "roughly even chance"
    stance: Literal["supports", "denies"] = "supports"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """How often a named source was right on claims that are resolved (Beta-Binomial within its kind).

    `right` + `wrong` is how many count; `accuracy` in (0, 1) is the mean of the posterior, `band` its 80 %
    interval. `prior`: fewer than five are resolved, and what is given is what its kind has, not its own.
    """

    source: str
    kind: str
    right: int = 0
    wrong: int = 0
    accuracy: float
    band: tuple[float, float]
    prior: bool = True


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """What the evidence amounts to. `lines` add up (in decibans) to the log-odds of `probability`.

    `probability` in [.01, .99], `band` its 80 % interval. `likelihood` is a word of ICD 203; `confidence`
    says how good the basis is, apart from it. `admiralty`: a letter and a digit, suggested. `without`: leave
    one origin out. `word` is what a person set in its place, with `word_by`. `said`: one sentence each for
    likelihood, confidence and the Admiralty code.
    """

    probability: float
    band: tuple[float, float]
    confidence: Confidence
    likelihood: Likelihood
    admiralty: str
    lines: tuple[EvidenceLine, ...]
    without: tuple[WithoutOrigin, ...] = ()
    single_origin: bool = False
    said: tuple[str, ...] = ()
    word: str | None = None
    word_by: str | None = None
