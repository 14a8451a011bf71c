"""Statement: an attribution relation as printed once in one document, and its propositions."""

from typing import Literal

import msgspec

from sayso.model.factuality import Factuality
from sayso.model.ids import digest, place
from sayso.model.source import Source
from sayso.model.span import Extent, Spans
from sayso.model.time import Said, Time

Act = Literal[
    "assert", "deny", "decline", "unconfirmed", "promise", "forecast", "infer", "believe",
    "perceive", "ask", "demand",
]  # fmt: skip
Evidentiality = Literal["direct", "inferential", "reportative", "unstated"]
Quotation = Literal["direct", "mixed", "indirect"]


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that attribute, with what the source does by them."""

    spans: Spans
    text: str
    lemma: str
    act: Act = "assert"


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """A clause of a statement's content with a polarity, certainty or time of its own."""

    id: str
    spans: Spans
    text: str
    factuality: Factuality = "CT+"
    times: tuple[Time, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as printed once in one document (PARC 3.0, PolNeAR), with its reading.

    `content` is never missing: empty is no spans and "". `sentence` counts from 0. `within` is
    the id of the enclosing statement or None; `chain` runs from the publisher to the statement's
    own source. `act` is the act of the cue, given here too since plain author statements have no
    cue. `confidence` in [0, 1]: how sure the reader is of this reading, not of its truth.
    `corrected_by`: the ids of the judgements by which a person corrected it (then `confidence` is 1.0); ()
    for what the reader alone has read.
    """

    id: str
    document: str
    input: str
    sentence: int
    reading: str
    source: Source
    medium: Extent | None
    cue: Cue | None
    content: Extent
    quotation: Quotation
    within: str | None
    chain: tuple[str, ...]
    said: Said | None
    evidentiality: Evidentiality
    propositions: tuple[Proposition, ...]
    confidence: float
    act: Act = "assert"
    corrected_by: tuple[str, ...] = ()


def statement_id(document: str, source: Spans, cue: Spans, content: Spans) -> str:
    """The id `s:…`: a hash of the document's id and of the statement's spans."""
    return digest("s", (document, place(source), place(cue), place(content)))


def proposition_id(statement: str, spans: Spans) -> str:
    """The id `p:…`: a hash of the statement's id and of the proposition's spans."""
    return digest("p", (statement, place(spans)))
