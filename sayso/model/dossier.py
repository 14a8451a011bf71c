"""Dossier: a brief on a subject as of a day, made of printed statements with their references only."""

from typing import Literal

import msgspec

from sayso.model.assessment import Confidence, Likelihood, Record
from sayso.model.claim import ClaimStatus, ClaimValue
from sayso.model.expectation import (
    Awaited,
    ExpectationStatus,
    Modality,
    OutcomeKind,
    PromisorRecord,
)
from sayso.model.factuality import Factuality
from sayso.model.origin import Origins
from sayso.model.source import SourceKind
from sayso.model.span import GAP, Span, Spans
from sayso.model.statement import Act
from sayso.model.subject import SubjectFact

TermKind = Literal["country", "body", "source", "word"]
QuestionKind = Literal["unconfirmed", "could-not-verify", "declined", "values", "overdue"]


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Printed words with their reference. `text` are the whole sentences around a statement, so that its
    hedges and whoever says it are in them; `spans` is where they stand in the text of `document`.

    `said`: the spans of the statement's own content (of one proposition, where one is meant), inside `spans`.
    `source` is who says it, as named in this one document; `chain` runs from the publisher to it.
    """

    text: str
    spans: Spans
    said: Spans
    statement: str
    proposition: str | None
    document: str
    publisher: str | None
    published: str | None
    source: str
    kind: SourceKind
    anonymous: bool
    chain: tuple[str, ...]
    act: Act
    factuality: Factuality | None

    def within(self, spans: Spans) -> Spans:
        """Spans of the document as spans of `text`, in order; what lies outside of it is left out."""
        found, at = [], 0
        for part in self.spans:
            for span in sorted(spans):
                start, end = max(span.start, part.start), min(span.end, part.end)
                if start < end:
                    found.append(Span(at + start - part.start, at + end - part.start))
            at += part.end - part.start + len(GAP)
        return tuple(found)


class SubjectTerm(msgspec.Struct, frozen=True, kw_only=True):
    """One part of what was asked for: how it was taken, and by which names it was looked for.

    `parts` are the bodies below a body that were looked for with it. `documents` is how many
    name it, or a word that begins alike.
    """

    text: str
    kind: TermKind
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    documents: int = 0


class DossierClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as a brief tells it. `lead` is the statement that gives it, `further` one for each other
    origin, `denied` the denials, `revised` what tells of it later. `said`: a sentence each for likelihood,
    confidence and the Admiralty code; () where nothing was weighed. `named`: how many terms of the subject
    one of its statements names itself.
    """

    id: str
    status: ClaimStatus
    lead: Quote
    further: tuple[Quote, ...] = ()
    denied: tuple[Quote, ...] = ()
    revised: tuple[Quote, ...] = ()
    statements: int = 1
    documents: int = 1
    publishers: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    origins: Origins = Origins()
    origins_against: Origins = Origins()
    values: tuple[ClaimValue, ...] = ()
    notices: tuple[str, ...] = ()
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    admiralty: str | None = None
    said: tuple[str, ...] = ()
    named: int = 1


class DossierOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What bears on a promise: printed words, or (`quote` is None) what the person `by` decided and why."""

    kind: OutcomeKind
    day: str
    quote: Quote | None
    why: str
    delivered: float | None = None
    by: str | None = None


class DossierPromise(msgspec.Struct, frozen=True, kw_only=True):
    """Promised against delivered. `promisor` is "" where nobody is named; days are inclusive ISO days."""

    id: str
    quote: Quote
    promisor: str
    anonymous: bool
    due_from: str | None
    due_to: str | None
    modality: Modality
    condition: str | None
    quantity: Awaited | None
    delivered: float | None
    status: ExpectationStatus
    outcomes: tuple[DossierOutcome, ...] = ()
    revised_by: str | None = None
    word_by: str | None = None


class LineStep(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of a matter. `new`: where words stand in the text of its document that the wording before
    had not; `gone`: where words stand in the document before that are here no more. `again`: further places
    that print the same words.
    """

    quote: Quote
    new: Spans = ()
    gone: Spans = ()
    again: tuple[Quote, ...] = ()


class DossierLine(msgspec.Struct, frozen=True, kw_only=True):
    """How one named source worded one matter, from statement to statement, earliest first; two or more."""

    source: str
    kind: SourceKind
    steps: tuple[LineStep, ...]
    claims: tuple[str, ...] = ()


class DossierSource(msgspec.Struct, frozen=True, kw_only=True):
    """One named source of the subject; anonymous ones have none. `here` and `denials` count its statements
    on the subject; `record` and `promises` are those of the whole ledger, None for none. `part_of`: the
    parent body in the gazetteer.
    """

    name: str
    names: tuple[str, ...]
    kind: SourceKind
    here: int
    denials: int = 0
    first: str | None = None
    last: str | None = None
    record: Record | None = None
    promises: PromisorRecord | None = None
    facts: tuple[SubjectFact, ...] = ()
    part_of: str = ""


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What nobody knows: printed words, or (values) the amounts that conflict, each with its statements."""

    kind: QuestionKind
    quotes: tuple[Quote, ...]
    claim: str | None = None
    expectation: str | None = None
    due_to: str | None = None
    values: tuple[ClaimValue, ...] = ()


class DossierDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document that a brief cites, by its number there."""

    number: int
    id: str
    title: str | None
    publisher: str | None
    published: str | None
    input: str
    url: str | None


class DossierTotals(msgspec.Struct, frozen=True, kw_only=True):
    """How many there are on the subject in all; a brief shows at most `limit` of each (0: all)."""

    documents: int = 0
    looked_at: int = 0
    statements: int = 0
    claims: int = 0
    uncertain: int = 0
    denials: int = 0
    promises: int = 0
    lines: int = 0
    sources: int = 0
    questions: int = 0
    repeated: int = 0


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds on a subject, as known on the day `as_of`; empty sections are ().

    `claims` are the main ones, `uncertain` those that rest on one origin or are unconfirmed, `denials` those
    that are joined to no claim which they deny. `near`: where nothing was found, what is near it.
    """

    subject: str
    as_of: str
    terms: tuple[SubjectTerm, ...]
    limit: int = 20
    totals: DossierTotals = DossierTotals()
    first: str | None = None
    last: str | None = None
    claims: tuple[DossierClaim, ...] = ()
    uncertain: tuple[DossierClaim, ...] = ()
    denials: tuple[Quote, ...] = ()
    promises: tuple[DossierPromise, ...] = ()
    lines: tuple[DossierLine, ...] = ()
    who: tuple[DossierSource, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    documents: tuple[DossierDocument, ...] = ()
    near: tuple[str, ...] = ()
