"""Judgement: a person's decision, with who, why and when; revoked, never edited (nomenklatura)."""

from typing import Any, Literal

import msgspec

from sayso.model.ids import digest

ReadingMatter = Literal[
    "source", "cue", "content", "act", "factuality", "evidentiality", "time", "anonymous", "kind",
    "not-a-statement", "statement",
]  # fmt: skip
ClaimMatter = Literal["same", "not-same", "stance", "origin", "outcome", "word", "evidence"]
Matter = Literal[
    "source", "cue", "content", "act", "factuality", "evidentiality", "time", "anonymous", "kind",
    "not-a-statement", "statement", "same", "not-same", "stance", "origin", "outcome", "word", "evidence",
    "sign-off",
]  # fmt: skip


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """Who took a judgement back, why and when (an ISO moment)."""

    by: str
    why: str
    at: str


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. `what` names the matter, `targets` the ids that it is about, `value` what was decided.

    `targets` are ids of things that never change: statements (s:), propositions (p:), documents (d:), or the
    name of a source; a claim, whose id may change as the ledger grows, is named by propositions in it.
    `value` is JSON. `at` is an ISO moment. `revoked` is None while it stands.
    """

    id: str
    what: Matter
    targets: tuple[str, ...]
    value: dict[str, Any] = {}
    by: str
    why: str
    at: str
    revoked: Revocation | None = None

    @property
    def stands(self) -> bool:
        """Whether nobody has taken it back."""
        return self.revoked is None


def judgement_id(what: Matter, targets: tuple[str, ...], value: str, by: str, at: str) -> str:
    """The id `j:…`: a hash of what was decided (`value` as its JSON text), by whom and when."""
    return digest("j", (what, *targets, value, by, at))
