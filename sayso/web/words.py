"""The words and signs of the pages; what terminal and pages both say comes from `sayso.show`."""

from __future__ import annotations

from typing import get_args

from sayso.model import ClaimStatus, Likelihood, NewsKind
from sayso.show.check_report import KINDS as FINDINGS
from sayso.show.claim_words import (
    SCOPE,
    STANCE,
    STATUS,
    origins,
    publishers,
    root,
    span,
    standing,
    tally,
    uncounted,
)
from sayso.show.expectation_words import MODALITY, OUTCOME, awaited, percent, promisor, window
from sayso.show.expectation_words import STATUS as PROMISE
from sayso.show.judgement_words import HAND, MATTERS, OUTCOMES, STRENGTH, printed_by, said_by
from sayso.show.record_words import prior_words, record_words
from sayso.show.report_words import ACTS, CERTAINTY, KINDS, KNOWN

__all__ = [
    "ACTS", "CERTAINTY", "FINDINGS", "HAND", "KINDS", "KNOWN", "LIKELIHOODS", "MATTERS", "MODALITY", "NEWS",
    "OUTCOME", "OUTCOMES", "PROMISE", "SCOPE", "SIGNS", "STANCE", "STATUS", "STRENGTH", "awaited", "moment",
    "origins", "percent", "printed_by", "prior_words", "promisor", "publishers",
    "record_words", "root", "said_by", "span", "standing", "tally", "uncounted", "window",
]  # fmt: skip

SIGNS: dict[ClaimStatus, str] = {
    "corroborated": "●●", "contested": "◐", "single-origin": "●", "unconfirmed": "○", "denied": "✕",
    "withdrawn": "↩",
}  # fmt: skip
NEWS: dict[NewsKind, str] = {
    "denial": "New denials", "origin": "New origins", "status": "Stands otherwise now",
    "due": "Fell due", "outcome": "What came of it", "record": "Records", "correction": "Corrections",
    "document": "New documents",
}  # fmt: skip
LIKELIHOODS: tuple[tuple[Likelihood, str], ...] = tuple((word, word) for word in get_args(Likelihood))


def moment(at: str) -> str:
    """A moment for people, of its ISO form in UTC: "2031-05-17, 08:30 UTC"."""
    return f"{at[:10]}, {at[11:16]} UTC"
