"""What people decided of a claim, as the claim carries it: verdicts, and evidence that was added by hand."""

from typing import Literal

import msgspec

HandKind = Literal["satellite", "customs", "document", "interview", "other"]
HandStance = Literal["supports", "denies"]
Strength = Literal["weak", "moderate", "strong"]
VerdictState = Literal["counts", "before-merge", "other-words", "overruled"]


class HandEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that a person added: an origin with its reference. `id` is the judgement's."""

    id: str
    kind: HandKind
    reference: str
    stance: HandStance
    strength: Strength
    text: str
    by: str
    at: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of the words of one proposition: the outcome, the likelihood word, a stance.

    `judgement` is its id, `proposition` the one whose words were judged. `state`: it `counts`; or it was
    judged `before-merge`, when the claim was less than it is now; or on `other-words`, which deny what the
    claim says now; or a later one `overruled` it. Only what counts says anything of the claim as it is.
    """

    judgement: str
    what: Literal["outcome", "word", "stance"]
    value: str
    proposition: str
    by: str
    at: str
    why: str
    state: VerdictState = "counts"
