"""Sign-offs: a person lets a finding stand, until the sentence changes or it is taken back."""

from __future__ import annotations

import msgspec

from sayso.errors import UsageError
from sayso.model import Check, Document, Finding, Matter, SignOff, sha256_of
from sayso.store.store import Store

SIGN_OFF: Matter = "sign-off"
SHORTEST = 6  # characters of an id that is given by its beginning, with "f:"


def signed(store: Store, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, those with their sign-off that somebody let stand; the latest one counts."""
    stands = {
        judgement.targets[0]: SignOff(
            by=judgement.by, against=str(judgement.value.get("against", "")), at=judgement.at,
            judgement=judgement.id,
        )
        for judgement in store.judgements_on(finding.id for finding in findings)
        if judgement.what == SIGN_OFF
    }  # fmt: skip
    return tuple(msgspec.structs.replace(one, signed=stands.get(one.id)) for one in findings)


def signed_off(store: Store, draft: Document, check: Check, id: str, *, by: str, against: str) -> Check:
    """The check with one finding signed off, which is kept as a judgement: the words of the draft are not.

    `id` may be the beginning of one. Raises UsageError where the draft has no such finding, or several.
    """
    finding = _found(check, id)
    sentence = draft.text[finding.sentence.start : finding.sentence.end]
    value = {"against": against, "sentence": sha256_of(" ".join(sentence.split()))}
    store.judge(SIGN_OFF, (finding.id,), value, by=by, why=against)
    return msgspec.structs.replace(check, findings=signed(store, check.findings))


def taken_back(store: Store, check: Check, id: str, *, by: str, why: str) -> Check:
    """The check after every sign-off of one finding was revoked; UsageError where nobody signed it."""
    finding = _found(check, id)
    standing = [one for one in store.judgements_on([finding.id]) if one.what == SIGN_OFF]
    if not standing:
        raise UsageError(f"nobody signed {finding.id} off")
    for one in standing:
        store.revoke(one.id, by=by, why=why)
    return msgspec.structs.replace(check, findings=signed(store, check.findings))


def _found(check: Check, id: str) -> Finding:
    whole = id if id.startswith("f:") else f"f:{id}"
    if len(whole) < SHORTEST:
        raise UsageError(f"{id!r} is too short for a finding of {check.draft}: give more of its id")
    found = [one for one in check.findings if one.id.startswith(whole)]
    if len(found) != 1:
        several = f"begins several findings: {', '.join(one.id for one in found[:5])}"
        raise UsageError(f"{id!r} {several if found else f'is no finding of {check.draft}'}")
    return found[0]
