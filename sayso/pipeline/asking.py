"""What a person asks to be decided becomes targets that never change, and a value that is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.errors import UsageError
from sayso.model import ClaimMatter
from sayso.pipeline.decided_values import checked_value
from sayso.pipeline.meaning import (
    claim_meant,
    evidence_meant,
    gist_of,
    proposition_meant,
    source_meant,
    whole_id,
)
from sayso.pipeline.promises import one_expectation
from sayso.store.store import Store

LAST_DAY = "9999-12-31"
Asked = tuple[tuple[str, ...], dict[str, Any]]
Asking = Callable[[Store, Sequence[str], Mapping[str, Any]], Asked]


def asked(store: Store, what: str, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    """The targets and the value of a judgement; UsageError says what does not fit.

    same: claims, statements or propositions that are one claim, two or more. not-same: the first is not one
    with any of the others; where the first is a claim and the others are in it, they are taken out of it.
    stance: a statement, a claim; `stance`. origin: `origin` "same" with two statements or documents, "own"
    with one or more. kind: a named source; `kind`. outcome: `outcome`. word: `word` of ICD 203. evidence:
    `kind`, `reference`, `stance`, `strength`, `text`. All of the last three on one claim or expectation.
    """
    if what not in _ASKED:
        raise UsageError(f"nothing is known of {what!r}; there is {', '.join(_ASKED)}")
    if not targets:
        raise UsageError("say what the judgement is about")
    ids = targets if what == "kind" else [whole_id(store, id) for id in targets]
    return _ASKED[what](store, list(dict.fromkeys(ids)), value)


def _same(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    found = tuple(dict.fromkeys(proposition_meant(store, id) for id in targets))
    if len(found) < 2:
        raise UsageError("two different things are needed that are one claim")
    return found, {}


def _not_same(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    if len(targets) < 2:
        raise UsageError("two different things are needed that are not one claim")
    claim = claim_meant(store, targets[0])
    inside = [member.proposition for member in claim.statements]
    others = [proposition_meant(store, id, claim) for id in targets[1:]]
    if not _is_claim(store, targets[0]) or not set(others) <= set(inside):
        first = proposition_meant(store, targets[0])
        if first in others:
            raise UsageError("what is meant by both is the same")
        return (first, *dict.fromkeys(others)), {"first": 1}
    rest = [p for p in inside if p not in others]
    if not rest:
        raise UsageError("that is all of the claim: nothing would be left of it")
    return (*dict.fromkeys(others), *rest), {"first": len(set(others))}


def _is_claim(store: Store, id: str) -> bool:
    return not store.claims_of([id]) and not store.propositions_in(id)


def _stance(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    if len(targets) != 2:
        raise UsageError("a stance is that of one statement to one claim")
    kept = checked_value("stance", value)
    claim = claim_meant(store, targets[1])
    found = proposition_meant(store, targets[0], claim)
    gist = gist_of(claim)
    if found == gist:
        raise UsageError("the claim has its words from this statement, which says them whatever else it does")
    return (found, gist), kept


def _origin(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    kept = checked_value("origin", value)
    if kept["origin"] == "same" and len(targets) != 2:
        raise UsageError("two different statements or documents are needed that share an origin")
    return tuple(evidence_meant(store, id) for id in targets), kept


def _kind(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    kept = checked_value("kind", value)
    return tuple(source_meant(store, name) for name in targets), kept


def _one(store: Store, targets: Sequence[str]) -> tuple[str, ...]:
    if len(targets) != 1:
        raise UsageError("one claim is decided at a time")
    target = targets[0]
    if target.startswith("e:"):
        target = one_expectation(store, target, LAST_DAY).proposition
    return (proposition_meant(store, target),)


def _on_one(what: ClaimMatter) -> Asking:
    """How a matter is asked for that is about one claim."""

    def asked_for(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
        kept = checked_value(what, value)
        return _one(store, targets), kept

    return asked_for


_ASKED: dict[ClaimMatter | str, Asking] = {
    "same": _same, "not-same": _not_same, "stance": _stance, "origin": _origin, "kind": _kind,
    "outcome": _on_one("outcome"), "word": _on_one("word"), "evidence": _on_one("evidence"),
}  # fmt: skip
