"""Makes a finding of what a rule saw."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.check.matter import Matter, Printed
from sayso.model import Claim, Evidence, Finding, FindingKind, Span, Spans, finding_id, words_at

MOST_EVIDENCE = 5


def made(
    matter: Matter,
    kind: FindingKind,
    sentence: Span,
    spans: Spans,
    why: str,
    against: Iterable[Printed] = (),
    *,
    claim: Claim | None = None,
    evidence: tuple[Evidence, ...] = (),
    perhaps: bool = False,
) -> Finding:
    """The finding with its id: of the sentence's words, and of the first statement it is held against."""
    told = evidence or tuple({p.statement.id: p.evidence() for p in against}.values())
    text = matter.document.text
    words = words_at(text, spans)
    first = next((e.statement or e.document for e in told), "")
    return Finding(
        id=finding_id(kind, text[sentence.start : sentence.end], words, first),
        kind=kind, spans=spans, text=words, why=f"Perhaps: {why}" if perhaps else why,
        statements=tuple(e.statement for e in told if e.statement), claim=claim.id if claim else None,
        sentence=sentence, evidence=told[:MOST_EVIDENCE], perhaps=perhaps,
    )  # fmt: skip
