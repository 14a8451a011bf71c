"""What a cue does: its act, how the source knows, who speaks, and what it makes of its content."""

from dataclasses import dataclass
from typing import Literal

from sayso.model import Act, Certainty, Evidentiality, Span
from sayso.read.relation import Voice

Strength = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueReading:
    """The reading of one cue; the words are those of the contract and of FactBank.

    `certainty` and `negates` say what the cue does to its content: "denied" is CT and negates,
    "doubts" PR and negates, "suggests" PR, "asked" U; plain saying is CT. `strength` is strong
    where the cue nearly always attributes, weak where one of `complement` must stand beside it.
    """

    lemma: str
    act: Act = "assert"
    evidentiality: Evidentiality = "unstated"
    voice: Voice = "source"
    certainty: Certainty = "CT"
    negates: bool = False
    strength: Strength = "strong"
    complement: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A cue found in a text: where (one span, the whole verb group) and how it reads."""

    span: Span
    reading: CueReading
