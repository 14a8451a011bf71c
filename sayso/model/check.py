"""Check: what an editor should look at in a draft before it is published, finding by finding."""

from typing import Literal

import msgspec

from sayso.errors import Problem
from sayso.model.ids import digest
from sayso.model.span import Span, Spans

FindingKind = Literal[
    "unattributed", "lost-hedge", "single-origin", "denied", "misquote", "number", "date",
]  # fmt: skip


class SignOff(msgspec.Struct, frozen=True, kw_only=True):
    """Who let a finding stand, against what, and when (an ISO moment); with the id of the judgement."""

    by: str
    against: str
    at: str
    judgement: str


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Printed words of the ledger that a finding rests on, and where they stand."""

    statement: str | None
    document: str
    publisher: str | None
    published: str | None
    source: str
    text: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at. `spans` lie in the text of the draft, `sentence` is the one they stand in.

    `why` is for an editor. `statements` and `claim` are what it is held against; `claim` is None where it
    concerns words only. `perhaps`: the match is likely (p from .5 to .9) and not sure. `signed` is None
    while nobody has let it stand.
    """

    id: str
    kind: FindingKind
    spans: Spans
    text: str
    why: str
    statements: tuple[str, ...] = ()
    claim: str | None = None
    sentence: Span
    evidence: tuple[Evidence, ...] = ()
    perhaps: bool = False
    signed: SignOff | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A draft held against a ledger: its findings in the order of the draft; () where nothing needs a look.

    `propositions` is how many the draft holds, `matched` how many of them the ledger knows; `problems` what
    must be known of the check itself (a ledger without claims, a draft without statements).
    """

    draft: str
    findings: tuple[Finding, ...] = ()
    propositions: int = 0
    matched: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has signed off."""
        return tuple(finding for finding in self.findings if finding.signed is None)


def finding_id(kind: FindingKind, sentence: str, words: str, against: str) -> str:
    """The id `f:…`: a hash of the kind, the sentence, the marked words and the id of what it is against.

    White space is folded, so that a sentence that is only wrapped anew keeps its findings.
    """
    return digest("f", (kind, " ".join(sentence.split()), " ".join(words.split()), against))
