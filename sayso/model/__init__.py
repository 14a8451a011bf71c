"""The nouns: frozen values with content-hash ids; JSON by msgspec, field for field as documented."""

from sayso.model.assessment import (
    Assessment,
    Confidence,
    EvidenceLine,
    Likelihood,
    LineKind,
    Record,
    WithoutOrigin,
)
from sayso.model.check import Check, Evidence, Finding, FindingKind, SignOff, finding_id
from sayso.model.claim import (
    Claim,
    ClaimStatus,
    ClaimValue,
    Member,
    Quantity,
    Scope,
    Stance,
    claim_id,
    gist_of_claim,
)
from sayso.model.derivation import Derivation, DerivationKind, derivation_id
from sayso.model.document import Document, DocumentRow, document_id, make_document, row_of
from sayso.model.dossier import (
    Dossier,
    DossierClaim,
    DossierDocument,
    DossierLine,
    DossierOutcome,
    DossierPromise,
    DossierSource,
    DossierTotals,
    LineStep,
    OpenQuestion,
    QuestionKind,
    Quote,
    SubjectTerm,
    TermKind,
)
from sayso.model.expectation import (
    Awaited,
    Expectation,
    ExpectationStatus,
    Modality,
    Outcome,
    OutcomeKind,
    PromisorRecord,
    Retelling,
    expectation_id,
)
from sayso.model.factuality import FACTUALITIES, SCALE, Certainty, Factuality, factuality
from sayso.model.ids import digest, place, sha256_of
from sayso.model.judged import Anchor, Judged, JudgementExport, JudgementStanding, Replayed
from sayso.model.judgement import (
    ClaimMatter,
    Judgement,
    Matter,
    ReadingMatter,
    Revocation,
    judgement_id,
)
from sayso.model.listing import Change, Hit, SourcePage, SourceRow, TimelineRow, VersionDiff
from sayso.model.news import News, NewsKind
from sayso.model.origin import OriginGroup, Origins
from sayso.model.readings import MapKind, Mapped, Orphan, ReadingChange, ReadingDiff
from sayso.model.repair import Repair
from sayso.model.source import Source, SourceKind
from sayso.model.span import GAP, Extent, Span, Spans, covers, strip, touches, without, words_at
from sayso.model.statement import (
    Act,
    Cue,
    Evidentiality,
    Proposition,
    Quotation,
    Statement,
    proposition_id,
    statement_id,
)
from sayso.model.subject import Subject, SubjectFact, SubjectKind, subject_id
from sayso.model.time import Grain, Said, Time, TimeExpression, TimeRole
from sayso.model.unseen import Unseen, UnseenKind
from sayso.model.verdict import HandEvidence, HandKind, HandStance, Strength, Verdict, VerdictState

__all__ = [
    "FACTUALITIES", "GAP", "SCALE", "Act", "Anchor", "Assessment", "Awaited", "Certainty", "Change", "Check",
    "Claim", "ClaimMatter", "ClaimStatus", "ClaimValue", "Confidence", "Cue", "Derivation", "DerivationKind",
    "Document", "DocumentRow", "Dossier", "DossierClaim", "DossierDocument", "DossierLine", "DossierOutcome",
    "DossierPromise", "DossierSource", "DossierTotals", "Evidence", "EvidenceLine", "Evidentiality",
    "Expectation", "ExpectationStatus", "Extent", "Factuality", "Finding", "FindingKind", "Grain",
    "HandEvidence", "HandKind", "HandStance", "Hit", "Judged", "Judgement", "JudgementExport",
    "JudgementStanding", "Likelihood", "LineKind", "LineStep", "MapKind", "Mapped", "Matter", "Member",
    "Modality", "News", "NewsKind", "OpenQuestion", "OriginGroup", "Origins", "Orphan", "Outcome",
    "OutcomeKind", "PromisorRecord", "Proposition", "Quantity", "QuestionKind", "Quotation", "Quote",
    "ReadingChange", "ReadingDiff", "ReadingMatter", "Record", "Repair", "Replayed", "Retelling",
    "Revocation", "Said", "Scope", "SignOff", "Source", "SourceKind", "SourcePage", "SourceRow", "Span",
    "Spans", "Stance", "Statement", "Strength", "Subject", "SubjectFact", "SubjectKind", "SubjectTerm",
    "TermKind", "Time", "TimeExpression", "TimeRole", "TimelineRow", "Unseen", "UnseenKind", "Verdict",
    "VerdictState", "VersionDiff", "WithoutOrigin", "claim_id", "covers", "derivation_id", "digest",
    "document_id", "expectation_id", "factuality", "finding_id", "gist_of_claim", "judgement_id",
    "make_document", "place", "proposition_id", "row_of", "sha256_of", "statement_id", "strip", "subject_id",
    "touches", "without", "words_at",
]  # fmt: skip
